/**
 * What somebody asks for, from the first word to the outcome. No dead end: the only ways to close a request are those
 * that give it an outcome, and the database refuses any other.
 */
import type { Booking } from '../../contract/agenda.ts';
import type { PatientId, RequestId, StaffId } from '../../contract/ids.ts';
import type { DeskRequest, RequestOrigin } from '../../contract/requests.ts';
import { type Booked, bookWithin } from '../agenda/service.ts';
import type { Call } from '../core/actor.ts';
import { fail, found } from '../core/errors.ts';
import type { Ground, Tx } from '../core/ground.ts';
import type { RowRef } from '../core/journal.ts';
import { refuseStale } from '../core/stale.ts';
import { survivorOf } from '../patients/store.ts';
import * as store from './store.ts';

interface Versioned {
  readonly id: RequestId;
  readonly version: number;
}

export const rowsOf = (row: store.RequestRow): RowRef[] => [
  { entity: 'request', id: row.id },
  ...(row.patientId === null ? [] : [{ entity: 'patient', id: row.patientId }]),
];

const knownPatient = (tx: Tx, id: PatientId): PatientId => found(survivorOf(tx.db, id), 'patient');

const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT once closed */
const stillOpen = (tx: Tx, sent: Versioned): store.RequestRow => {
  const row = store.request(tx.db, sent.id);
  refuseStale(tx.db, 'request', row, sent);
  return row.closedAt === null ? row : fail('CONFLICT', { reason: 'request-closed' });
};

export const open = (
  ground: Ground,
  call: Call,
  input: { origin: RequestOrigin; patientId?: PatientId | undefined; wish?: string | undefined },
): DeskRequest =>
  ground.write(call, (tx) => {
    const after = store.insertRequest(tx.db, {
      origin: input.origin,
      patientId: input.patientId === undefined ? null : knownPatient(tx, input.patientId),
      wish: input.wish || null,
      openedAt: tx.now,
      openedBy: staffOf(tx),
    });
    tx.record({ action: 'request.opened', rows: rowsOf(after), after });
    return store.toRequest(tx.db, after);
  });

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT */
export const update = (
  ground: Ground,
  call: Call,
  input: Versioned & {
    patientId?: PatientId | null | undefined;
    wish?: string | null | undefined;
    origin?: RequestOrigin | undefined;
  },
): DeskRequest =>
  ground.write(call, (tx) => {
    const before = stillOpen(tx, input);
    const named = input.patientId === undefined ? before.patientId : input.patientId;
    const after = store.saveRequest(tx.db, {
      ...before,
      patientId: named === null ? null : knownPatient(tx, named),
      wish: input.wish === undefined ? before.wish : input.wish || null,
      origin: input.origin ?? before.origin,
    });
    tx.record({ action: 'request.updated', rows: rowsOf(after), before, after });
    return store.toRequest(tx.db, after);
  });

export interface RequestBooked extends Booked {
  readonly request: DeskRequest;
}

/**
 * Books and closes in one transaction: never one without the other. Whoever is booked is whom the request was about.
 * @throws DeskError those of a booking, and NOT_FOUND, STALE_VERSION, CONFLICT
 */
export const book = (ground: Ground, call: Call, input: Versioned & { booking: Booking }): RequestBooked =>
  ground.write(call, (tx) => {
    const before = stillOpen(tx, input);
    const booked = bookWithin(tx, input.booking, [{ entity: 'request', id: before.id }]);
    const after = store.saveRequest(tx.db, {
      ...before,
      patientId: booked.appointment.patient.id,
      closedAt: tx.now,
      outcome: 'appointment',
      appointmentId: booked.appointment.id,
    });
    // Undone with the booking, never by itself: a request without its appointment would be a dead end.
    tx.record({ action: 'request.closed', rows: rowsOf(after), before, after });
    return { ...booked, request: store.toRequest(tx.db, after) };
  });

/** The caller no longer asks for anything. @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT */
export const withdraw = (ground: Ground, call: Call, input: Versioned): DeskRequest =>
  ground.write(call, (tx) => {
    const before = stillOpen(tx, input);
    const after = store.saveRequest(tx.db, { ...before, closedAt: tx.now, outcome: 'withdrawn' });
    tx.record({ action: 'request.withdrawn', rows: rowsOf(after), before, after, undoable: true });
    return store.toRequest(tx.db, after);
  });

export const pending = (ground: Ground): DeskRequest[] =>
  store.toRequests(ground.db, store.openRequests(ground.db));
