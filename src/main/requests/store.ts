import type { ClaimId, PatientId, RequestId, StaffId } from '../../contract/ids.ts';
import type { DeskRequest, RequestOrigin, RequestOutcome } from '../../contract/requests.ts';
import type { Instant } from '../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../core/db.ts';
import { found } from '../core/errors.ts';
import { summariesOf } from '../patients/store.ts';

/** A request as the journal keeps it. */
export interface RequestRow {
  readonly id: RequestId;
  readonly version: number;
  readonly origin: RequestOrigin;
  readonly patientId: PatientId | null;
  readonly wish: string | null;
  readonly openedAt: Instant;
  readonly openedBy: StaffId;
  readonly closedAt: Instant | null;
  readonly outcome: RequestOutcome | null;
  readonly appointmentId: ClaimId | null;
}

const SELECT = `SELECT id, version, origin, patient_id AS patientId, wish, opened_at AS openedAt, opened_by AS openedBy,
  closed_at AS closedAt, outcome, appointment_id AS appointmentId FROM requests`;

/** @throws DeskError NOT_FOUND */
export const request = (db: ReadDb, id: number): RequestRow =>
  found(get<RequestRow>(db, `${SELECT} WHERE id = ?`, [id]), 'request');

/** The open ones, oldest first. */
export const openRequests = (db: ReadDb): RequestRow[] =>
  all<RequestRow>(db, `${SELECT} WHERE closed_at IS NULL ORDER BY opened_at, id`);

export const insertRequest = (
  db: WriteDb,
  draft: Pick<RequestRow, 'origin' | 'patientId' | 'wish' | 'openedAt' | 'openedBy'>,
): RequestRow => {
  const { id } = run(
    db,
    `INSERT INTO requests (version, origin, patient_id, wish, opened_at, opened_by)
     VALUES (1, :origin, :patientId, :wish, :openedAt, :openedBy)`,
    draft,
  );
  return request(db, id);
};

/** Writes the row whole, its version one higher. */
export const saveRequest = (db: WriteDb, next: RequestRow): RequestRow => {
  run(
    db,
    `UPDATE requests SET version = version + 1, origin = :origin, patient_id = :patientId, wish = :wish,
       closed_at = :closedAt, outcome = :outcome, appointment_id = :appointmentId WHERE id = :id`,
    { ...next },
  );
  return request(db, next.id);
};

/** As screens see them, each with the person's line. */
export const toRequests = (db: ReadDb, rows: readonly RequestRow[]): DeskRequest[] => {
  const people = summariesOf(
    db,
    rows.flatMap((row) => row.patientId ?? []),
  );
  return rows.map(({ patientId, ...row }) => ({
    ...row,
    patient: patientId === null ? null : (people.get(patientId) ?? null),
  }));
};

export const toRequest = (db: ReadDb, row: RequestRow): DeskRequest =>
  found(toRequests(db, [row])[0], 'request');
