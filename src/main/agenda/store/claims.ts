/** One row of the table of claims: as the journal keeps it, and as the triggers judge it. */
import type { AppointmentStatus, CancelledBy } from '../../../contract/agenda.ts';
import type {
  AppointmentTypeId,
  ClaimId,
  PatientId,
  PractitionerId,
  StaffId,
} from '../../../contract/ids.ts';
import type { Day, Instant, Minute } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

interface Place {
  readonly id: ClaimId;
  readonly version: number;
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  /** Of the opening range it was placed in, resolved when it was placed. */
  readonly capacity: number;
  readonly overbooked: boolean;
  readonly overbookedReason: string | null;
  readonly overbookedBy: StaffId | null;
  readonly createdAt: Instant;
}

export interface AppointmentClaim extends Place {
  readonly kind: 'appointment';
  readonly status: AppointmentStatus;
  readonly patientId: PatientId;
  readonly appointmentTypeId: AppointmentTypeId | null;
  readonly comment: string | null;
  readonly releasedFrom: Minute | null;
  readonly arrivedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly excused: boolean | null;
  readonly cancelledBy: CancelledBy | null;
  readonly cancelReason: string | null;
  readonly cancelledAt: Instant | null;
}

export interface HoldClaim extends Place {
  readonly kind: 'hold';
  readonly status: 'held' | 'released' | 'expired';
  readonly expiresAt: Instant;
}

/** The database refused: at some minute there would be one too many (docs/spec/claims.md). Nothing was written. */
export class NoRoom extends Error {}

export const guarded = <T>(write: () => T): T => {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && error.message === 'claims: no room') throw new NoRoom();
    throw error;
  }
};

type Flags<T> = Omit<T, 'overbooked' | 'excused'> & { overbooked: number; excused: number | null };
type Row = Omit<Flags<AppointmentClaim>, 'kind' | 'status'> & {
  kind: 'appointment' | 'hold';
  status: string;
  expiresAt: Instant | null;
};

const SELECT = `SELECT id, version, kind, practitioner_id AS practitionerId, day, start_min AS start, end_min AS "end",
  released_from AS releasedFrom, status, capacity, overbooked, overbooked_reason AS overbookedReason,
  overbooked_by AS overbookedBy, patient_id AS patientId, appointment_type_id AS appointmentTypeId, comment,
  arrived_at AS arrivedAt, started_at AS startedAt, ended_at AS endedAt, excused, cancelled_by AS cancelledBy,
  cancel_reason AS cancelReason, cancelled_at AS cancelledAt, expires_at AS expiresAt, created_at AS createdAt
  FROM claims`;

const flags = (row: Row) => ({
  overbooked: row.overbooked === 1,
  excused: row.excused === null ? null : row.excused === 1,
});

const toAppointment = ({ expiresAt: _expiresAt, ...row }: Row): AppointmentClaim =>
  ({ ...row, ...flags({ ...row, expiresAt: null }) }) as AppointmentClaim;

const toHold = (row: Row): HoldClaim => ({
  id: row.id,
  version: row.version,
  kind: 'hold',
  practitionerId: row.practitionerId,
  day: row.day,
  start: row.start,
  end: row.end,
  capacity: row.capacity,
  overbooked: row.overbooked === 1,
  overbookedReason: row.overbookedReason,
  overbookedBy: row.overbookedBy,
  status: row.status as HoldClaim['status'],
  expiresAt: row.expiresAt as Instant,
  createdAt: row.createdAt,
});

/** Cancelled ones included. @throws DeskError NOT_FOUND */
export const appointmentClaim = (db: ReadDb, id: ClaimId): AppointmentClaim =>
  toAppointment(found(get<Row>(db, `${SELECT} WHERE id = ? AND kind = 'appointment'`, [id]), 'appointment'));

/** @throws DeskError NOT_FOUND */
export const holdClaim = (db: ReadDb, id: ClaimId): HoldClaim =>
  toHold(found(get<Row>(db, `${SELECT} WHERE id = ? AND kind = 'hold'`, [id]), 'hold'));

/** Holds that stand although their time has passed. */
export const overdueHolds = (db: ReadDb, now: Instant): HoldClaim[] =>
  all<Row>(db, `${SELECT} WHERE status = 'held' AND expires_at <= ? ORDER BY id`, [now]).map(toHold);

export type NewAppointment = Pick<
  AppointmentClaim,
  | 'practitionerId'
  | 'day'
  | 'start'
  | 'end'
  | 'capacity'
  | 'overbooked'
  | 'overbookedReason'
  | 'overbookedBy'
  | 'patientId'
  | 'appointmentTypeId'
  | 'comment'
  | 'createdAt'
>;

/** @throws NoRoom */
export const insertAppointment = (db: WriteDb, draft: NewAppointment): AppointmentClaim => {
  const { id } = guarded(() =>
    run(
      db,
      `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked,
         overbooked_reason, overbooked_by, patient_id, appointment_type_id, comment, created_at)
       VALUES (1, 'appointment', :practitionerId, :day, :start, :end, 'booked', :capacity, :overbooked,
         :overbookedReason, :overbookedBy, :patientId, :appointmentTypeId, :comment, :createdAt)`,
      { ...draft, overbooked: draft.overbooked ? 1 : 0 },
    ),
  );
  return appointmentClaim(db, id as ClaimId);
};

/** Writes the row whole, its version one higher. @throws NoRoom */
export const saveAppointment = (db: WriteDb, next: AppointmentClaim): AppointmentClaim => {
  guarded(() =>
    run(
      db,
      `UPDATE claims SET version = version + 1, practitioner_id = :practitionerId, day = :day, start_min = :start,
         end_min = :end, released_from = :releasedFrom, status = :status, capacity = :capacity,
         overbooked = :overbooked, overbooked_reason = :overbookedReason, overbooked_by = :overbookedBy,
         patient_id = :patientId, appointment_type_id = :appointmentTypeId, comment = :comment,
         arrived_at = :arrivedAt, started_at = :startedAt, ended_at = :endedAt, excused = :excused,
         cancelled_by = :cancelledBy, cancel_reason = :cancelReason, cancelled_at = :cancelledAt
       WHERE id = :id`,
      {
        ...next,
        overbooked: next.overbooked ? 1 : 0,
        excused: next.excused === null ? null : Number(next.excused),
      },
    ),
  );
  return appointmentClaim(db, next.id);
};

export type NewHold = Pick<
  HoldClaim,
  'practitionerId' | 'day' | 'start' | 'end' | 'capacity' | 'expiresAt' | 'createdAt'
>;

/** @throws NoRoom */
export const insertHold = (db: WriteDb, draft: NewHold): HoldClaim => {
  const { id } = guarded(() =>
    run(
      db,
      `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked,
         expires_at, created_at)
       VALUES (1, 'hold', :practitionerId, :day, :start, :end, 'held', :capacity, 0, :expiresAt, :createdAt)`,
      draft,
    ),
  );
  return holdClaim(db, id as ClaimId);
};

export const endHold = (db: WriteDb, id: ClaimId, status: 'released' | 'expired'): HoldClaim => {
  run(db, 'UPDATE claims SET version = version + 1, status = ? WHERE id = ?', [status, id]);
  return holdClaim(db, id);
};

export interface StandingClaim {
  readonly id: ClaimId;
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
}

/** Where these appointments are, whatever became of them; thousands at once, and no more of them than that. */
export const placesOf = (db: ReadDb, ids: readonly ClaimId[]): Map<ClaimId, StandingClaim> =>
  new Map(
    all<StandingClaim>(
      db,
      `SELECT id, practitioner_id AS practitionerId, day, start_min AS start, end_min AS "end" FROM claims
        WHERE id IN (SELECT value FROM json_each(?)) AND kind = 'appointment'`,
      [JSON.stringify(ids)],
    ).map((row) => [row.id, row]),
  );

/** Where these appointments are, of those that are still to take place; thousands at once. */
export const bookedPlaces = (db: ReadDb, ids: readonly ClaimId[]): Map<ClaimId, StandingClaim> =>
  new Map(
    all<StandingClaim>(
      db,
      `SELECT id, practitioner_id AS practitionerId, day, start_min AS start, end_min AS "end" FROM claims
        WHERE id IN (SELECT value FROM json_each(?)) AND kind = 'appointment' AND status = 'booked'`,
      [JSON.stringify(ids)],
    ).map((row) => [row.id, row]),
  );

export interface Presence {
  readonly claimId: ClaimId;
  /** Of the record that answers for the person. */
  readonly patientId: PatientId;
  readonly start: Minute;
  readonly end: Minute;
}

/** Who is expected, here or was seen on that day, with whomever. */
export const presentOn = (db: ReadDb, day: Day): Presence[] =>
  all<Presence>(
    db,
    `SELECT c.id AS claimId, coalesce(p.survivor_id, p.id) AS patientId, c.start_min AS start, c.end_min AS "end"
       FROM claims c JOIN patients p ON p.id = c.patient_id
      WHERE c.day = ? AND c.kind = 'appointment' AND c.status NOT IN ('cancelled', 'noshow') ORDER BY c.start_min, c.id`,
    [day],
  );
