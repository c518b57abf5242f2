import type { Who } from '../../../contract/agenda.ts';
import type { AppointmentType, Practitioner } from '../../../contract/practice.ts';

/** May this practitioner see somebody for this reason? Types belong to a profession or to one practitioner. */
export const offers = (
  practitioner: Pick<Practitioner, 'id' | 'profession'>,
  type: Pick<AppointmentType, 'profession' | 'practitionerId'>,
): boolean =>
  type.practitionerId === null
    ? type.profession === practitioner.profession
    : type.practitionerId === practitioner.id;

/** Those whom a search may propose. */
export const searchable = (
  everybody: readonly Practitioner[],
  who: Who,
  type: AppointmentType | null,
): Practitioner[] =>
  everybody.filter((p) => {
    if (!p.active) return false;
    if (who.kind === 'practitioner' && p.id !== who.practitionerId) return false;
    if (who.kind === 'profession' && p.profession !== who.profession) return false;
    return type === null || offers(p, type);
  });
