/** Put on a list by hand: somebody comes to the counter for nothing else. */
import type { ClaimId, PatientId, PractitionerId, WaitlistEntryId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { RequestOrigin } from '../../../contract/requests.ts';
import type { EntryLimits, WaitlistEntry } from '../../../contract/waitlist.ts';
import { appointment } from '../../agenda/store/appointments.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { recordsOf, survivorOf } from '../../patients/store.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { type EntryRow, entriesOf, insertEntry } from '../store/entries.ts';
import { toEntry } from './lines.ts';
import { professionOfAppointment } from './reconcile.ts';
import { reconfirmFrom, rowsOf, staffOf, stillToCome, wallNow } from './shared.ts';

type Key = Pick<EntryRow, 'kind' | 'profession' | 'appointmentId'>;

const sameWait = (a: Key, b: Key): boolean =>
  a.kind === b.kind &&
  (a.kind === 'registration' ? a.profession === b.profession : a.appointmentId === b.appointmentId);

/** One entry a person and profession, along merged records. @throws DeskError ALREADY_LISTED */
export const refuseTwice = (db: ReadDb, patientId: PatientId, key: Key, but?: WaitlistEntryId): void => {
  const stands = entriesOf(db, recordsOf(db, patientId)).find(
    (entry) => entry.state !== 'closed' && entry.id !== but && sameWait(entry, key),
  );
  if (stands) fail('ALREADY_LISTED', { entryId: stands.id });
};

/**
 * Whoever left, or is of another profession, can never be waited for; those who were named already may stay named.
 * @throws DeskError INVALID_INPUT, NOT_FOUND
 */
export const refuseWrongLimits = (
  db: ReadDb,
  { practitionerIds, wishes }: EntryLimits,
  profession: Profession,
  named: readonly PractitionerId[] = [],
): void => {
  for (const id of practitionerIds) {
    const one = practitioner(db, id);
    if (one.profession !== profession)
      failFields({ path: 'limits.practitionerIds', code: 'not-of-profession' });
    if (!one.active && !named.includes(id)) failFields({ path: 'limits.practitionerIds', code: 'inactive' });
  }
  if (wishes.from !== null && wishes.to !== null && wishes.to <= wishes.from)
    failFields({ path: 'limits.wishes.to', code: 'before-from' });
};

export type Adding = { readonly origin: RequestOrigin; readonly limits: EntryLimits } & (
  | { readonly kind: 'registration'; readonly patientId: PatientId; readonly profession: Profession }
  | { readonly kind: 'earlier'; readonly appointmentId: ClaimId }
);

interface Whom {
  readonly patientId: PatientId;
  readonly profession: Profession;
  readonly appointmentId: ClaimId | null;
}

/** @throws DeskError NOT_FOUND, INVALID_INPUT */
const whom = (tx: Tx, adding: Adding): Whom => {
  if (adding.kind === 'registration') {
    const patientId = found(survivorOf(tx.db, adding.patientId), 'patient');
    return { patientId, profession: adding.profession, appointmentId: null };
  }
  const { patient } = appointment(tx.db, adding.appointmentId);
  if (!stillToCome(tx.db, [adding.appointmentId], wallNow(tx.db, tx.now)).has(adding.appointmentId))
    failFields({ path: 'appointmentId', code: 'not-to-come' });
  return {
    patientId: patient.id,
    profession: professionOfAppointment(tx.db, adding.appointmentId),
    appointmentId: adding.appointmentId,
  };
};

/** @throws DeskError ALREADY_LISTED, NOT_FOUND, INVALID_INPUT */
export const addWithin = (tx: Tx, adding: Adding): EntryRow => {
  staffOf(tx);
  const { patientId, profession, appointmentId } = whom(tx, adding);
  const key = { kind: adding.kind, profession, appointmentId };
  refuseTwice(tx.db, patientId, key);
  refuseWrongLimits(tx.db, adding.limits, profession);
  const after = insertEntry(tx.db, {
    ...key,
    ...adding.limits,
    patientId,
    origin: adding.origin,
    requestId: null,
    since: tx.now,
    reconfirmBy: reconfirmFrom(tx.db, tx.now),
    attempts: 0,
    lastAttemptAt: null,
    cptsAgrees: null,
    state: 'waiting',
    ended: null,
    closedAt: null,
    closedBy: null,
  });
  tx.record({ action: 'waitlist.added', rows: rowsOf(after), after, undoable: true });
  return after;
};

/** @throws DeskError ALREADY_LISTED, NOT_FOUND, INVALID_INPUT */
export const add = (ground: Ground, call: Call, adding: Adding): WaitlistEntry =>
  ground.write(call, (tx) => toEntry(tx.db, addWithin(tx, adding)));
