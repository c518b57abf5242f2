/** Free slots: computed, never stored. The rules and their reasons are written out in docs/spec/free-slots.md. */
import type { OpenRange, Slot } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import {
  addDays,
  type Day,
  type Instant,
  type Interval,
  instantOf,
  localNow,
  type Minute,
  type Weekday,
  weekdayOf,
} from '../../../contract/time.ts';
import { hasRoom, headsByMinute } from './occupancy.ts';
import { capacityOver, usableRanges } from './openings.ts';

/** One practitioner's day, ready to be searched. */
export interface SearchedDay {
  readonly practitionerId: PractitionerId;
  /** Order of the columns: decides between two places at the same minute. */
  readonly position: number;
  /** Minutes between two possible starts. */
  readonly step: number;
  readonly open: readonly OpenRange[];
  /** Time that live claims occupy, in any order. */
  readonly busy: readonly Interval[];
  /** The reserve for unscheduled care is not for this person: ordinary time only. */
  readonly barred?: boolean;
}

export interface SlotWish {
  readonly minutes: number;
  /** Of the appointment type: which reserved ranges it may use. */
  readonly kind: SlotKind;
  readonly weekdays: ReadonlySet<Weekday> | null;
  /** Starts at this minute or later. */
  readonly after: Minute;
  /** Starts before this minute. */
  readonly before: Minute;
}

export interface SlotQuery {
  readonly wish: SlotWish;
  readonly now: Instant;
  /** The house's zone. */
  readonly zone: string;
  /** First day searched; today when earlier. */
  readonly from: Day;
  readonly horizonDays: number;
  readonly limit: number;
  /** The patient's own médecin traitant, when in the house. */
  readonly ownDoctor: PractitionerId | null;
}

/** Within this elapsed time, the own médecin traitant comes before anybody sooner. */
export const OWN_DOCTOR_FIRST_MS = 48 * 3_600_000;

export const slotsOfDay = (
  day: Day,
  { practitionerId, step, open, busy, barred = false }: SearchedDay,
  wish: SlotWish,
  notBefore: Minute,
  ownDoctor: PractitionerId | null,
): Slot[] => {
  const ranges = usableRanges(open, barred && wish.kind === 'unscheduled' ? 'regular' : wish.kind);
  const earliest = Math.max(notBefore, wish.after);
  const starts = new Map<Minute, SlotKind>();
  for (const range of ranges) {
    const skipped = Math.max(0, Math.ceil((earliest - range.start) / step));
    for (let start = range.start + skipped * step; start < range.end && start < wish.before; start += step)
      if (!starts.has(start)) starts.set(start, range.kind);
  }
  const heads = headsByMinute(busy);
  const slots: Slot[] = [];
  for (const [start, kind] of [...starts].sort(([a], [b]) => a - b)) {
    const end = start + wish.minutes;
    const capacity = capacityOver({ start, end }, ranges);
    if (capacity !== null && hasRoom({ start, end }, heads, capacity))
      slots.push({ practitionerId, day, start, end, kind, ownDoctor: practitionerId === ownDoctor });
  }
  return slots;
};

interface Found {
  readonly slot: Slot;
  readonly position: number;
  readonly ownSoon: boolean;
}

const byOwnDoctorThenSoonest = (a: Found, b: Found): number =>
  Number(b.ownSoon) - Number(a.ownSoon) ||
  (a.slot.day < b.slot.day ? -1 : a.slot.day > b.slot.day ? 1 : 0) ||
  a.slot.start - b.slot.start ||
  a.position - b.position ||
  a.slot.practitionerId - b.slot.practitionerId;

/**
 * The first `limit` free slots. Days are asked for one after the other and only as far as needed: no day after the one
 * that fills the list is ever read, except the 48 hours in which the own médecin traitant comes first.
 * @param daysOn the searched practitioners' day, in any order; those who do not work may be left out
 */
export const firstFreeSlots = (
  query: SlotQuery,
  daysOn: (day: Day) => readonly SearchedDay[],
): { slots: Slot[]; searchedUntil: Day } => {
  const { wish, now, zone, limit, ownDoctor } = query;
  const today = localNow(now, zone);
  const first = query.from > today.day ? query.from : today.day;
  const ownFirstUntil = now + OWN_DOCTOR_FIRST_MS;
  const found: Found[] = [];
  let day = first;
  let searchedUntil = first;
  for (let i = 0; i < query.horizonDays; i++, day = addDays(day, 1)) {
    const ownMayComeFirst = ownDoctor !== null && instantOf(day, 0, zone) <= ownFirstUntil;
    if (found.length >= limit && !ownMayComeFirst) break;
    searchedUntil = day;
    if (wish.weekdays && !wish.weekdays.has(weekdayOf(day))) continue;
    for (const searched of daysOn(day))
      for (const slot of slotsOfDay(day, searched, wish, day === today.day ? today.minute : 0, ownDoctor))
        found.push({
          slot,
          position: searched.position,
          ownSoon: slot.ownDoctor && instantOf(day, slot.start, zone) <= ownFirstUntil,
        });
  }
  return {
    slots: found
      .sort(byOwnDoctorThenSoonest)
      .slice(0, limit)
      .map(({ slot }) => slot),
    searchedUntil,
  };
};
