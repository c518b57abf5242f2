import { useQuery } from '@tanstack/react-query';
import type { PractitionerId } from '../../../contract/ids.ts';
import { api } from '../api/query.ts';
import { useStation } from '../app/station.ts';

interface Seat {
  /** The practitioner who sits at this desk under her own initials; null: reception, or a référent. */
  readonly practitionerId: PractitionerId | null;
}

/** As whom somebody sits here: a practitioner answers for her own door, never for a colleague's. */
export const useSeat = (): Seat => {
  // Locked, it is nobody's.
  const actorId = useStation((state) => (state.locked ? null : state.actorId));
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  const actor = staff.find(({ id }) => id === actorId);
  return { practitionerId: actor?.role === 'practitioner' ? actor.practitionerId : null };
};
