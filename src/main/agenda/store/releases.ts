/** Reserves that were given back by hand, by day. */
import type { PractitionerId, StaffId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import { all, type ReadDb, run, type WriteDb } from '../../core/db.ts';

/** Both days included. */
export const releasedByHand = (
  db: ReadDb,
  from: Day,
  to: Day,
): ((practitionerId: PractitionerId, day: Day) => boolean) => {
  const rows = all<{ practitionerId: PractitionerId; day: Day }>(
    db,
    'SELECT practitioner_id AS practitionerId, day FROM reserve_releases WHERE day BETWEEN ? AND ?',
    [from, to],
  );
  const released = new Set(rows.map(({ practitionerId, day }) => `${practitionerId} ${day}`));
  return (practitionerId, day) => released.has(`${practitionerId} ${day}`);
};

export interface ReleaseRow {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly at: Instant;
  readonly by: StaffId;
}

/** @returns its id */
export const insertRelease = (db: WriteDb, row: ReleaseRow): number =>
  run(
    db,
    `INSERT INTO reserve_releases (practitioner_id, day, released_at, released_by)
     VALUES (:practitionerId, :day, :at, :by)`,
    { ...row },
  ).id;

/** @returns whether there was one */
export const deleteRelease = (db: WriteDb, id: number): boolean =>
  run(db, 'DELETE FROM reserve_releases WHERE id = ?', [id]).changes === 1;
