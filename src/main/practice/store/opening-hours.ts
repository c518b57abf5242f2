import type { OpeningHoursId, PractitionerId } from '../../../contract/ids.ts';
import type { OpeningHours, OpeningHoursDraft } from '../../../contract/practice.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export const HOURS = `SELECT id, version, practitioner_id AS practitionerId, weekday, start_min AS start, end_min AS "end",
  kind, capacity, every_weeks AS everyWeeks, anchor_day AS anchorDay, valid_from AS validFrom, valid_to AS validTo
  FROM opening_hours`;

/** Past and coming ones included. */
export const openingHoursOf = (db: ReadDb, practitionerId: PractitionerId): OpeningHours[] =>
  all<OpeningHours>(db, `${HOURS} WHERE practitioner_id = ? ORDER BY weekday, start_min, valid_from, id`, [
    practitionerId,
  ]);

/** @throws DeskError NOT_FOUND */
export const openingHours = (db: ReadDb, id: OpeningHoursId): OpeningHours =>
  found(get<OpeningHours>(db, `${HOURS} WHERE id = ?`, [id]), 'opening-hours');

export const insertOpeningHours = (db: WriteDb, draft: OpeningHoursDraft): OpeningHours => {
  const { id } = run(
    db,
    `INSERT INTO opening_hours (version, practitioner_id, weekday, start_min, end_min, kind, capacity, every_weeks,
       anchor_day, valid_from, valid_to)
     VALUES (1, :practitionerId, :weekday, :start, :end, :kind, :capacity, :everyWeeks, :anchorDay, :validFrom, :validTo)`,
    draft,
  );
  return openingHours(db, id as OpeningHoursId);
};

export const updateOpeningHours = (db: WriteDb, next: OpeningHours): OpeningHours => {
  run(
    db,
    `UPDATE opening_hours SET version = version + 1, practitioner_id = :practitionerId, weekday = :weekday,
       start_min = :start, end_min = :end, kind = :kind, capacity = :capacity, every_weeks = :everyWeeks,
       anchor_day = :anchorDay, valid_from = :validFrom, valid_to = :validTo WHERE id = :id`,
    next,
  );
  return openingHours(db, next.id);
};

export const deleteOpeningHours = (db: WriteDb, id: OpeningHoursId): void => {
  run(db, 'DELETE FROM opening_hours WHERE id = ?', [id]);
};

/** Puts back a row that was deleted, under its own id; its version tells that it was away. */
export const restoreOpeningHours = (db: WriteDb, row: OpeningHours): void => {
  run(
    db,
    `INSERT INTO opening_hours (id, version, practitioner_id, weekday, start_min, end_min, kind, capacity, every_weeks,
       anchor_day, valid_from, valid_to)
     VALUES (:id, :version + 1, :practitionerId, :weekday, :start, :end, :kind, :capacity, :everyWeeks, :anchorDay,
       :validFrom, :validTo)`,
    row,
  );
};
