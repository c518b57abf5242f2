/** A file as each former version of Parvis would have left it, with rows everywhere: opened today, it has every one of them. */
import { afterEach, describe, expect, it } from 'vitest';
import { all, type ReadDb } from '../../src/main/core/db.ts';
import { migrate, shippedMigrations } from '../../src/main/core/migrate.ts';
import { closeFile, openFile } from '../../src/main/core/open-file.ts';
import { testFolders } from '../support/data-folder.ts';
import { EVERY_TABLE } from './every-table.ts';

const folders = testFolders();
let open: ReadDb | null = null;
afterEach(() => {
  if (open !== null) closeFile(open);
  open = null;
  folders.removeAll();
});

const NOW = 1_795_417_200_000;
const VERSIONS = shippedMigrations().map(({ version }) => version);

const tablesOf = (db: ReadDb): string[] =>
  all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migrations' ORDER BY name`,
  ).map(({ name }) => name);

interface Column {
  readonly name: string;
  readonly pk: number;
}
const columnsOf = (db: ReadDb, table: string): Column[] =>
  all<Column>(db, `SELECT name, pk FROM pragma_table_info(:table) ORDER BY cid`, { table });

type Row = Record<string, unknown>;
const rowsOf = (db: ReadDb, table: string): Row[] => all<Row>(db, `SELECT * FROM "${table}"`);

/** What names a row for ever: its primary key. */
const nameOf = (columns: readonly Column[], row: Row): string =>
  JSON.stringify(columns.filter(({ pk }) => pk > 0).map(({ name }) => row[name]));

const storeAt = (version: number): ReadDb => {
  const db = openFile(`${folders.make()}/parvis.db`, Buffer.alloc(32, 7));
  open = db;
  migrate(
    db,
    NOW,
    shippedMigrations().filter((migration) => migration.version <= version),
  );
  for (const rows of EVERY_TABLE)
    if (rows.version <= version && version < (rows.until ?? Number.POSITIVE_INFINITY))
      // One commit: a refusal and its ways point at each other.
      db.exec(`BEGIN; ${rows.sql} COMMIT;`);
  return db;
};

type Snapshot = ReadonlyMap<string, { readonly columns: readonly Column[]; readonly rows: readonly Row[] }>;
const snapshotOf = (db: ReadDb): Snapshot =>
  new Map(tablesOf(db).map((table) => [table, { columns: columnsOf(db, table), rows: rowsOf(db, table) }]));

/** Each row and each value of before that is not there any more, by table, key and column. */
const lostSince = (before: Snapshot, db: ReadDb): string[] => {
  const lost: string[] = [];
  for (const [table, { columns, rows }] of before) {
    const after = new Map(rowsOf(db, table).map((row) => [nameOf(columns, row), row]));
    for (const row of rows) {
      const name = nameOf(columns, row);
      const now = after.get(name);
      if (now === undefined) lost.push(`${table} ${name}`);
      else
        for (const column of columns)
          if (JSON.stringify(now[column.name]) !== JSON.stringify(row[column.name]))
            lost.push(`${table} ${name} ${column.name}`);
    }
  }
  return lost;
};

describe.each(VERSIONS)('a file of version %i', (version) => {
  it('has rows in every table that it knew', () => {
    const db = storeAt(version);
    expect(tablesOf(db).filter((table) => rowsOf(db, table).length === 0)).toEqual([]);
  });

  it('keeps every row and every value when it is opened today', () => {
    const db = storeAt(version);
    const before = snapshotOf(db);
    migrate(db, NOW + 1, shippedMigrations());

    expect(lostSince(before, db)).toEqual([]);
    expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('user_version', { simple: true })).toBe(VERSIONS.at(-1));
  });
});

it('a row that is lost and a value that is changed would be seen', () => {
  const db = storeAt(70);
  const before = snapshotOf(db);
  db.exec("DELETE FROM requests WHERE id = 12; UPDATE callbacks SET phone = '+33199000109'");
  expect(lostSince(before, db)).toEqual(['callbacks [1] phone', 'requests [12]']);
});
