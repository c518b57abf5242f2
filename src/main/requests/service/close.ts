/** The one door by which a request is closed. No dead end: only with an outcome, which has what it needs. */
import type { ClaimId, PatientId, RequestId } from '../../../contract/ids.ts';
import type { Closing, DeskRequest, RequestOutcome } from '../../../contract/requests.ts';
import { localNow } from '../../../contract/time.ts';
import { appointment } from '../../agenda/store/appointments.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import { recordsOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { type ClosingFacts, missingToClose } from '../rules/closing.ts';
import { callbackById } from '../store/callbacks.ts';
import * as store from '../store/requests.ts';
import { answerWithin, promiseWithin } from './promise.ts';
import { rowsOf, staffOf, type Versioned } from './shared.ts';

/**
 * The request, which nobody has closed or changed since it was read.
 * @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `request-closed`
 */
export const stillOpen = (tx: Tx, sent: Versioned<RequestId>): store.RequestRow => {
  const row = store.requestById(tx.db, sent.id);
  refuseStale(tx.db, 'request', row, sent);
  return row.closedAt === null ? row : fail('CONFLICT', { reason: 'request-closed' });
};

interface Named {
  readonly facts: ClosingFacts['appointment'];
  readonly patientId: PatientId;
}

/** @throws DeskError NOT_FOUND */
const appointmentNamed = (tx: Tx, whom: PatientId | null, id: ClaimId): Named => {
  const { patient, status, day, start } = appointment(tx.db, id);
  const now = localNow(tx.now, housesZone(tx.db));
  return {
    patientId: patient.id,
    facts: {
      stands: status !== 'cancelled' && status !== 'noshow',
      own: whom === null || recordsOf(tx.db, whom).includes(patient.id),
      toCome: status === 'booked' && (day > now.day || (day === now.day && start > now.minute)),
    },
  };
};

/** Who is named must be there; nothing else of the house is asked. @throws DeskError NOT_FOUND, INVALID_INPUT */
const refuseWrongNames = (db: ReadDb, closing: Closing): void => {
  if (closing.kind === 'redirected' && closing.to.kind === 'colleague')
    practitioner(db, closing.to.practitionerId);
  if (closing.kind === 'registration-list')
    for (const id of closing.practitionerIds)
      if (practitioner(db, id).profession !== closing.profession)
        failFields({ path: 'outcome.practitionerIds', code: 'not-of-profession' });
  if ('wishes' in closing) {
    const { from, to } = closing.wishes;
    if (from !== null && to !== null && to <= from)
      failFields({ path: 'outcome.wishes.to', code: 'before-from' });
  }
};

interface Settled {
  readonly outcome: RequestOutcome;
  /** Further rows that the journal entry tells of: the call-backs promised with it. */
  readonly about: readonly RowRef[];
}

/** @throws DeskError NOT_FOUND, INVALID_INPUT, CONFLICT */
const settle = (tx: Tx, row: store.RequestRow, closing: Closing): Settled => {
  if (closing.kind !== 'callback') return { outcome: closing, about: [] };
  const { callback, answer } = closing;
  const answers = (): RowRef[] =>
    answer === undefined ? [] : [{ entity: 'callback', id: answerWithin(tx, answer, row).id }];
  if (!('id' in callback)) {
    const { id } = promiseWithin(tx, callback, row);
    return {
      outcome: { kind: 'callback', callbackId: id },
      about: [{ entity: 'callback', id }, ...answers()],
    };
  }
  const promised = callbackById(tx.db, callback.id);
  if (promised.requestId !== row.id) fail('CONFLICT', { reason: 'callback-of-another-request' });
  if (promised.closedAt !== null) fail('CONFLICT', { reason: 'callback-closed' });
  // Who asked is told what came of it: that leaves the patient without an outcome.
  if (promised.answersProfessional) fail('CONFLICT', { reason: 'callback-not-to-patient' });
  return { outcome: { kind: 'callback', callbackId: promised.id }, about: answers() };
};

const closeAs = (
  tx: Tx,
  row: store.RequestRow,
  closing: Closing | null | undefined,
  journal: { readonly action: string; readonly undoable: boolean },
  whom: PatientId | null = row.patientId,
): store.RequestRow => {
  if (row.closedAt !== null) fail('CONFLICT', { reason: 'request-closed' });
  const named =
    closing?.kind === 'appointment' || closing?.kind === 'earlier-list'
      ? appointmentNamed(tx, whom, closing.appointmentId)
      : null;
  const patientId = whom ?? named?.patientId ?? null;
  const why = missingToClose(closing, { named: patientId !== null, appointment: named?.facts ?? null });
  if (why !== null || !closing) return fail('OUTCOME_REQUIRED', { why: why ?? 'outcome' });
  refuseWrongNames(tx.db, closing);
  const { outcome, about } = settle(tx, row, closing);
  const after = store.saveRequest(tx.db, {
    ...row,
    patientId,
    closedAt: tx.now,
    closedBy: staffOf(tx),
    outcome,
  });
  tx.record({ ...journal, rows: [...rowsOf('request', after), ...about], before: row, after });
  return after;
};

/**
 * Closes within somebody else's transaction (a booking, a refusal, an urgency), whose act it only accompanies: it is
 * taken back with that act, never by itself.
 * @param row as `stillOpen` gave it
 * @param whom whom it turned out to be about, when that is not who the row names
 * @throws DeskError OUTCOME_REQUIRED, CONFLICT, NOT_FOUND, INVALID_INPUT
 */
export const closeWithin = (
  tx: Tx,
  row: store.RequestRow,
  closing: Closing | null | undefined,
  whom: PatientId | null = row.patientId,
): store.RequestRow => closeAs(tx, row, closing, { action: 'request.closed', undoable: false }, whom);

/**
 * Closes as an act of its own, which Ctrl+Z takes back.
 * @throws DeskError OUTCOME_REQUIRED, STALE_VERSION, CONFLICT, NOT_FOUND, INVALID_INPUT
 */
export const close = (
  ground: Ground,
  call: Call,
  { outcome, ...sent }: Versioned<RequestId> & { outcome?: Closing | null | undefined },
): DeskRequest =>
  ground.write(call, (tx) =>
    store.toRequest(
      tx.db,
      closeAs(tx, stillOpen(tx, sent), outcome, { action: 'request.concluded', undoable: true }),
    ),
  );
