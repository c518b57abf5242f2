/** Names, birth and phones of records: what searching and resemblances look at. */
import type { PatientId } from '../../../contract/ids.ts';
import { all, type ReadDb } from '../../core/db.ts';
import type { Findable, SearchRecord } from '../rules/search-index.ts';
import { type BirthColumns, toBirth } from './rows.ts';

export interface RecordRow extends BirthColumns {
  id: PatientId;
  survivor: PatientId;
  birth_name: string;
  used_name: string | null;
  given_names: string;
  used_given_name: string | null;
  phones: string | null;
}

export const RECORD = `SELECT p.id, coalesce(p.survivor_id, p.id) AS survivor, p.birth_name, p.used_name, p.given_names,
  p.used_given_name, p.birth_precision, p.birth_date, p.sex,
  (SELECT group_concat(e164, ' ') FROM patient_phones WHERE patient_id = p.id) AS phones
  FROM (SELECT * FROM patients WHERE erased_at IS NULL) p`;

export const toRecord = (row: RecordRow): SearchRecord => ({
  birthName: row.birth_name,
  usedName: row.used_name,
  givenNames: row.given_names,
  usedGivenName: row.used_given_name,
  birth: toBirth(row),
  phones: row.phones?.split(' ') ?? [],
});

/** Records grouped under the one that answers for them, which comes first. */
const bySurvivor = (rows: readonly RecordRow[]): Findable<PatientId>[] => {
  const people = new Map<PatientId, SearchRecord[]>();
  for (const row of rows) {
    const records = people.get(row.survivor) ?? [];
    if (row.id === row.survivor) records.unshift(toRecord(row));
    else records.push(toRecord(row));
    people.set(row.survivor, records);
  }
  return [...people].flatMap(([id, [live, ...merged]]) => (live ? [{ id, records: [live, ...merged] }] : []));
};

const PAGE = 500;

/**
 * Everybody who answers, a page at a time: all rows at once would weigh more than the index that is made of them. What is
 * written meanwhile is marked as changed, and read again by the next search.
 */
export function* everybody(db: ReadDb): Generator<Findable<PatientId>[], void> {
  for (let after = 0; ; ) {
    const live = all<RecordRow>(
      db,
      `${RECORD} WHERE p.id > ? AND p.survivor_id IS NULL ORDER BY p.id LIMIT ${PAGE}`,
      [after],
    );
    const last = live.at(-1);
    if (!last) return;
    const merged = all<RecordRow>(
      db,
      `${RECORD} WHERE p.survivor_id > ? AND p.survivor_id <= ? ORDER BY p.id`,
      [after, last.id],
    );
    yield bySurvivor([...live, ...merged]);
    after = last.id;
  }
}

/** By these ids only; whoever answers no more under one of them is absent. */
export const findableAmong = (db: ReadDb, ids: ReadonlySet<PatientId>): Map<PatientId, Findable<PatientId>> =>
  new Map(
    bySurvivor(
      all<RecordRow>(
        db,
        `${RECORD} WHERE p.id IN (SELECT value FROM json_each(:ids))
            OR p.survivor_id IN (SELECT value FROM json_each(:ids)) ORDER BY p.id`,
        { ids: JSON.stringify([...ids]) },
      ),
    )
      .filter(({ id }) => ids.has(id))
      .map((person) => [person.id, person]),
  );
