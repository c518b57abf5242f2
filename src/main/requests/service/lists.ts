/** Who waits on a list, until the lists have entries of their own: nobody on a list is out of sight. */
import type { Appointment } from '../../../contract/agenda.ts';
import type { ClaimId } from '../../../contract/ids.ts';
import type { OnList } from '../../../contract/requests.ts';
import { type LocalNow, localNow } from '../../../contract/time.ts';
import { appointmentsById } from '../../agenda/store/appointments.ts';
import type { Ground } from '../../core/ground.ts';
import { recordsOf, summariesOf, survivorOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { type ListOutcome, type Waiting, waitingOf } from '../rules/lists.ts';
import { peopleOnLists, type RequestRow, requestsOf } from '../store/requests.ts';

/** The appointment that stands meanwhile is still to come: once it is past or cancelled, nobody waits for an earlier one. */
const toCome = ({ status, day, start }: Appointment, now: LocalNow): boolean =>
  status === 'booked' && (day > now.day || (day === now.day && start > now.minute));

const listOf = (
  outcome: ListOutcome,
  appointments: ReadonlyMap<ClaimId, Appointment>,
  now: LocalNow,
): OnList['list'] | null => {
  if (outcome.kind === 'registration-list')
    return {
      kind: 'registration',
      profession: outcome.profession,
      practitionerIds: outcome.practitionerIds,
    };
  const standing = appointments.get(outcome.appointmentId);
  if (standing === undefined || !toCome(standing, now)) return null;
  const { id, practitionerId, day, start } = standing;
  return { kind: 'earlier', appointment: { id, practitionerId, day, start } };
};

/** Whoever has waited longest comes first. */
export const onLists = ({ db, clock }: Ground): OnList[] => {
  const now = localNow(clock.now(), housesZone(db));
  const people = [...new Set(peopleOnLists(db).flatMap((id) => survivorOf(db, id) ?? []))];
  const summaries = summariesOf(db, people);
  const waiting = people.flatMap((id) => {
    const rows = requestsOf(db, recordsOf(db, id)).toSorted((a, b) => a.id - b.id);
    return waitingOf(rows).map((one): Waiting<RequestRow> & { person: typeof id } => ({
      ...one,
      person: id,
    }));
  });
  const standing = waiting.flatMap(({ outcome }) =>
    outcome.kind === 'earlier-list' ? outcome.appointmentId : [],
  );
  const appointments = new Map(appointmentsById(db, standing).appointments.map((one) => [one.id, one]));
  return waiting
    .flatMap(({ row, outcome, since, person }) => {
      const patient = summaries.get(person);
      const list = listOf(outcome, appointments, now);
      return patient === undefined || list === null
        ? []
        : { requestId: row.id, patient, list, wishes: outcome.wishes, since };
    })
    .toSorted((a, b) => a.since - b.since || a.requestId - b.requestId);
};
