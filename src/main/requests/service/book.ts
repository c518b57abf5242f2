import type { Booking } from '../../../contract/agenda.ts';
import type { RequestId } from '../../../contract/ids.ts';
import type { DeskRequest } from '../../../contract/requests.ts';
import { type Booked, bookWithin as bookPlaceWithin } from '../../agenda/service.ts';
import type { Call } from '../../core/actor.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import * as store from '../store/requests.ts';
import { closeWithin, stillOpen } from './close.ts';
import type { Versioned } from './shared.ts';

export interface RequestBooked extends Booked {
  readonly request: DeskRequest;
}

type Sent = Versioned<RequestId> & { readonly booking: Booking };

/** The same within the transaction of an area above. @throws DeskError as `book` */
export const bookWithin = (tx: Tx, { booking, ...sent }: Sent): RequestBooked => {
  const before = stillOpen(tx, sent);
  const booked = bookPlaceWithin(tx, booking, [{ entity: 'request', id: before.id }]);
  const { id, patient } = booked.appointment;
  const closed = closeWithin(tx, before, { kind: 'appointment', appointmentId: id }, patient.id);
  return { ...booked, request: store.toRequest(tx.db, closed) };
};

/**
 * Books and closes in one transaction: never one without the other. Whoever is booked is whom the request was about.
 * @throws DeskError those of a booking, and NOT_FOUND, STALE_VERSION, CONFLICT
 */
export const book = (ground: Ground, call: Call, sent: Sent): RequestBooked =>
  ground.write(call, (tx) => bookWithin(tx, sent));
