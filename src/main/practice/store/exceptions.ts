import type { ExceptionId, PractitionerId } from '../../../contract/ids.ts';
import type { OpeningException, OpeningExceptionDraft } from '../../../contract/practice.ts';
import type { Day } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export const EXCEPTIONS = `SELECT id, version, practitioner_id AS practitionerId, day, effect, start_min AS start,
  end_min AS "end", kind, capacity, reason FROM opening_exceptions`;

/** Both days included. */
export const exceptionsOf = (
  db: ReadDb,
  practitionerId: PractitionerId,
  from: Day,
  to: Day,
): OpeningException[] =>
  all<OpeningException>(
    db,
    `${EXCEPTIONS} WHERE practitioner_id = ? AND day BETWEEN ? AND ? ORDER BY day, start_min, id`,
    [practitionerId, from, to],
  );

/** @throws DeskError NOT_FOUND */
export const exception = (db: ReadDb, id: ExceptionId): OpeningException =>
  found(get<OpeningException>(db, `${EXCEPTIONS} WHERE id = ?`, [id]), 'opening-exception');

export const insertException = (db: WriteDb, draft: OpeningExceptionDraft): OpeningException => {
  const { id } = run(
    db,
    `INSERT INTO opening_exceptions (version, practitioner_id, day, effect, start_min, end_min, kind, capacity, reason)
     VALUES (1, :practitionerId, :day, :effect, :start, :end, :kind, :capacity, :reason)`,
    draft,
  );
  return exception(db, id as ExceptionId);
};

export const deleteException = (db: WriteDb, id: ExceptionId): void => {
  run(db, 'DELETE FROM opening_exceptions WHERE id = ?', [id]);
};

/** Puts back a row that was deleted, under its own id; its version tells that it was away. */
export const restoreException = (db: WriteDb, row: OpeningException): void => {
  run(
    db,
    `INSERT INTO opening_exceptions (id, version, practitioner_id, day, effect, start_min, end_min, kind, capacity,
       reason)
     VALUES (:id, :version + 1, :practitionerId, :day, :effect, :start, :end, :kind, :capacity, :reason)`,
    row,
  );
};
