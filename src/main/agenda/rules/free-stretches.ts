/** Time that nobody has yet, as a paper shows it: long stretches, each of one kind and one number of places. Pure. */
import type { OpenRange } from '../../../contract/agenda.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import type { Interval, Minute } from '../../../contract/time.ts';
import { headsByMinute } from './occupancy.ts';

export interface FreeStretch extends Interval {
  readonly kind: SlotKind;
  /** How many more could come at that time: one, except where several are received at once. */
  readonly places: number;
}

/** @param open sorted, without overlap @param busy time that live claims occupy, in any order */
export const freeStretches = (open: readonly OpenRange[], busy: readonly Interval[]): FreeStretch[] => {
  const heads = headsByMinute(busy);
  const found: { start: Minute; end: Minute; kind: SlotKind; places: number }[] = [];
  for (const { start, end, kind, capacity } of open)
    for (let minute = start; minute < end; minute++) {
      const places = Math.max(0, capacity - (heads[minute] ?? 0));
      if (places === 0) continue;
      const last = found.at(-1);
      if (last && last.end === minute && last.kind === kind && last.places === places) last.end = minute + 1;
      else found.push({ start: minute, end: minute + 1, kind, places });
    }
  return found;
};
