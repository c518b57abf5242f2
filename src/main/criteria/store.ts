import type { CriterionAnswer, CriterionDraft } from '../../contract/criteria.ts';
import type { PatientId, StaffId } from '../../contract/ids.ts';
import type { Instant } from '../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../core/db.ts';
import { found } from '../core/errors.ts';

/** One answer as the journal keeps it: under the record for which it was given. */
export interface CriterionRow extends CriterionDraft {
  readonly id: number;
  readonly version: number;
  readonly patientId: PatientId;
  readonly answer: CriterionAnswer;
  readonly setAt: Instant;
  readonly setBy: StaffId;
}

const COLUMNS = `c.id, c.version, c.patient_id AS patientId, c.criterion, c.answer, c.source, c.said_on AS saidOn,
  c.holds_until AS holdsUntil, c.set_at AS setAt, c.set_by AS setBy`;
const SELECT = `SELECT ${COLUMNS} FROM criteria c`;

/**
 * What was said last about each criterion, by record asked for: of two that were merged, whichever was said last counts.
 * One statement for any number of people.
 */
export const saidOf = (db: ReadDb, ids: readonly PatientId[]): Map<PatientId, CriterionRow[]> => {
  const rows = all<CriterionRow & { readonly askedFor: PatientId }>(
    db,
    `SELECT w.id AS askedFor, ${COLUMNS} FROM json_each(:ids) wanted
       JOIN patients w ON w.id = wanted.value
       JOIN patients r ON r.id = coalesce(w.survivor_id, w.id) OR r.survivor_id = coalesce(w.survivor_id, w.id)
       JOIN criteria c ON c.patient_id = r.id
      ORDER BY w.id, c.set_at, c.id`,
    { ids: JSON.stringify([...new Set(ids)]) },
  );
  const byPerson = new Map<PatientId, Map<string, CriterionRow>>();
  for (const { askedFor, ...row } of rows) {
    const mine = byPerson.get(askedFor) ?? new Map<string, CriterionRow>();
    byPerson.set(askedFor, mine.set(row.criterion, row));
  }
  return new Map([...byPerson].map(([id, said]) => [id, [...said.values()]]));
};

/** @throws DeskError NOT_FOUND */
export const criterionById = (db: ReadDb, id: number): CriterionRow =>
  found(get<CriterionRow>(db, `${SELECT} WHERE c.id = ?`, [id]), 'criterion');

/** Under this very record, whatever merged ones say. */
export const criterionUnder = (
  db: ReadDb,
  patientId: PatientId,
  criterion: string,
): CriterionRow | undefined =>
  get<CriterionRow>(db, `${SELECT} WHERE c.patient_id = ? AND c.criterion = ?`, [patientId, criterion]);

export const insertCriterion = (db: WriteDb, draft: Omit<CriterionRow, 'id'>): CriterionRow => {
  const { id } = run(
    db,
    `INSERT INTO criteria (patient_id, criterion, version, answer, source, said_on, holds_until, set_at, set_by)
     VALUES (:patientId, :criterion, :version, :answer, :source, :saidOn, :holdsUntil, :setAt, :setBy)`,
    draft,
  );
  return criterionById(db, id);
};

/** Writes the row whole, with the version that it is given. */
export const saveCriterion = (db: WriteDb, next: CriterionRow): CriterionRow => {
  const { id, version, answer, source, saidOn, holdsUntil, setAt, setBy } = next;
  run(
    db,
    `UPDATE criteria SET version = :version, answer = :answer, source = :source, said_on = :saidOn,
       holds_until = :holdsUntil, set_at = :setAt, set_by = :setBy WHERE id = :id`,
    { id, version, answer, source, saidOn, holdsUntil, setAt, setBy },
  );
  return criterionById(db, id);
};
