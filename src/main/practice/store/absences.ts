import type { AbsenceId, PractitionerId } from '../../../contract/ids.ts';
import type { Absence, AbsenceDraft } from '../../../contract/practice.ts';
import type { Day } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export const ABSENCES = `SELECT id, version, practitioner_id AS practitionerId, from_day AS fromDay, to_day AS toDay,
  start_min AS start, end_min AS "end", reason, note FROM absences`;

/** Those that touch the days from `from` to `to`, both included; of everybody when no practitioner is named. */
export const absencesBetween = (db: ReadDb, from: Day, to: Day, practitionerId?: PractitionerId): Absence[] =>
  all<Absence>(
    db,
    `${ABSENCES} WHERE to_day >= :from AND from_day <= :to
       AND (:practitionerId IS NULL OR practitioner_id = :practitionerId)
     ORDER BY from_day, practitioner_id, start_min, id`,
    { from, to, practitionerId: practitionerId ?? null },
  );

/** @throws DeskError NOT_FOUND */
export const absence = (db: ReadDb, id: AbsenceId): Absence =>
  found(get<Absence>(db, `${ABSENCES} WHERE id = ?`, [id]), 'absence');

export const insertAbsence = (db: WriteDb, draft: AbsenceDraft): Absence => {
  const { id } = run(
    db,
    `INSERT INTO absences (version, practitioner_id, from_day, to_day, start_min, end_min, reason, note)
     VALUES (1, :practitionerId, :fromDay, :toDay, :start, :end, :reason, :note)`,
    draft,
  );
  return absence(db, id as AbsenceId);
};

export const updateAbsence = (db: WriteDb, next: Absence): Absence => {
  run(
    db,
    `UPDATE absences SET version = version + 1, practitioner_id = :practitionerId, from_day = :fromDay,
       to_day = :toDay, start_min = :start, end_min = :end, reason = :reason, note = :note WHERE id = :id`,
    next,
  );
  return absence(db, next.id);
};

export const deleteAbsence = (db: WriteDb, id: AbsenceId): void => {
  run(db, 'DELETE FROM absences WHERE id = ?', [id]);
};

/** Puts back a row that was deleted, under its own id; its version tells that it was away. */
export const restoreAbsence = (db: WriteDb, row: Absence): void => {
  run(
    db,
    `INSERT INTO absences (id, version, practitioner_id, from_day, to_day, start_min, end_min, reason, note)
     VALUES (:id, :version + 1, :practitionerId, :fromDay, :toDay, :start, :end, :reason, :note)`,
    row,
  );
};
