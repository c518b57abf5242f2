/** Appointments as screens see them. One query for board, calendar and the patient's page: one truth (R9). */
import { Appointment, type Hold } from '../../../contract/agenda.ts';
import type { ClaimId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import { all, type Params, type ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { type JoinedSummaryRow, SUMMARY_COLUMNS, summaryFromJoin } from '../../patients/store.ts';

interface Row extends Partial<JoinedSummaryRow> {
  readonly id: ClaimId;
  readonly overbooked: number;
  readonly overbookedReason: string | null;
  readonly overbookedBy: string | null;
  readonly excused: number | null;
  readonly cancelledBy: string | null;
  readonly cancelReason: string | null;
  readonly cancelledAt: Instant | null;
}

export interface ReadAppointments {
  readonly appointments: Appointment[];
  /** Rows that do not make an appointment: named, never allowed to hide the others (R11). */
  readonly unreadable: ClaimId[];
}

const SELECT = `SELECT c.id, c.version, c.practitioner_id AS practitionerId, c.day, c.start_min AS start, c.end_min AS "end",
  c.status, c.appointment_type_id AS appointmentTypeId, coalesce(t.name, '') AS typeName,
  coalesce(t.kind, 'regular') AS kind, c.comment, c.overbooked, c.overbooked_reason AS overbookedReason,
  b.initials AS overbookedBy, c.arrived_at AS arrivedAt, c.started_at AS startedAt, c.ended_at AS endedAt,
  c.released_from AS releasedFrom, c.excused, c.cancelled_by AS cancelledBy, c.cancel_reason AS cancelReason,
  c.cancelled_at AS cancelledAt, ${SUMMARY_COLUMNS}
  FROM claims c
  JOIN patient_summaries s ON s.record_id = c.patient_id
  LEFT JOIN appointment_types t ON t.id = c.appointment_type_id
  LEFT JOIN staff b ON b.id = c.overbooked_by`;

/** Checked against the contract row by row: what leaves here, every screen can show. */
const toAppointment = (row: Row): Appointment | null => {
  try {
    const parsed = Appointment.safeParse({
      ...row,
      patient: summaryFromJoin(row as JoinedSummaryRow),
      // Nobody at this desk decided: the claim was taken over as it stood.
      overbooked: row.overbooked ? { reason: row.overbookedReason, by: row.overbookedBy ?? 'reprise' } : null,
      excused: row.excused === null ? null : row.excused === 1,
      cancelled: row.cancelledAt
        ? { by: row.cancelledBy ?? 'unknown', reason: row.cancelReason, at: row.cancelledAt }
        : null,
    });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const read = (db: ReadDb, where: string, params: Params): ReadAppointments => {
  const appointments: Appointment[] = [];
  const unreadable: ClaimId[] = [];
  for (const row of all<Row>(db, `${SELECT} WHERE c.kind = 'appointment' AND ${where}`, params)) {
    const appointment = toAppointment(row);
    if (appointment) appointments.push(appointment);
    else unreadable.push(row.id);
  }
  return { appointments, unreadable };
};

/** Both days included, by day then hour; cancelled ones left out. @param of everybody when null */
export const appointmentsBetween = (
  db: ReadDb,
  from: Day,
  to: Day,
  of: readonly PractitionerId[] | null = null,
): ReadAppointments =>
  read(
    db,
    `c.day BETWEEN :from AND :to AND c.status <> 'cancelled'
       AND (:everybody = 1 OR c.practitioner_id IN (SELECT value FROM json_each(:of)))
     ORDER BY c.day, c.start_min, c.practitioner_id, c.id`,
    { from, to, everybody: of ? 0 : 1, of: JSON.stringify(of ?? []) },
  );

/** Called off by the practitioner or by the house, both days included: somebody may not know yet. */
export const calledOffBetween = (db: ReadDb, from: Day, to: Day): ReadAppointments =>
  read(
    db,
    `c.day BETWEEN :from AND :to AND c.status = 'cancelled' AND c.cancelled_by IN ('practitioner', 'house')
     ORDER BY c.day, c.start_min, c.practitioner_id, c.id`,
    { from, to },
  );

/** Everything of one person, whatever records were merged into hers, by day then hour; cancelled ones included. */
export const appointmentsOf = (db: ReadDb, records: readonly PatientId[]): ReadAppointments =>
  read(db, 'c.patient_id IN (SELECT value FROM json_each(:records)) ORDER BY c.day, c.start_min, c.id', {
    records: JSON.stringify(records),
  });

/** The same, from one day to another, both included. */
export const appointmentsOfBetween = (
  db: ReadDb,
  records: readonly PatientId[],
  from: Day,
  to: Day,
): ReadAppointments =>
  read(
    db,
    `c.patient_id IN (SELECT value FROM json_each(:records)) AND c.day BETWEEN :from AND :to
     ORDER BY c.day, c.start_min, c.id`,
    { records: JSON.stringify(records), from, to },
  );

/** In the order of the days; unknown ids are left out. */
export const appointmentsById = (db: ReadDb, ids: readonly ClaimId[]): ReadAppointments =>
  read(db, 'c.id IN (SELECT value FROM json_each(:ids)) ORDER BY c.day, c.start_min, c.id', {
    ids: JSON.stringify(ids),
  });

/** @throws DeskError NOT_FOUND */
export const appointment = (db: ReadDb, id: ClaimId): Appointment =>
  found(appointmentsById(db, [id]).appointments[0], 'appointment');

/** Where rows that could not be read stand, as far as that can be told. */
export const dayOfClaims = (
  db: ReadDb,
  ids: readonly ClaimId[],
): { id: ClaimId; day: Day; practitionerId: PractitionerId }[] =>
  ids.length === 0
    ? []
    : all(
        db,
        `SELECT id, day, practitioner_id AS practitionerId FROM claims
          WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
        [JSON.stringify(ids)],
      );

/** Holds that stand, by day then hour. */
export const holdsBetween = (db: ReadDb, from: Day, to: Day, now: Instant): Hold[] =>
  all<Hold>(
    db,
    `SELECT id, practitioner_id AS practitionerId, day, start_min AS start, end_min AS "end", expires_at AS expiresAt
       FROM claims WHERE day BETWEEN :from AND :to AND status = 'held' AND expires_at > :now
      ORDER BY day, start_min, practitioner_id, id`,
    { from, to, now },
  );
