import { describe, expect, it } from 'vitest';
import {
  kindOfType,
  looksLikeFormula,
  readBirth,
  readDay,
  readMinute,
  readMinutes,
  readProfession,
  readStatus,
  readWeekday,
} from './values.ts';

describe('dates as agendas write them', () => {
  it.each([
    ['23/11/2026', '2026-11-23'],
    ['3/1/2026', '2026-01-03'],
    ['23-11-2026', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-23T08:00:00', '2026-11-23'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, 2076)).toBe(day);
  });

  it.each(['31/02/2026', '29/02/2025', '2026/11', 'lundi', '', '00/01/2026'])('%s is no date', (text) => {
    expect(readDay(text, 2076)).toBeNull();
  });

  it('two digits of a birth year never lie in the future', () => {
    expect(readBirth('12/03/52', 2026)).toEqual({ precision: 'day', value: '1952-03-12' });
    expect(readBirth('12/03/25', 2026)).toEqual({ precision: 'day', value: '2025-03-12' });
    expect(readBirth('12/03/27', 2026)).toEqual({ precision: 'day', value: '1927-03-12' });
  });

  it('a year alone stays a year, an empty cell stays unknown: no invented 1 January', () => {
    expect(readBirth('1952', 2026)).toEqual({ precision: 'year', value: '1952' });
    expect(readBirth('', 2026)).toEqual({ precision: 'unknown', value: null });
    expect(readBirth('31/02/1980', 2026)).toBeNull();
  });
});

describe('hours and durations', () => {
  it.each([
    ['08:30', 510],
    ['8:30', 510],
    ['8h30', 510],
    ['8 h', 480],
    ['08:30:00', 510],
    ['0830', 510],
    ['00:00', 0],
    ['24:00', 1440],
  ])('%s is %i minutes after midnight', (text, minute) => {
    expect(readMinute(text)).toBe(minute);
  });

  it.each(['25:10', '08:60', '24:01', '8', '', 'matin'])('%s is no hour', (text) => {
    expect(readMinute(text)).toBeNull();
  });

  it.each([
    ['15', 15],
    ['30 min', 30],
    ['0', null],
    ['-15', null],
    ['1000', null],
    ['', null],
  ])('a duration of « %s » is %s', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
});

describe('words of the former software', () => {
  it('statuses', () => {
    expect(['Prévu', 'HONORÉ', 'absent', 'Annulé', 'Peut-être'].map(readStatus)).toEqual([
      'booked',
      'fulfilled',
      'noshow',
      'cancelled',
      null,
    ]);
  });

  it('days of the week, whole or cut to three letters', () => {
    expect(['Lundi', 'mer.', 'SAMEDI', '7', 'ma', 'demain'].map(readWeekday)).toEqual([
      1,
      3,
      6,
      7,
      null,
      null,
    ]);
  });

  it('professions, a specialist by its ending, the rest unknown', () => {
    expect(
      ['Médecin généraliste', 'Infirmière', 'Kiné', 'Cardiologue', 'Magicien'].map(readProfession),
    ).toEqual(['general-practitioner', 'nurse', 'physiotherapist', 'specialist', null]);
  });

  it('kinds of appointment by their name', () => {
    expect(['Nouveau patient', 'Urgence / soin non programmé', 'Consultation'].map(kindOfType)).toEqual([
      'newPatient',
      'unscheduled',
      'regular',
    ]);
  });

  it('a formula is not a name, an international phone is not a formula', () => {
    expect(
      ['=cmd|calc', '@SUM(A1)', '+A1', '-A1', '+33 6 39 98 00 01', '-', 'Le Gall'].map(looksLikeFormula),
    ).toEqual([true, true, true, true, false, false, false]);
  });
});
