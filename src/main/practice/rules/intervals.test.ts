import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../contract/time.ts';
import { intersect, merge, subtract } from './intervals.ts';

/** The plain model: a day is 1,440 boxes, ticked or not. */
const minutesOf = (intervals: readonly Interval[]): Set<number> => {
  const ticked = new Set<number>();
  for (const { start, end } of intervals) for (let m = start; m < end; m++) ticked.add(m);
  return ticked;
};

const sorted = (minutes: Set<number>): number[] => [...minutes].sort((a, b) => a - b);

/** Touching, empty and reversed ones included: they must do no harm. */
const interval = fc.record({ start: fc.nat(60), end: fc.nat(60) });
const intervals = fc.array(interval, { maxLength: 6 });

const canonical = (found: readonly Interval[]): boolean =>
  found.every((i, n) => i.start < i.end && (n === 0 || (found[n - 1]?.end ?? 0) < i.start));

describe('intervals', () => {
  it('two ranges that touch at noon are one', () => {
    expect(
      merge([
        { start: 720, end: 780 },
        { start: 600, end: 720 },
      ]),
    ).toEqual([{ start: 600, end: 780 }]);
  });

  it('a lunch break splits the day in two, to the minute', () => {
    expect(subtract([{ start: 480, end: 1080 }], [{ start: 720, end: 840 }])).toEqual([
      { start: 480, end: 720 },
      { start: 840, end: 1080 },
    ]);
  });

  it('a range that ends when the other starts shares nothing with it', () => {
    expect(intersect([{ start: 480, end: 600 }], [{ start: 600, end: 660 }])).toEqual([]);
  });

  it('merging covers exactly the minutes that one at least covers', () => {
    fc.assert(
      fc.property(intervals, (a) => {
        const found = merge(a);
        expect(sorted(minutesOf(found))).toEqual(sorted(minutesOf(a)));
        expect(canonical(found)).toBe(true);
      }),
    );
  });

  it('subtracting leaves exactly the minutes that are not taken', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const found = subtract(a, b);
        expect(sorted(minutesOf(found))).toEqual(sorted(minutesOf(a).difference(minutesOf(b))));
        expect(canonical(found)).toBe(true);
      }),
    );
  });

  it('intersecting leaves exactly the minutes that both cover', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const found = intersect(a, b);
        expect(sorted(minutesOf(found))).toEqual(sorted(minutesOf(a).intersection(minutesOf(b))));
        expect(canonical(found)).toBe(true);
      }),
    );
  });
});
