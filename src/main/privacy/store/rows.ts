/** Rows of a described table, her own. */
import { all, type ReadDb } from '../../core/db.ts';
import type { Held } from '../rules/held.ts';
import { type Ids, paramsOf } from './subject.ts';

export type Row = Readonly<Record<string, string | number | null>>;

export const heldRows = (db: ReadDb, { table, hers, order, columns }: Held, ids: Ids): Row[] => {
  const sql = `SELECT ${columns.map(({ name }) => `t.${name}`).join(', ')} FROM ${table} t WHERE ${hers} ORDER BY ${order}`;
  return all<Row>(db, sql, paramsOf(ids, sql));
};

/** What stands for a number: names of those who work here, of the kinds of appointment, and what was said in so many words. */
export interface Names {
  readonly practitioner: ReadonlyMap<number, string>;
  readonly staff: ReadonlyMap<number, string>;
  readonly type: ReadonlyMap<number, string>;
  readonly wording: ReadonlyMap<number, string>;
}

const named = (db: ReadDb, sql: string): ReadonlyMap<number, string> =>
  new Map(all<{ id: number; name: string }>(db, sql).map(({ id, name }) => [id, name]));

export const namesHere = (db: ReadDb): Names => ({
  practitioner: named(
    db,
    "SELECT id, trim(title || ' ' || given_name || ' ' || family_name) AS name FROM practitioners",
  ),
  staff: named(db, 'SELECT id, initials AS name FROM staff'),
  type: named(db, 'SELECT id, name FROM appointment_types'),
  wording: named(db, 'SELECT id, content AS name FROM text_versions'),
});
