/** Keeps the search index in step with the records. Called by whatever writes one, in the same transaction. */
import { get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { type Findable, type Term, termsOf } from '../rules/index-terms.ts';
import { type BirthColumns, toBirth } from './rows.ts';
import { recordsOf } from './survivors.ts';

export interface FindableRow extends BirthColumns {
  id: number;
  birth_name: string;
  used_name: string | null;
  given_names: string;
  used_given_name: string | null;
  phones: string | null;
}

/** Names, birth and phones of records, for the search index and for resemblances. */
export const FINDABLE = `SELECT p.id, p.birth_name, p.used_name, p.given_names, p.used_given_name, p.birth_precision,
  p.birth_date, p.sex, (SELECT group_concat(e164, ' ') FROM patient_phones WHERE patient_id = p.id) AS phones
  FROM patients p`;

export const toFindable = (row: FindableRow): Findable => ({
  birthName: row.birth_name,
  usedName: row.used_name,
  givenNames: row.given_names,
  usedGivenName: row.used_given_name,
  birth: toBirth(row),
  phones: row.phones?.split(' ') ?? [],
});

const findable = (db: ReadDb, id: number): Findable | undefined => {
  const row = get<FindableRow>(db, `${FINDABLE} WHERE p.id = ?`, [id]);
  return row && toFindable(row);
};

export const insertTerms = (db: WriteDb, id: number, sortKey: string, terms: readonly Term[]): void => {
  for (const { kind, term } of terms)
    run(db, 'INSERT OR IGNORE INTO patient_terms (kind, term, sort_key, patient_id) VALUES (?, ?, ?, ?)', [
      kind,
      term,
      sortKey,
      id,
    ]);
};

/**
 * Writes anew under which terms this record is found: its own, and those of the records merged into it. A merged record is
 * found under its survivor alone.
 */
export const reindex = (db: WriteDb, id: number): void => {
  run(db, 'DELETE FROM patient_terms WHERE patient_id = ?', [id]);
  const row = get<{ sort_key: string; survivor_id: number | null }>(
    db,
    'SELECT sort_key, survivor_id FROM patients WHERE id = ?',
    [id],
  );
  if (!row || row.survivor_id !== null) return;
  for (const record of recordsOf(db, id)) {
    const person = findable(db, record);
    if (person) insertTerms(db, id, row.sort_key, termsOf(person, record === id));
  }
};
