import type { Interval } from '../../../contract/time.ts';
import { overlaps } from '../../../contract/time.ts';

/**
 * How many are there at once, at the busiest minute of `at`. Two that follow each other count as one
 * (docs/spec/claims.md, row 16).
 */
export const busiest = (at: Interval, busy: readonly Interval[]): number => {
  let most = 0;
  for (const other of busy) {
    if (!overlaps(other, at)) continue;
    // The highest count is reached where some claim begins, or at the first minute wanted.
    const minute = Math.max(other.start, at.start);
    let here = 0;
    for (const b of busy) if (b.start <= minute && minute < b.end) here++;
    if (here > most) most = here;
  }
  return most;
};
