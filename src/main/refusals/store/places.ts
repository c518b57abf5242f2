import type { PolicyId, PractitionerId, RequestId, StaffId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';

/** A place as the journal keeps it. */
export interface PlaceRow {
  readonly id: number;
  readonly requestId: RequestId;
  readonly practitionerId: PractitionerId;
  readonly policyId: PolicyId;
  /** `YYYY-MM` */
  readonly month: string;
  readonly keptAt: Instant;
  readonly keptBy: StaffId;
  readonly givenBackAt: Instant | null;
}

const SELECT = `SELECT id, request_id AS requestId, practitioner_id AS practitionerId, policy_id AS policyId, month,
  kept_at AS keptAt, kept_by AS keptBy, given_back_at AS givenBackAt FROM newcomer_places`;

/** Places of a month (`YYYY-MM`) that are kept and were not given back. */
export const placesTaken = (db: ReadDb, practitionerId: PractitionerId, month: string): number =>
  get<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM newcomer_places
      WHERE practitioner_id = ? AND month = ? AND given_back_at IS NULL`,
    [practitionerId, month],
  )?.n ?? 0;

/** The one place that is kept for this request, if any. */
export const placeFor = (db: ReadDb, requestId: RequestId): PlaceRow | undefined =>
  get<PlaceRow>(db, `${SELECT} WHERE request_id = ? AND given_back_at IS NULL`, [requestId]);

/** All that were ever kept for these requests. */
export const placesFor = (db: ReadDb, requests: readonly RequestId[]): PlaceRow[] =>
  all<PlaceRow>(db, `${SELECT} WHERE request_id IN (SELECT value FROM json_each(?)) ORDER BY id`, [
    JSON.stringify(requests),
  ]);

export const keepPlace = (db: WriteDb, draft: Omit<PlaceRow, 'id' | 'givenBackAt'>): PlaceRow => {
  const { id } = run(
    db,
    `INSERT INTO newcomer_places (request_id, practitioner_id, policy_id, month, kept_at, kept_by)
     VALUES (:requestId, :practitionerId, :policyId, :month, :keptAt, :keptBy)`,
    draft,
  );
  return { ...draft, id, givenBackAt: null };
};

export const giveBackPlace = (db: WriteDb, place: PlaceRow, at: Instant): PlaceRow => {
  run(db, 'UPDATE newcomer_places SET given_back_at = ? WHERE id = ?', [at, place.id]);
  return { ...place, givenBackAt: at };
};
