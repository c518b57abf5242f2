import { describe, expect, it } from 'vitest';
import { parseSearch } from './query.ts';

/** `mar #12031952 @1952 +4512`: name, birth, year and phone, as one line. */
const SIGN = { name: '', birth: '#', year: '@', phone: '+' } as const;
const read = (text: string): string[] =>
  parseSearch(text).map((reading) => reading.map((c) => `${SIGN[c.kind]}${c.text}`).join(' '));

describe('what is typed in the search box', () => {
  it('is words, each the beginning of a name, and a year', () => {
    expect(read('dup mar 1952')[0]).toBe('DUP MAR @1952');
  });

  it('knows no accents, case, hyphens or apostrophes', () => {
    expect(read('  Hélène D’AUBRY-Œuvre ')[0]).toBe('HELENE D AUBRY OEUVRE');
  });

  it('reads a birth date in any spelling, of either century when two digits are given', () => {
    expect(read('12/03/52')).toEqual(['#12031952', '#12032052', '#120352']);
    expect(read('12/3/1952')).toEqual(['#12031952']);
    expect(read('1952-03-12')).toEqual(['#12031952', '+19520312']);
    for (const text of ['120352', '12 03 52', '12.03.52'])
      expect(read(text)).toEqual(['#12031952', '#12032052', '+120352', '#120352']);
  });

  it('follows a date while it is being typed', () => {
    expect(['12/', '12/0', '12/1', '12/03', '12/03/1', '12/03/195'].map(read)).toEqual([
      ['#12'],
      ['#120'],
      ['#1201', '#121'],
      ['#1203'],
      ['#12031'],
      ['#1203195'],
    ]);
  });

  it('reads consecutive digits of a phone number, however they are spaced', () => {
    for (const text of [
      '0639984512',
      '06 39 98 45 12',
      '06.39.98.45.12',
      '+33 6 39 98 45 12',
      '+33(0)639984512',
    ])
      expect(read(text)).toEqual(['+0639984512']);
    expect(read('0033639984512')).toEqual(['+0033639984512', '+0639984512']);
    expect(read('+262 692 12 34 56')).toEqual(['+0692123456']);
    expect(read('06 39 98 45')).toEqual(['+06399845']);
    expect(read('4512')).toEqual(['+4512']);
  });

  it('takes a date or a year beside digits of a phone as either one number or two', () => {
    expect(read('1952 4512')).toEqual(['+19524512', '@1952 +4512', '+1952 +4512']);
  });

  it('leaves particles out, or runs them into the name, when the words as typed are not enough', () => {
    expect(read('de la tour mar').slice(0, 4)).toEqual([
      'DE LA TOUR MAR',
      'DELATOUR MAR',
      'LATOUR MAR',
      'TOUR MAR',
    ]);
  });

  it('looks for nothing when nothing can be looked for', () => {
    expect(['', '   ', '-', '+', "'", '7'].flatMap(read)).toEqual([]);
    expect(read('dup 7')).toEqual(['DUP']);
  });
});
