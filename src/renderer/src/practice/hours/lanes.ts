/** Ranges that share a moment of the drawn week stand side by side: odd and even weeks, or reserved within ordinary. */
import type { Interval } from '../../../../contract/time.ts';

export interface Placed<T> {
  readonly item: T;
  readonly lane: number;
  /** How many lanes the group that it belongs to needs. */
  readonly lanes: number;
}

export const inLanes = <T extends Interval>(items: readonly T[]): Placed<T>[] => {
  const placed: Placed<T>[] = [];
  let group: { item: T; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { item, lane } of group) placed.push({ item, lane, lanes: ends.length });
    group = [];
    ends = [];
  };
  for (const item of items.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (ends.every((end) => end <= item.start)) close();
    const free = ends.findIndex((end) => end <= item.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.end;
    group.push({ item, lane });
  }
  close();
  return placed;
};
