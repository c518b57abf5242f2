import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triesLeft, waitAfter } from './pin-waits.ts';

const MINUTE = 60_000;

describe('wrong PINs in a row', () => {
  it('cost nothing twice, then five seconds, and in the end a quarter of an hour each', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map(waitAfter)).toEqual([
      0,
      0,
      5_000,
      15_000,
      MINUTE,
      5 * MINUTE,
      15 * MINUTE,
      15 * MINUTE,
      15 * MINUTE,
    ]);
    expect([1, 2, 3, 4].map(triesLeft)).toEqual([2, 1, 0, 0]);
  });

  it('never cost less than the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (tries) => {
        expect(waitAfter(tries + 1)).toBeGreaterThanOrEqual(waitAfter(tries));
      }),
    );
  });

  it('leave whoever tries them all at fewer than a hundred a day', () => {
    let spent = 0;
    let tries = 0;
    while (spent < 24 * 60 * MINUTE) spent += waitAfter(++tries);
    expect(tries).toBe(102);
  });
});
