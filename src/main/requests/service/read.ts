import type { Callback } from '../../../contract/callbacks.ts';
import type { PatientId, PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { AskedMatter, DeskRequest } from '../../../contract/requests.ts';
import { addDays, type Day, instantOf } from '../../../contract/time.ts';
import type { Ground } from '../../core/ground.ts';
import { recordsOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import * as callbacks from '../store/callbacks.ts';
import * as requests from '../store/requests.ts';
import { earlierOf } from './open.ts';
import { professionOf } from './shared.ts';

/** @throws DeskError NOT_FOUND */
export const get = ({ db }: Ground, id: RequestId): DeskRequest =>
  requests.toRequest(db, requests.requestById(db, id));

/** Open requests, the earliest due first. */
export const pending = ({ db }: Ground): DeskRequest[] => requests.toRequests(db, requests.openRequests(db));

export const ofPatient = ({ db }: Ground, patientId: PatientId): DeskRequest[] =>
  requests.toRequests(db, requests.requestsOf(db, recordsOf(db, patientId)));

/** What asking this now would continue. @throws DeskError NOT_FOUND */
export const likely = ({ db, clock }: Ground, asked: AskedMatter): DeskRequest | null => {
  const matter = { ...asked, profession: professionOf(db, asked.practitionerId, asked.profession) };
  const earlier = earlierOf(db, asked.patientId, matter, clock.now());
  return earlier && requests.toRequest(db, earlier);
};

/** @throws DeskError NOT_FOUND */
export const forPractitioner = (
  { db }: Ground,
  practitionerId: PractitionerId,
): { requests: DeskRequest[]; callbacks: Callback[] } => {
  const { id } = practitioner(db, practitionerId);
  return {
    requests: requests.toRequests(db, requests.openRequestsFor(db, id)),
    callbacks: callbacks.toCallbacks(db, callbacks.openCallbacksFor(db, id)),
  };
};

export const pendingCallbacks = ({ db }: Ground): Callback[] =>
  callbacks.toCallbacks(db, callbacks.openCallbacks(db));

/** Closed on that day of the house, the latest first. */
export const callbacksClosedOn = ({ db }: Ground, day: Day): Callback[] => {
  const zone = housesZone(db);
  const [from, to] = [instantOf(day, 0, zone), instantOf(addDays(day, 1), 0, zone)];
  return callbacks.toCallbacks(db, callbacks.callbacksClosedBetween(db, from, to));
};

export const counts = ({ db, clock }: Ground) => ({
  requests: requests.waitingRequests(db, clock.now()),
  callbacks: callbacks.waitingCallbacks(db, clock.now()),
});
