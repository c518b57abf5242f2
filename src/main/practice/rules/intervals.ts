/** Algebra of half-open intervals of minutes. Results are sorted, without overlap, without gap left unmerged. */
import type { Interval } from '../../../contract/time.ts';

const kept = (intervals: readonly Interval[]): Interval[] =>
  intervals.filter((i) => i.start < i.end).sort((a, b) => a.start - b.start);

/** The time covered by at least one. Touching intervals become one. */
export const merge = (intervals: readonly Interval[]): Interval[] => {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of kept(intervals)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
};

/** The time of `from` that `taken` leaves. */
export const subtract = (from: readonly Interval[], taken: readonly Interval[]): Interval[] => {
  const holes = merge(taken);
  return merge(from).flatMap(({ start, end }) => {
    const left: Interval[] = [];
    let cursor = start;
    for (const hole of holes) {
      if (hole.end <= cursor) continue;
      if (hole.start >= end) break;
      if (hole.start > cursor) left.push({ start: cursor, end: hole.start });
      cursor = hole.end;
    }
    if (cursor < end) left.push({ start: cursor, end });
    return left;
  });
};

/** The time that both cover. */
export const intersect = (a: readonly Interval[], b: readonly Interval[]): Interval[] => {
  const left = merge(a);
  const right = merge(b);
  return left.flatMap((i) =>
    right
      .map((j) => ({ start: Math.max(i.start, j.start), end: Math.min(i.end, j.end) }))
      .filter(({ start, end }) => start < end),
  );
};
