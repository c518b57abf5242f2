/**
 * Nothing that the file holds about somebody is forgotten: the schema itself is read, and whatever leads to a person must be
 * on the list of what is handed over, or be left out by name, with its reason. A new migration cannot pass this by.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import { all } from '../core/db.ts';
import { HELD, NOT_HANDED } from './rules/held.ts';
import { wordFor } from './rules/words.ts';

let house: TestGround;
beforeAll(() => {
  house = openTestGround();
});
afterAll(() => house.close());

const db = () => house.ground.db;
const tables = (): string[] =>
  all<{ name: string }>(
    db(),
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  ).map(({ name }) => name);
const parentsOf = (table: string): string[] =>
  all<{ parent: string }>(db(), `SELECT "table" AS parent FROM pragma_foreign_key_list('${table}')`).map(
    ({ parent }) => parent,
  );
const columnsOf = (table: string): string[] =>
  all<{ name: string }>(db(), `SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name);

/** From these a path leads to a person, though no foreign key says so. */
const WITHOUT_A_KEY = ['journal_rows', 'journal', 'journal_contents', 'import_rows'];

/** Tables of which rows are one person's, and those that lead to them, however many steps away. */
const leadingToSomebody = (): string[] => {
  const personal = new Set(['patients', 'requests', 'callbacks']);
  for (let before = 0; before !== personal.size; ) {
    before = personal.size;
    for (const table of tables())
      if (parentsOf(table).some((parent) => personal.has(parent))) personal.add(table);
  }
  return [...new Set([...personal, ...WITHOUT_A_KEY])].sort();
};

/** The journal leads from a freed time to everything: such a path says nothing of a person by itself. */
const listed = (): string[] => [...HELD.map(({ table }) => table), ...Object.keys(NOT_HANDED)];

describe('What is handed over to a person', () => {
  test('comes from every table from which a path leads to somebody, or the table is left out with its reason', () => {
    expect(leadingToSomebody().length).toBeGreaterThan(20);
    expect(leadingToSomebody().filter((table) => !listed().includes(table))).toEqual([]);
  });

  test('names no table that is not in the file, and none twice', () => {
    expect(listed().filter((table) => !tables().includes(table))).toEqual([]);
    expect(new Set(listed()).size).toBe(listed().length);
  });

  test('has every column of these tables, or the column is left out with its reason', () => {
    for (const { table, columns, left } of HELD) {
      const said = [...columns.map(({ name }) => name), ...Object.keys(left)];
      expect([table, said.toSorted()]).toEqual([table, columnsOf(table).toSorted()]);
    }
  });

  test('has no free text of a table that leads to nobody, unless that is the house’s own', () => {
    const free = tables()
      .filter((table) => !listed().includes(table))
      .filter((table) =>
        columnsOf(table).some((column) => /caller|patient|comment|said|wish|note/.test(column)),
      );
    // Written of a practitioner's absence; of tonight, for whoever answers at night: of nobody who is received.
    expect(free).toEqual(['absences', 'handover_words']);
  });

  test('has a French word for every code that the schema lets in', () => {
    const without = HELD.flatMap(({ table, columns }) => {
      const [{ sql = '' } = {}] = all<{ sql: string }>(db(), 'SELECT sql FROM sqlite_schema WHERE name = ?', [
        table,
      ]);
      return columns
        .filter(({ format }) => format === 'code')
        .flatMap(({ name }) =>
          [...sql.matchAll(new RegExp(`\\b${name} (?:NOT )?IN \\(([^)]*)\\)`, 'g'))]
            .flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, code = '']) => code))
            .filter((code) => wordFor(table, name, code) === undefined)
            .map((code) => `${table}.${name}.${code}`),
        );
    });
    expect(without).toEqual([]);
  });
});
