import type { Appointment } from '../../../contract/agenda.ts';
import type { ClaimId } from '../../../contract/ids.ts';
import { type Day, localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { historyOf } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import { housesZone } from '../../practice/store/house.ts';
import { decideStatus, type StatusWish } from '../rules/status.ts';
import { appointment } from '../store/appointments.ts';
import { type AppointmentClaim, appointmentClaim, NoRoom, saveAppointment } from '../store/claims.ts';
import { expireOverdue } from './holds.ts';
import { refuseTaken, rowsOf, typeOf } from './place.ts';

export interface StatusChange extends StatusWish {
  readonly id: ClaimId;
  readonly version: number;
}

/** House's day on which the present status was given; the appointment's own when the journal does not tell. */
const statusDay = (db: ReadDb, claim: AppointmentClaim, zone: string): Day => {
  const last = historyOf(db, { entity: 'claim', id: claim.id }).findLast(
    (entry) => entry.action === 'appointment.status',
  );
  return last ? localNow(last.at, zone).day : claim.day;
};

/** Saves a row that takes time back, if it is still free. @throws DeskError SLOT_TAKEN */
export const saveTakingBack = (tx: Tx, next: AppointmentClaim): AppointmentClaim => {
  try {
    return saveAppointment(tx.db, next);
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    return refuseTaken(tx, { ...next, type: typeOf(tx.db, next), own: next.id });
  }
};

/**
 * docs/spec/appointment-status.md. What is so already is looked at before the version: a second click is no conflict.
 * @throws DeskError NOT_FOUND, STALE_VERSION, STATUS_NOT_ALLOWED, SLOT_TAKEN when minutes given back went to somebody
 */
export const setStatus = (ground: Ground, call: Call, input: StatusChange): Appointment =>
  ground.write(call, (tx) => {
    const before = appointmentClaim(tx.db, input.id);
    const zone = housesZone(tx.db);
    const facts = { ...before, statusDay: statusDay(tx.db, before, zone) };
    const decision = decideStatus(facts, input, tx.now, localNow(tx.now, zone));
    if (decision.kind !== 'unchanged') {
      refuseStale(tx.db, 'claim', before, input);
      if (decision.kind === 'refused')
        return fail('STATUS_NOT_ALLOWED', { from: before.status, to: input.status });
      expireOverdue(tx);
      const after = saveTakingBack(tx, { ...before, ...decision.columns });
      tx.record({ action: 'appointment.status', rows: rowsOf(after), before, after, undoable: true });
    }
    return appointment(tx.db, input.id);
  });
