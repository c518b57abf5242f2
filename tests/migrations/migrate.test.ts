import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { all, type ReadDb } from '../../src/main/core/db.ts';
import {
  type Migration,
  MigrationChangedError,
  migrate,
  NewerFileError,
  planUpgrade,
  shippedMigrations,
} from '../../src/main/core/migrate.ts';
import { closeFile, openFile } from '../../src/main/core/open-file.ts';
import { testFolders } from '../support/data-folder.ts';
import { folderState } from '../support/folder-state.ts';

const folders = testFolders();
const open: ReadDb[] = [];
afterEach(() => {
  for (const db of open.splice(0)) db.close();
  folders.removeAll();
});

const key = new Uint8Array(32).fill(9);
const file = (folder: string): ReadDb => {
  const db = openFile(join(folder, 'a.db'), key);
  open.push(db);
  return db;
};

const NOW = 1_795_417_200_000;
const FIRST: Migration = {
  version: 10,
  name: 'first',
  sql: `CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        CREATE TABLE children (id INTEGER PRIMARY KEY,
          parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE) STRICT;
        INSERT INTO parents VALUES (1, 'a'); INSERT INTO children VALUES (1, 1);`,
};
const next = (version: number, sql: string): Migration => ({ version, name: `v${version}`, sql });
const version = (db: ReadDb): unknown => db.pragma('user_version', { simple: true });
const everything = (db: ReadDb) => ({
  version: version(db),
  schema: all(db, 'SELECT name, sql FROM sqlite_schema ORDER BY name'),
  parents: all(db, 'SELECT * FROM parents'),
  children: all(db, 'SELECT * FROM children'),
  applied: all(db, 'SELECT version, name, applied_at FROM schema_migrations'),
});

describe('upgrading a file', () => {
  it('applies what is pending, in order, and remembers when', () => {
    const db = file(folders.make());
    migrate(db, NOW, [FIRST]);
    migrate(db, NOW + 1, [
      FIRST,
      next(20, "INSERT INTO parents VALUES (2, 'b')"),
      next(30, 'DELETE FROM parents WHERE id = 2'),
    ]);
    expect(everything(db)).toMatchObject({
      version: 30,
      parents: [{ id: 1, name: 'a' }],
      applied: [
        { version: 10, name: 'first', applied_at: NOW },
        { version: 20, name: 'v20', applied_at: NOW + 1 },
        { version: 30, name: 'v30', applied_at: NOW + 1 },
      ],
    });
  });

  it('does nothing the second time', () => {
    const db = file(folders.make());
    migrate(db, NOW, [FIRST]);
    migrate(db, NOW + 1, [FIRST]);
    expect(everything(db).applied).toEqual([{ version: 10, name: 'first', applied_at: NOW }]);
  });

  it.each([
    ['in the middle of a migration', 'CREATE TABLE more (a); INSERT INTO nowhere VALUES (1);'],
    ['on a row that breaks a rule', "INSERT INTO parents VALUES (1, 'twice')"],
    ['on a reference to nobody', 'INSERT INTO children VALUES (2, 99)'],
  ])('that fails %s leaves the former version and every row', (_, sql) => {
    const db = file(folders.make());
    migrate(db, NOW, [FIRST]);
    const before = everything(db);
    expect(() => migrate(db, NOW, [FIRST, next(20, 'DELETE FROM children'), next(30, sql)])).toThrow();
    expect(everything(db)).toEqual(before);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.inTransaction).toBe(false);
  });

  it('may rebuild a table without emptying those that point to it', () => {
    const db = file(folders.make());
    migrate(db, NOW, [FIRST]);
    const rebuild = next(
      20,
      `CREATE TABLE parents_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, office TEXT) STRICT;
       INSERT INTO parents_new SELECT id, name, NULL FROM parents;
       DROP TABLE parents; ALTER TABLE parents_new RENAME TO parents;`,
    );
    migrate(db, NOW, [FIRST, rebuild]);
    expect(everything(db)).toMatchObject({
      parents: [{ id: 1, name: 'a', office: null }],
      children: [{ id: 1, parent_id: 1 }],
    });
    expect(() => db.exec('INSERT INTO children VALUES (2, 99)')).toThrow('FOREIGN KEY');
  });

  it('refuses a file from a newer version and leaves it byte for byte the same', () => {
    const folder = folders.make();
    const db = file(folder);
    migrate(db, NOW, [FIRST, next(20, 'SELECT 1')]);
    closeFile(db);
    const before = folderState(folder);
    const again = file(folder);
    expect(() => migrate(again, NOW, [FIRST])).toThrow(NewerFileError);
    again.close();
    expect(folderState(folder)).toEqual(before);
  });

  it.each([
    ['edited', [{ ...FIRST, sql: `${FIRST.sql} ` }]],
    ['taken away', [next(20, 'SELECT 1')]],
    ['slipped in behind the others', [next(5, 'SELECT 1'), FIRST]],
  ])('refuses a history of which one was %s', (_, history) => {
    const db = file(folders.make());
    migrate(db, NOW, [FIRST]);
    expect(() => migrate(db, NOW, history)).toThrow(MigrationChangedError);
    expect(version(db)).toBe(10);
  });

  it('takes the line ends of Windows for the same migration', () => {
    const db = file(folders.make());
    migrate(db, NOW, [FIRST]);
    expect(planUpgrade(db, [{ ...FIRST, sql: FIRST.sql.replaceAll('\n', '\r\n') }]).pending).toEqual([]);
  });
});

describe('the migrations that ship', () => {
  it('are numbered by tens, in order, each once', () => {
    const versions = shippedMigrations().map((m) => m.version);
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
    expect(versions.filter((v) => v % 10 !== 0)).toEqual([]);
  });

  it('are refused when two carry one number, or when there are none', () => {
    const folder = join(folders.make(), 'm');
    mkdirSync(folder);
    expect(() => shippedMigrations(folder)).toThrow('migrations are missing');
    writeFileSync(join(folder, '0010_a.sql'), 'SELECT 1');
    writeFileSync(join(folder, '0010_b.sql'), 'SELECT 1');
    expect(() => shippedMigrations(folder)).toThrow('two migrations 10');
  });

  it('begin or end no transaction of their own, and vacuum nothing', () => {
    const loose = shippedMigrations().filter(({ sql }) =>
      /^\s*(BEGIN\s*(;|IMMEDIATE|EXCLUSIVE|DEFERRED|TRANSACTION)|COMMIT|ROLLBACK|SAVEPOINT|VACUUM|ATTACH)/im.test(
        sql,
      ),
    );
    expect(loose.map((m) => m.name)).toEqual([]);
  });
});
