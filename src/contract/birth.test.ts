import { describe, expect, it } from 'vitest';
import { ageLabel, ageOn, birthLabel, birthText, parseBirth } from './birth.ts';
import type { BirthDate } from './patients.ts';

const TODAY = '2026-11-23';
const read = (text: string) => {
  const parsed = parseBirth(text, TODAY);
  return parsed.ok ? parsed.birth : parsed.code;
};
const day = (value: string) => ({ precision: 'day', value });

describe('a birth date typed in one field', () => {
  it.each([
    ['12/03/1952', day('1952-03-12')],
    ['12.03.1952', day('1952-03-12')],
    ['12-3-1952', day('1952-03-12')],
    ['12 03 1952', day('1952-03-12')],
    ['12–03–1952', day('1952-03-12')],
    ['12/03/52', day('1952-03-12')],
    ['120352', day('1952-03-12')],
    ['12031952', day('1952-03-12')],
    ['1952-03-12', day('1952-03-12')],
    ['12 mars 1952', day('1952-03-12')],
    ['1er août 52', day('1952-08-01')],
    ['3 févr. 2001', day('2001-02-03')],
    ['Née le 12/03/1952', day('1952-03-12')],
    ['29/02/2024', day('2024-02-29')],
    ['23/11/2026', day('2026-11-23')],
  ])('« %s » is a day', (text, birth) => expect(read(text)).toEqual(birth));

  it.each([
    ['1952', { precision: 'year', value: '1952' }],
    ['né en 1952', { precision: 'year', value: '1952' }],
    ['vers 1952', { precision: 'estimated', value: '1952' }],
    ['Environ 1952', { precision: 'estimated', value: '1952' }],
    ['~1952', { precision: 'estimated', value: '1952' }],
    ['75 ans', { precision: 'estimated', value: '1951' }],
    ['inconnue', { precision: 'unknown', value: null }],
    ['?', { precision: 'unknown', value: null }],
    ['  ', { precision: 'unknown', value: null }],
  ])('« %s » invents no day', (text, birth) => expect(read(text)).toEqual(birth));

  it('reads a two-digit year as the latest that is not in the future', () => {
    expect(read('12/03/26')).toEqual(day('2026-03-12'));
    expect(read('24/11/26')).toEqual(day('1926-11-24'));
    expect(read('31/12/99')).toEqual(day('1999-12-31'));
  });

  it.each([
    ['31/02/1952', 'birth-date-invalid'],
    ['29/02/2023', 'birth-date-invalid'],
    ['12/13/1952', 'birth-date-invalid'],
    ['00/03/1952', 'birth-date-invalid'],
    ['hier', 'birth-date-invalid'],
    ['12/03/195', 'birth-date-invalid'],
    ['24/11/2026', 'birth-date-in-future'],
    ['2027', 'birth-date-in-future'],
    ['vers 2030', 'birth-date-in-future'],
    ['12/03/1852', 'birth-date-too-old'],
    ['1895', 'birth-date-too-old'],
  ])('« %s » is refused as %s', (text, code) => expect(read(text)).toBe(code));
});

const births: BirthDate[] = [
  { precision: 'day', value: '1952-03-12' },
  { precision: 'year', value: '1952' },
  { precision: 'estimated', value: '1952' },
  { precision: 'unknown', value: null },
];

describe('a birth date on screen', () => {
  it('is read back from the field as it was written there', () => {
    for (const birth of births) expect(read(birthText(birth))).toEqual(birth);
  });

  it('agrees with the sex, and with what is known', () => {
    expect(births.map((b) => birthLabel(b, 'female'))).toEqual([
      'née le 12/03/1952',
      'née en 1952',
      'née vers 1952',
      'date de naissance inconnue',
    ]);
    expect(births.slice(0, 2).map((b) => birthLabel(b, 'male'))).toEqual(['né le 12/03/1952', 'né en 1952']);
    expect(births.slice(0, 1).map((b) => birthLabel(b, 'unknown'))).toEqual(['né(e) le 12/03/1952']);
  });

  it('gives an age that turns on the birthday, not before', () => {
    const birth = births[0] as BirthDate;
    expect(ageOn(birth, '2026-03-11')).toBe(73);
    expect(ageOn(birth, '2026-03-12')).toBe(74);
    expect(births.map((b) => ageLabel(b, TODAY))).toEqual([
      '74 ans',
      'environ 74 ans',
      'environ 74 ans',
      'âge inconnu',
    ]);
    expect(ageLabel({ precision: 'day', value: '2026-11-22' }, TODAY)).toBe('1 jour');
    expect(ageLabel({ precision: 'day', value: '2025-12-24' }, TODAY)).toBe('10 mois');
  });
});
