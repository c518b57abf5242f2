/** Half-open intervals of a day, as the drawing needs them. Inputs in any order; outputs sorted and disjoint. */
import type { Interval } from '../../../../contract/time.ts';

export const union = (intervals: readonly Interval[]): readonly Interval[] => {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
};

export const subtract = (from: readonly Interval[], taken: readonly Interval[]): readonly Interval[] => {
  let rest = union(from);
  for (const hole of union(taken))
    rest = rest.flatMap(({ start, end }) =>
      hole.end <= start || end <= hole.start
        ? [{ start, end }]
        : [
            { start, end: hole.start },
            { start: hole.end, end },
          ].filter((piece) => piece.end > piece.start),
    );
  return rest;
};

export const intersect = (a: readonly Interval[], b: readonly Interval[]): readonly Interval[] =>
  union(a).flatMap((one) =>
    union(b)
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter((both) => both.end > both.start),
  );

/** Free time in pieces of the practitioner's own step; a remainder shorter than the step stays a piece of its own. */
export const cutInSteps = (intervals: readonly Interval[], step: number): readonly Interval[] =>
  intervals.flatMap(({ start, end }) => {
    const pieces: Interval[] = [];
    for (let from = start; from < end; from += step)
      pieces.push({ start: from, end: Math.min(from + step, end) });
    return pieces;
  });
