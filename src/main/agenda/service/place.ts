/** Putting a claim on somebody's time: the same for booking, moving and bringing back. */
import type { Override } from '../../../contract/agenda.ts';
import type { ClaimId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { AppointmentType, SlotKind } from '../../../contract/practice.ts';
import { type Day, localNow, type Minute } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { recordsOf } from '../../patients/store.ts';
import { appointmentType } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { busyElsewhere } from '../rules/advice.ts';
import { placementOf } from '../rules/placement.ts';
import { appointmentsOfBetween } from '../store/appointments.ts';
import { type AppointmentClaim, NoRoom } from '../store/claims.ts';
import { standingIn } from '../store/occupied.ts';
import { framesOf } from './frames.ts';
import { ownDoctorOf, proposalsFor } from './free-slots.ts';
import { barredFrom } from './reserve.ts';

export interface Wanted {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  readonly type: AppointmentType | null;
  readonly patientId: PatientId;
  /** The claim being moved or brought back: its own time is no obstacle. */
  readonly own: ClaimId | null;
}

/** How the place was got: what the row keeps of it. */
export type Mark = Pick<AppointmentClaim, 'capacity' | 'overbooked' | 'overbookedReason' | 'overbookedBy'>;

export const rowsOf = (claim: AppointmentClaim): RowRef[] => [
  { entity: 'claim', id: claim.id },
  { entity: 'patient', id: claim.patientId },
  { entity: 'practitioner', id: claim.practitionerId },
];

export const typeOf = (db: ReadDb, claim: AppointmentClaim): AppointmentType | null =>
  claim.appointmentTypeId === null ? null : appointmentType(db, claim.appointmentTypeId);

/** @throws DeskError INVALID_INPUT when it would run past midnight */
export const endOf = (start: Minute, minutes: number): Minute =>
  start + minutes <= 1440 ? start + minutes : failFields({ path: 'minutes', code: 'past-midnight' });

/** A colleague's patient is booked into a reserve only where its practitioner allows it. */
export const kindFor = (
  db: ReadDb,
  { type, patientId, practitionerId }: Pick<Wanted, 'type' | 'patientId' | 'practitionerId'>,
): SlotKind => {
  const kind = type?.kind ?? 'regular';
  if (kind !== 'unscheduled') return kind;
  const barred = barredFrom(db, ownDoctorOf(db, patientId))(practitioner(db, practitionerId));
  return barred ? 'regular' : kind;
};

/** @throws DeskError SLOT_TAKEN */
export const refuseTaken = (tx: Tx, wanted: Wanted): never => {
  return fail('SLOT_TAKEN', {
    with: standingIn(tx.db, wanted, tx.now, wanted.own),
    proposals: proposalsFor(tx.db, tx.now, {
      practitionerId: wanted.practitionerId,
      day: wanted.day,
      start: wanted.start,
      minutes: wanted.end - wanted.start,
      kind: wanted.type?.kind ?? 'regular',
      appointmentTypeId: wanted.type?.id ?? null,
      patientId: wanted.patientId,
      ignoring: wanted.own,
    }),
  });
};

/**
 * Writes the claim where it is wanted: plainly if it fits, overbooked if it does not and that is on purpose. The database
 * has the last word on whether it fits within hours; upon somebody only when that was seen.
 * @throws DeskError OUTSIDE_HOURS, SLOT_TAKEN
 */
export const writePlaced = (
  tx: Tx,
  wanted: Wanted,
  override: Override | undefined,
  write: (mark: Mark) => AppointmentClaim,
): AppointmentClaim => {
  const frame = framesOf(
    tx.db,
    [wanted.practitionerId],
    wanted.day,
    wanted.day,
    tx.now,
  )(wanted.practitionerId, wanted.day);
  const wall = localNow(tx.now, housesZone(tx.db));
  const placement = placementOf(wanted, kindFor(tx.db, wanted), frame, wall);
  const onPurpose = (capacity: number, { reason }: Override): AppointmentClaim =>
    write({ capacity, overbooked: true, overbookedReason: reason, overbookedBy: tx.call.actor.id });
  if ('outside' in placement) {
    if (!override) return fail('OUTSIDE_HOURS', { why: placement.outside });
    // An overbooked claim is never judged by the triggers: without this look, two desks would double somebody unseen.
    const upon = standingIn(tx.db, wanted, tx.now, wanted.own).length > 0;
    return upon && !override.taken ? refuseTaken(tx, wanted) : onPurpose(1, override);
  }
  try {
    return write({
      capacity: placement.capacity,
      overbooked: false,
      overbookedReason: null,
      overbookedBy: null,
    });
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    return override?.taken ? onPurpose(placement.capacity, override) : refuseTaken(tx, wanted);
  }
};

/** Where the same person is at that time, with whomever (R5). */
export const patientBusy = (db: ReadDb, wanted: Omit<Wanted, 'type'>): ClaimId[] =>
  busyElsewhere(
    appointmentsOfBetween(db, recordsOf(db, wanted.patientId), wanted.day, wanted.day).appointments,
    wanted,
  )
    .map((a) => a.id)
    .filter((id) => id !== wanted.own);

/** @throws DeskError PATIENT_BUSY */
export const refusePatientBusy = (tx: Tx, claim: AppointmentClaim): void => {
  const busy = patientBusy(tx.db, { ...claim, own: claim.id });
  if (busy.length > 0) fail('PATIENT_BUSY', { with: busy });
};
