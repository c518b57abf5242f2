import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, mondayOf, weekdayOf } from '../../../contract/time.ts';
import { dayNumber, isoDay, weekdayOfNumber, weekIndex } from './calendar.ts';

/** 1900 to 2199. */
const day = fc.integer({ min: 0, max: 109_572 }).map((n) => addDays('1900-01-01', n));

describe('days as numbers', () => {
  it('1 January 1970 is day 0 and a Thursday, 29 February 2028 is a Tuesday', () => {
    expect([dayNumber('1970-01-01'), weekdayOfNumber(0)]).toEqual([0, 4]);
    expect([dayNumber('2028-02-29'), weekdayOfNumber(dayNumber('2028-02-29'))]).toEqual([21_243, 2]);
    expect(isoDay(2028, 2, 29)).toBe('2028-02-29');
  });

  it('they agree with the calendar of Temporal on distances, weekdays and weeks', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(dayNumber(b) - dayNumber(a)).toBe(daysBetween(a, b));
        expect(weekdayOfNumber(dayNumber(a))).toBe(weekdayOf(a));
        expect(weekIndex(dayNumber(b)) - weekIndex(dayNumber(a))).toBe(
          daysBetween(mondayOf(a), mondayOf(b)) / 7,
        );
      }),
    );
  });
});
