import type { Slot } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import { type Day, daysBetween, type Minute } from '../../../contract/time.ts';

export interface PlaceWanted {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
}

/**
 * The free places nearest to one that went: the same practitioner's first, then colleagues'; by distance in time, the
 * sooner of two that are as far.
 */
export const nearestTo = (wanted: PlaceWanted, free: readonly Slot[], limit: number): Slot[] => {
  const distance = ({ day, start }: Slot): number =>
    daysBetween(wanted.day, day) * 1440 + start - wanted.start;
  return free
    .map((slot) => ({
      slot,
      colleague: Number(slot.practitionerId !== wanted.practitionerId),
      away: distance(slot),
    }))
    .sort(
      (a, b) =>
        a.colleague - b.colleague ||
        Math.abs(a.away) - Math.abs(b.away) ||
        a.away - b.away ||
        a.slot.practitionerId - b.slot.practitionerId,
    )
    .slice(0, limit)
    .map(({ slot }) => slot);
};
