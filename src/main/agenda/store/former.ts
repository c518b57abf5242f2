/** Appointments taken over from a former agenda: with the status they had there, recognised by their code at the next import. */
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import type { AppointmentTypeId, ClaimId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { Day, Instant, Minute } from '../../../contract/time.ts';
import { run, type WriteDb } from '../../core/db.ts';
import { type AppointmentClaim, appointmentClaim, guarded } from './claims.ts';

export interface FormerAppointment {
  readonly sourceCode: string;
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  readonly status: AppointmentStatus;
  readonly patientId: PatientId;
  readonly appointmentTypeId: AppointmentTypeId | null;
  readonly comment: string | null;
  /** Why it stands although the place is taken; null when it does not overlap. */
  readonly overbookedReason: string | null;
}

/** The former software did not say who cancelled nor when: `unknown`, known since the import. */
const columns = ({ overbookedReason, ...row }: FormerAppointment, now: Instant) => ({
  ...row,
  overbooked: overbookedReason === null ? 0 : 1,
  overbookedReason,
  cancelledBy: row.status === 'cancelled' ? 'unknown' : null,
  cancelledAt: row.status === 'cancelled' ? now : null,
});

/** @throws NoRoom */
export const insertFormerAppointment = (db: WriteDb, row: FormerAppointment, now: Instant): ClaimId =>
  guarded(() =>
    run(
      db,
      `INSERT INTO claims (version, kind, source_code, practitioner_id, day, start_min, end_min, status, capacity,
         overbooked, overbooked_reason, patient_id, appointment_type_id, comment, cancelled_by, cancelled_at, created_at)
       VALUES (1, 'appointment', :sourceCode, :practitionerId, :day, :start, :end, :status, 1, :overbooked,
         :overbookedReason, :patientId, :appointmentTypeId, :comment, :cancelledBy, :cancelledAt, :now)`,
      { ...columns(row, now), now },
    ),
  ).id as ClaimId;

/** @throws NoRoom */
export const updateFormerAppointment = (
  db: WriteDb,
  id: ClaimId,
  row: FormerAppointment,
  now: Instant,
): AppointmentClaim => {
  guarded(() =>
    run(
      db,
      `UPDATE claims SET version = version + 1, practitioner_id = :practitionerId, day = :day, start_min = :start,
         end_min = :end, status = :status, overbooked = :overbooked, overbooked_reason = :overbookedReason,
         patient_id = :patientId, appointment_type_id = :appointmentTypeId, comment = :comment,
         cancelled_by = :cancelledBy, cancelled_at = :cancelledAt
       WHERE id = :id AND source_code = :sourceCode`,
      { ...columns(row, now), id },
    ),
  );
  return appointmentClaim(db, id);
};
