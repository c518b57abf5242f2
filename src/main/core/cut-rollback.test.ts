/**
 * A plug pulled at the instant when a copy, which is written without a write-ahead log, becomes the file in use: SQLite
 * leaves the pages that it was about to change in `parvis.db-journal`, and nobody reads the file before they are back.
 */
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fixtureDb } from '../../../tests/support/agenda-house.ts';
import {
  addPractitioner,
  mustOpen,
  mustRefuse,
  storeOptions,
  testFolders,
} from '../../../tests/support/data-folder.ts';
import { makeCopy } from './copies.ts';
import { dataFiles } from './data-files.ts';
import { all, type ReadDb, type WriteDb } from './db.ts';
import { openFile } from './open-file.ts';
import { restoreCopy } from './restore-copy.ts';

const folders = testFolders();
afterEach(() => folders.removeAll());

const COPY = 'parvis-2026-11-23-08h00';

/** A house with one copy, and its file cut in the middle of a change: half of it is in the file, none of it counts. */
const cutHouse = async () => {
  const folder = folders.make();
  const store = await mustOpen(storeOptions(folder));
  addPractitioner(store.ground, 'Delaunay');
  const { files, key } = store;
  makeCopy(store.ground.db, { files, key, name: COPY, now: 1_000 });
  const whole = snapshot(fixtureDb(store.ground));
  store.close();
  const db = openFile(files.database, key, { mustExist: true }) as WriteDb;
  db.pragma('journal_mode = DELETE');
  db.pragma('cache_size = 1');
  db.exec(`BEGIN; INSERT INTO cursors WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    SELECT 'follower of a change that was never committed ' || i, 0 FROM n; DELETE FROM practitioners;`);
  const cut = folders.make();
  for (const path of [files.database, `${files.database}-journal`])
    copyFileSync(path, join(cut, basename(path)));
  db.exec('ROLLBACK');
  db.close();
  for (const name of ['parvis.db', 'parvis.db-journal']) copyFileSync(join(cut, name), join(folder, name));
  return { folder, files, whole };
};

const snapshot = (db: ReadDb) => all(db, 'SELECT id, family_name FROM practitioners');

it('opens as it was before the change that was cut', async () => {
  const { folder, files, whole } = await cutHouse();
  const store = await mustOpen(storeOptions(folder));
  expect(snapshot(store.ground.db)).toEqual(whole);
  expect(all(store.ground.db, "SELECT 1 FROM cursors WHERE follower LIKE '%never committed%'")).toEqual([]);
  store.close();
  expect(existsSync(`${files.database}-journal`)).toBe(false);
});

it('is left as it was found when it is not the file of this envelope', async () => {
  const { folder, files } = await cutHouse();
  const other = folders.make();
  const stranger = await mustOpen(storeOptions(other));
  stranger.close();
  copyFileSync(stranger.files.envelope, files.envelope);
  const before = readFileSync(files.database);
  expect(await mustRefuse(storeOptions(folder))).toMatchObject({ code: 'wrong-key' });
  expect(readFileSync(files.database).equals(before)).toBe(true);
  expect(existsSync(`${files.database}-journal`)).toBe(true);
});

it('is set aside with those pages, which would be written into the copy that takes its place', async () => {
  const { folder, files, whole } = await cutHouse();
  const { aside } = restoreCopy(files, { folder: files.copies, file: `${COPY}.db` }, 5_000);
  expect(existsSync(join(aside, 'parvis.db-journal'))).toBe(true);
  expect(existsSync(`${dataFiles(folder).database}-journal`)).toBe(false);
  const store = await mustOpen(storeOptions(folder));
  expect(snapshot(store.ground.db)).toEqual(whole);
  expect(store.ground.db.pragma('integrity_check', { simple: true })).toBe('ok');
  store.close();
  rmSync(aside, { recursive: true });
});
