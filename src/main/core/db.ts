/**
 * The handle on the encrypted file. A `ReadDb` cannot be passed where a `WriteDb` is wanted: rows are written inside
 * `Ground.write` only, where the actor is known and the journal is kept.
 */
import type Database from 'better-sqlite3';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;
export type ReadDb = Database.Database & { readonly [readBrand]: true };
export type WriteDb = ReadDb & { readonly [writeBrand]: true };

type Value = string | number | bigint | null | Uint8Array;
export type Params = Readonly<Record<string, Value>> | readonly Value[];

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** Statements are prepared once a connection: preparing costs more than most of our reads. */
const statement = (db: Database.Database, sql: string): Database.Statement => {
  const known = prepared.get(db) ?? new Map<string, Database.Statement>();
  prepared.set(db, known);
  const found = known.get(sql) ?? db.prepare(sql);
  known.set(sql, found);
  return found;
};

export const all = <Row>(db: ReadDb, sql: string, params: Params = []): Row[] =>
  statement(db, sql).all(params) as Row[];

export const get = <Row>(db: ReadDb, sql: string, params: Params = []): Row | undefined =>
  statement(db, sql).get(params) as Row | undefined;

/** @returns rows changed and the id of the row inserted last */
export const run = (db: WriteDb, sql: string, params: Params = []): { changes: number; id: number } => {
  const result = statement(db, sql).run(params);
  return { changes: result.changes, id: Number(result.lastInsertRowid) };
};
