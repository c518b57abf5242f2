import type { PractitionerId } from '../../../contract/ids.ts';
import { get, type ReadDb } from '../../core/db.ts';

/** Places of a month (`YYYY-MM`) that are kept and were not given back. */
export const placesTaken = (db: ReadDb, practitionerId: PractitionerId, month: string): number =>
  get<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM newcomer_places
      WHERE practitioner_id = ? AND month = ? AND given_back_at IS NULL`,
    [practitionerId, month],
  )?.n ?? 0;
