/** What a file holds, counted and digested: by this a copy is compared with what it was made of. */
import { createHash, type Hash } from 'node:crypto';
import { all, get, type ReadDb } from './db.ts';

/** What the person who chooses a copy is shown. Names nobody but the initials at the desk. */
export interface CopyContents {
  /** Merged records count once. */
  readonly people: number;
  readonly appointments: number;
  /** The journal's last entry: when, and by whose initials. */
  readonly lastChange: { readonly at: number; readonly by: string } | null;
}

export interface TablesDigest {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Of every value of every row, in the order of the tables' names. */
  readonly sha256: string;
}

/** Virtual tables are views on tables that are listed themselves. */
const tablesOf = (db: ReadDb): string[] =>
  all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
       AND name NOT LIKE 'sqlite_stat%' ORDER BY name`,
  ).map(({ name }) => name);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const rowsByTable = (db: ReadDb): Record<string, number> =>
  Object.fromEntries(
    tablesOf(db).map((name) => [
      name,
      get<{ n: number }>(db, `SELECT count(*) AS n FROM ${quoted(name)}`)?.n ?? 0,
    ]),
  );

/** One row at a time: a million of them cost no memory. */
export const digestTables = (db: ReadDb): TablesDigest => {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  for (const name of tablesOf(db)) {
    hash.update(`\n${name}\n`);
    let count = 0;
    for (const row of db
      .prepare(`SELECT * FROM ${quoted(name)}`)
      .raw()
      .iterate() as Iterable<unknown[]>) {
      feed(hash, row);
      count++;
    }
    rows[name] = count;
  }
  return { rows, sha256: hash.digest('hex') };
};

/** Each value with its kind and length: no two different rows are fed alike. */
const feed = (hash: Hash, row: readonly unknown[]): void => {
  const written = row.map((value) => {
    if (value === null) return 'n';
    if (value instanceof Uint8Array) return `b${Buffer.from(value).toString('hex')}`;
    return `${typeof value === 'string' ? `s${value.length}:` : 'd'}${String(value)}`;
  });
  hash.update(`${written.join('|')}\n`);
};

const has = (db: ReadDb, table: string): boolean =>
  get(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", [table]) !== undefined;

const countOf = (db: ReadDb, table: string, where: string): number =>
  // A file made before this table was.
  has(db, table) ? (get<{ n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE ${where}`)?.n ?? 0) : 0;

export const contentsOf = (db: ReadDb): CopyContents => ({
  people: countOf(db, 'patients', 'merged_into IS NULL'),
  appointments: countOf(db, 'claims', "kind = 'appointment'"),
  lastChange:
    get<{ at: number; by: string }>(db, 'SELECT at, actor AS "by" FROM journal ORDER BY seq DESC LIMIT 1') ??
    null,
});
