import type { OpenRange } from '../../../contract/agenda.ts';
import type { ErrorData } from '../../../contract/errors.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import type { Day, Interval, LocalNow, Minute } from '../../../contract/time.ts';
import { overlaps } from '../../../contract/time.ts';
import { capacityOver, usableRanges } from './openings.ts';

/** What stands around a practitioner's day, as the area `practice` tells it. */
export interface Frame {
  readonly open: readonly OpenRange[];
  readonly absences: readonly { readonly start: Minute | null; readonly end: Minute | null }[];
  readonly holiday: object | null;
}

export interface Wanted extends Interval {
  readonly day: Day;
}

export type Outside = ErrorData<'OUTSIDE_HOURS'>['why'];

/** Within hours, with the capacity that holds there; or outside them, and why. */
export type Placement = { readonly capacity: number } | { readonly outside: Outside };

export const isPast = (at: { readonly day: Day; readonly start: Minute }, now: LocalNow): boolean =>
  at.day < now.day || (at.day === now.day && at.start < now.minute);

/** Why this time is not open to anybody, most telling reason first; null when it is. */
export const whyNotOpen = (at: Interval, frame: Frame): 'closed' | 'absent' | 'holiday' | null => {
  const all = [...frame.open].sort((a, b) => a.start - b.start);
  if (capacityOver(at, all) !== null) return null;
  const away = frame.absences.some((a) => overlaps(at, { start: a.start ?? 0, end: a.end ?? 1440 }));
  if (away) return 'absent';
  return frame.holiday ? 'holiday' : 'closed';
};

export const placementOf = (wanted: Wanted, kind: SlotKind, frame: Frame, now: LocalNow): Placement => {
  if (isPast(wanted, now)) return { outside: 'past' };
  const capacity = capacityOver(wanted, usableRanges(frame.open, kind));
  if (capacity !== null) return { capacity };
  return { outside: whyNotOpen(wanted, frame) ?? 'reserved' };
};
