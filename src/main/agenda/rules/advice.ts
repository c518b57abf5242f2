import type { Appointment } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import { type Day, daysBetween, type Interval, overlaps } from '../../../contract/time.ts';

export const NEARBY_DAYS = 6;

/** Expected, here or done: neither cancelled nor absent. */
const keeps = ({ status }: Appointment): boolean => status !== 'cancelled' && status !== 'noshow';

/**
 * The patient's other appointments within 6 days of one, before or after: the same profession first, then the nearest.
 * Somebody who rings twice is shown what is there already (R5).
 */
export const nearby = (
  theirs: readonly Appointment[],
  around: { readonly day: Day; readonly practitionerId: PractitionerId },
  professionOf: (id: PractitionerId) => Profession | undefined,
): Appointment[] => {
  const wanted = professionOf(around.practitionerId);
  const other = (a: Appointment): number => Number(professionOf(a.practitionerId) !== wanted);
  const distance = (a: Appointment): number => Math.abs(daysBetween(around.day, a.day));
  return theirs
    .filter((a) => keeps(a) && distance(a) <= NEARBY_DAYS)
    .sort(
      (a, b) =>
        other(a) - other(b) || distance(a) - distance(b) || (a.day < b.day ? -1 : 1) || a.start - b.start,
    );
};

/** Where the same patient is at that time already, with whomever: half-open, so back to back is no conflict (R4, R5). */
export const busyElsewhere = (
  theirs: readonly Appointment[],
  at: Interval & { readonly day: Day },
): Appointment[] => theirs.filter((a) => keeps(a) && a.day === at.day && overlaps(a, at));
