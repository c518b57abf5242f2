import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, type ReadDb } from '../../src/main/core/db.ts';
import { openTestGround, type TestGround } from '../support/ground.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
});
afterEach(() => test.close());

const schemaOf = (db: ReadDb): string => {
  const parts = all<{ sql: string }>(
    db,
    `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
     ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name`,
  );
  const version = db.pragma('user_version', { simple: true }) as number;
  return `-- The schema that all migrations make, for reading and for reviews. After adding a migration:\n--   npx vitest run tests/migrations -u\n-- user_version ${version}\n\n${parts.map(({ sql }) => `${sql};`).join('\n\n')}\n`;
};

describe('the schema', () => {
  it('is the one that was reviewed', async () => {
    await expect(schemaOf(test.ground.db)).toMatchFileSnapshot('./schema.golden.sql');
  });

  it('keeps only strict tables, so that no text ever lies in a number’s place', () => {
    const tables = test.ground.db.pragma('table_list') as { name: string; type: string; strict: number }[];
    const loose = tables.filter((t) => t.type === 'table' && t.strict === 0 && !t.name.startsWith('sqlite_'));
    // The shadow tables of a full-text index are SQLite's own.
    expect(
      loose.map((t) => t.name).filter((name) => !/_(data|idx|content|docsize|config)$/.test(name)),
    ).toEqual([]);
  });

  it('gives an index to every reference, so that no delete or merge walks a whole table', () => {
    const tables = all<{ name: string }>(
      test.ground.db,
      "SELECT name FROM sqlite_schema WHERE type = 'table'",
    );
    const bare = tables.flatMap(({ name }) =>
      (test.ground.db.pragma(`foreign_key_list(${name})`) as { from: string; table: string }[])
        .filter(({ from, table }) => isLarge(table) && !hasIndex(test.ground.db, name, from))
        .map(({ from }) => `${name}.${from}`),
    );
    expect(bare).toEqual([]);
  });
});

/** The tables that a house fills by the thousand; a reference to a handful of practitioners needs no index. */
const isLarge = (table: string): boolean => ['patients', 'claims', 'journal', 'requests'].includes(table);

const hasIndex = (db: ReadDb, table: string, column: string): boolean => {
  const first = (db.pragma(`index_list(${table})`) as { name: string }[]).map(
    ({ name }) => (db.pragma(`index_info(${name})`) as { name: string }[])[0]?.name,
  );
  const key = (db.pragma(`table_info(${table})`) as { name: string; pk: number }[]).find((c) => c.pk === 1);
  return [...first, key?.name].includes(column);
};
