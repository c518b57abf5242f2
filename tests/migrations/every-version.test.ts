/** A file as each former version of Parvis would have left it, with rows everywhere: opened today, it has every one of them. */
import { afterEach, describe, expect, it } from 'vitest';
import { all, type ReadDb } from '../../src/main/core/db.ts';
import { migrate, shippedMigrations } from '../../src/main/core/migrate.ts';
import { closeFile, openFile } from '../../src/main/core/open-file.ts';
import { testFolders } from '../support/data-folder.ts';
import { EVERY_TABLE } from './every-table.ts';
import { lostSince, rowsOf, snapshotOf, tablesOf } from './snapshot.ts';

const folders = testFolders();
let open: ReadDb | null = null;
afterEach(() => {
  if (open !== null) closeFile(open);
  open = null;
  folders.removeAll();
});

const NOW = 1_795_417_200_000;
const VERSIONS = shippedMigrations().map(({ version }) => version);

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
