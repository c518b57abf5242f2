/** Lines of lists and cards, many at a time, and the columns that other areas join. */
import type { PatientId } from '../../../contract/ids.ts';
import type { IdentityStatus, Need, PatientSummary, Sex } from '../../../contract/patients.ts';
import { all, type ReadDb } from '../../core/db.ts';
import { type BirthColumns, type DoctorColumns, inOrder, toBirth, toDoctor } from './rows.ts';

/** A row of the view `patient_summaries`, without `record_id` and `sort_key`. */
export interface SummaryRow extends BirthColumns, DoctorColumns {
  id: number;
  display_name: string;
  sex: Sex;
  phone: string | null;
  city: string | null;
  identity: IdentityStatus;
  needs: string | null;
  homonym: 0 | 1;
}

/**
 * The columns of `SummaryRow`, to be written after SELECT by an area that joins the view:
 * `SELECT c.…, ${SUMMARY_COLUMNS} FROM claims c JOIN patient_summaries s ON s.record_id = c.patient_id`.
 * `id` comes out as `patient_summary_id` there, to leave `id` to the joining table: give it back with `summaryFromJoin`.
 */
export const SUMMARY_COLUMNS = `s.id AS patient_summary_id, s.display_name, s.birth_precision, s.birth_date, s.sex, s.phone,
  s.city, s.identity, s.doctor_kind, s.doctor_practitioner_id, s.doctor_name, s.needs, s.homonym`;

export type JoinedSummaryRow = Omit<SummaryRow, 'id'> & { patient_summary_id: number };

export const toSummary = (row: SummaryRow): PatientSummary => ({
  id: row.id as PatientId,
  displayName: row.display_name,
  birth: toBirth(row),
  sex: row.sex,
  phone: row.phone,
  city: row.city,
  identity: row.identity,
  attendingDoctor: toDoctor(row),
  needs: inOrder((row.needs?.split(' ') ?? []) as Need[]),
  homonym: row.homonym === 1,
});

export const summaryFromJoin = (row: JoinedSummaryRow): PatientSummary =>
  toSummary({ ...row, id: row.patient_summary_id });

/**
 * One statement for any number of records. A merged record gets its survivor's line: the key is the id that was asked for.
 */
export const summariesOf = (db: ReadDb, ids: readonly number[]): Map<PatientId, PatientSummary> => {
  const rows = all<SummaryRow & { record_id: PatientId }>(
    db,
    'SELECT s.* FROM json_each(?) wanted JOIN patient_summaries s ON s.record_id = wanted.value',
    [JSON.stringify([...new Set(ids)])],
  );
  return new Map(rows.map((row) => [row.record_id, toSummary(row)]));
};

/** Who answers for each of these records and when she was born: for thousands, where a whole line is too much. */
export const birthsOf = (
  db: ReadDb,
  ids: readonly number[],
): Map<PatientId, Pick<PatientSummary, 'id' | 'birth'>> => {
  const rows = all<BirthColumns & { record_id: PatientId; id: PatientId }>(
    db,
    `SELECT r.id AS record_id, p.id, p.birth_precision, p.birth_date FROM json_each(?) wanted
       JOIN patients r ON r.id = wanted.value JOIN patients p ON p.id = coalesce(r.survivor_id, r.id)`,
    [JSON.stringify([...new Set(ids)])],
  );
  return new Map(rows.map((row) => [row.record_id, { id: row.id, birth: toBirth(row) }]));
};

/** Whole lines, in the order asked for; unknown ids are left out. */
export const summariesInOrder = (db: ReadDb, ids: readonly PatientId[]): PatientSummary[] => {
  const found = summariesOf(db, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
};
