import type { Interval } from '../../../contract/time.ts';

const MINUTES = 1440;

/** How many are there at once, minute by minute: two that follow each other count as one (docs/spec/claims.md, row 16). */
export const headsByMinute = (busy: readonly Interval[]): Uint16Array => {
  const heads = new Uint16Array(MINUTES);
  for (const { start, end } of busy)
    for (let minute = start; minute < end; minute++) heads[minute] = (heads[minute] ?? 0) + 1;
  return heads;
};

/** Fewer than `capacity` at every minute of the time wanted. */
export const hasRoom = ({ start, end }: Interval, heads: Uint16Array, capacity: number): boolean => {
  for (let minute = start; minute < end; minute++) if ((heads[minute] ?? 0) >= capacity) return false;
  return true;
};
