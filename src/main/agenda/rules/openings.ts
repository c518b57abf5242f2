/** What an appointment of some kind may use of a practitioner's opening ranges. Rules and examples: docs/spec/free-slots.md. */
import type { OpenRange } from '../../../contract/agenda.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import type { Interval } from '../../../contract/time.ts';

/** A reserve protects time for somebody; it does not fence that person in: ordinary time stays open to all. */
export const mayUse = (wanted: SlotKind, range: SlotKind): boolean => range === 'regular' || range === wanted;

export const usableRanges = (open: readonly OpenRange[], kind: SlotKind): OpenRange[] =>
  open.filter((range) => mayUse(kind, range.kind)).sort((a, b) => a.start - b.start || a.end - b.end);

/**
 * The capacity for the whole of `at` when sorted `ranges`, touching or overlapping, cover all of it; null when they do
 * not. The smallest capacity on the way counts: it holds at every minute.
 */
export const capacityOver = (at: Interval, ranges: readonly OpenRange[]): number | null => {
  let reached = at.start;
  let capacity = Number.POSITIVE_INFINITY;
  for (const range of ranges) {
    if (range.end <= at.start) continue;
    if (range.start > reached || range.start >= at.end) break;
    capacity = Math.min(capacity, range.capacity);
    reached = Math.max(reached, range.end);
  }
  return reached >= at.end && capacity !== Number.POSITIVE_INFINITY ? capacity : null;
};
