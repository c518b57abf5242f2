import type { Override } from '../../../contract/agenda.ts';
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import type { Day, Minute } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { appointment } from '../store/appointments.ts';
import { type AppointmentClaim, appointmentClaim, saveAppointment } from '../store/claims.ts';
import { adviceOn } from './advice.ts';
import { type Booked, refuseNotOffered } from './book.ts';
import { expireOverdue } from './holds.ts';
import { endOf, refusePatientBusy, rowsOf, typeOf, writePlaced } from './place.ts';

export interface Move {
  readonly id: ClaimId;
  readonly version: number;
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly minutes?: number | undefined;
  readonly override?: Override | undefined;
  readonly acceptPatientBusy: boolean;
}

type Place = Pick<AppointmentClaim, 'practitionerId' | 'day' | 'start' | 'end'>;

const samePlace = (a: Place, b: Place): boolean =>
  a.practitionerId === b.practitionerId && a.day === b.day && a.start === b.start && a.end === b.end;

/** A shorter stay within one's own time asks nobody. */
const within = (inner: Place, outer: Place): boolean =>
  inner.practitionerId === outer.practitionerId &&
  inner.day === outer.day &&
  inner.start >= outer.start &&
  inner.end <= outer.end;

/** Somebody who is here already may change practitioner or hour today, not day. What is over or cancelled stays. */
const refuseSettled = (claim: AppointmentClaim, to: Place): void => {
  const movable = claim.status === 'booked' || (claim.status === 'arrived' && claim.day === to.day);
  if (!movable) fail('STATUS_NOT_ALLOWED', { from: claim.status, to: 'moved' });
};

/** The version of the row is checked by the caller. @throws as `move` */
export const moveClaim = (
  tx: Tx,
  before: AppointmentClaim,
  to: Place,
  override: Override | undefined,
): AppointmentClaim => {
  refuseSettled(before, to);
  const type = typeOf(tx.db, before);
  if (to.practitionerId !== before.practitionerId)
    refuseNotOffered(practitioner(tx.db, to.practitionerId), type);
  if (within(to, before)) return saveAppointment(tx.db, { ...before, ...to });
  return writePlaced(tx, { ...to, type, patientId: before.patientId, own: before.id }, override, (mark) =>
    saveAppointment(tx.db, { ...before, ...to, ...mark }),
  );
};

/**
 * Moves within somebody else's transaction: an area above ends a place on a list with the same commit.
 * @param about further rows that the journal entry tells of
 * @throws as `move`
 */
export const moveWithin = (tx: Tx, input: Move, about: readonly RowRef[] = []): Booked => {
  const before = appointmentClaim(tx.db, input.id);
  refuseStale(tx.db, 'claim', before, input);
  const { practitionerId, day, start } = input;
  const end = endOf(start, input.minutes ?? before.end - before.start);
  const to = { practitionerId, day, start, end };
  if (!samePlace(before, to)) {
    expireOverdue(tx);
    const after = moveClaim(tx, before, to, input.override);
    if (!input.acceptPatientBusy) refusePatientBusy(tx, after);
    const rows = rowsOf(after);
    if (before.practitionerId !== after.practitionerId)
      rows.push({ entity: 'practitioner', id: before.practitionerId });
    tx.record({
      action: 'appointment.moved',
      rows: [...rows, ...about],
      before,
      after,
      undoable: true,
    });
  }
  const now = appointmentClaim(tx.db, input.id);
  return { appointment: appointment(tx.db, now.id), advice: adviceOn(tx.db, tx.now, now, now.id) };
};

/**
 * One command and one set of rules, typed or dragged. Onto its own place it changes nothing and tells nobody.
 * @throws DeskError NOT_FOUND, STALE_VERSION, STATUS_NOT_ALLOWED, INVALID_INPUT, OUTSIDE_HOURS, SLOT_TAKEN, PATIENT_BUSY
 */
export const move = (ground: Ground, call: Call, input: Move): Booked =>
  ground.write(call, (tx) => moveWithin(tx, input));
