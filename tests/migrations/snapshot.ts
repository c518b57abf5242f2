/** Every row and every value of a file, to be looked for again after an upgrade. */
import { all, type ReadDb } from '../../src/main/core/db.ts';

interface Column {
  readonly name: string;
  readonly pk: number;
}
type Row = Record<string, unknown>;

export type Snapshot = ReadonlyMap<
  string,
  { readonly columns: readonly Column[]; readonly rows: readonly Row[] }
>;

export const tablesOf = (db: ReadDb): string[] =>
  all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migrations' ORDER BY name`,
  ).map(({ name }) => name);

const columnsOf = (db: ReadDb, table: string): Column[] =>
  all<Column>(db, `SELECT name, pk FROM pragma_table_info(:table) ORDER BY cid`, { table });

export const rowsOf = (db: ReadDb, table: string): Row[] => all<Row>(db, `SELECT * FROM "${table}"`);

export const snapshotOf = (db: ReadDb): Snapshot =>
  new Map(tablesOf(db).map((table) => [table, { columns: columnsOf(db, table), rows: rowsOf(db, table) }]));

/** What names a row for ever: its primary key. */
const nameOf = (columns: readonly Column[], row: Row): string =>
  JSON.stringify(columns.filter(({ pk }) => pk > 0).map(({ name }) => row[name]));

/** Each row and each value of before that is not there any more, by table, key and column. */
export const lostSince = (before: Snapshot, db: ReadDb): string[] => {
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
