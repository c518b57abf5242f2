/** When the fallback sheets are written again. Pure. */
import type { Day, Instant } from '../../../contract/time.ts';

export interface Written {
  readonly at: Instant;
  /** The day that « today » was. */
  readonly day: Day;
  /** The last entry of the journal that they know of. */
  readonly seq: number;
}

export interface Standing {
  readonly written: Written | null;
  /** Of the last try that failed since, if it did. */
  readonly failedAt: Instant | null;
  readonly now: Instant;
  readonly day: Day;
  readonly seq: number;
}

export const EVERY_MS = 30 * 60_000;
/** A share that is back should not be waited for half an hour. */
export const RETRY_MS = 5 * 60_000;

/** Either way: a clock that is put right must not leave the house without sheets for months. */
const isOver = (since: Instant, now: Instant, span: number): boolean => Math.abs(now - since) >= span;

/**
 * Half an hour after the last, when something was written down since; at once on a new day, or when there are none. A house
 * in which nothing moves, at night, writes nothing: each writing is an entry of the journal, and would call for a copy.
 */
export const isDue = ({ written, failedAt, now, day, seq }: Standing): boolean => {
  if (failedAt !== null && !isOver(failedAt, now, RETRY_MS)) return false;
  if (written === null || written.day !== day) return true;
  return seq !== written.seq && (failedAt !== null || isOver(written.at, now, EVERY_MS));
};
