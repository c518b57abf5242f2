import { describe, expect, it } from 'vitest';
import { nextDates, nextWeek53, rhythmText } from './alternation.ts';

const saturdays = {
  weekday: 6,
  everyWeeks: 2,
  anchorDay: '2026-11-23',
  validFrom: '2026-01-01',
  validTo: null,
};

describe('one week in two', () => {
  it('goes on every fortnight through week 53', () => {
    expect(nextDates(saturdays, '2026-12-10', 4)).toEqual([
      '2026-12-12',
      '2026-12-26',
      '2027-01-09',
      '2027-01-23',
    ]);
  });

  it('starts at the first valid day and stops at the last', () => {
    const short = { ...saturdays, validFrom: '2026-12-01', validTo: '2026-12-26' };
    expect(nextDates(short, '2026-11-01', 4)).toEqual(['2026-12-12', '2026-12-26']);
  });

  it('every week is every week', () => {
    expect(nextDates({ ...saturdays, everyWeeks: 1 }, '2026-12-10', 3)).toEqual([
      '2026-12-12',
      '2026-12-19',
      '2026-12-26',
    ]);
  });

  it('week 53 of 2026 is announced a year ahead, and no other before 2032', () => {
    expect(nextWeek53('2026-11-23')).toBe('2026-12-28');
    expect(nextWeek53('2027-01-04')).toBe(null);
    expect(nextWeek53('2032-02-01')).toBe('2032-12-27');
  });

  it('is said in French', () => {
    expect([1, 2, 5].map(rhythmText)).toEqual([
      'toutes les semaines',
      'une semaine sur deux',
      'une semaine sur 5',
    ]);
  });
});
