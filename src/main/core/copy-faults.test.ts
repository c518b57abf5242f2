/** The disk fails at each step of a copy, of its way to the second place, and of a restoration. */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { addPractitioner, mustOpen, storeOptions, testFolders } from '../../../tests/support/data-folder.ts';
import { eachFault } from '../../../tests/support/faulty-disk.ts';
import { folderState } from '../../../tests/support/folder-state.ts';
import { finishedCopies, makeCopy, wholeCopy } from './copies.ts';
import { carryCopies, chooseTarget, TARGET_FOLDER } from './copy-target.ts';
import { dataFiles } from './data-files.ts';
import { all } from './db.ts';
import { DeskError } from './errors.ts';
import { openFile } from './open-file.ts';
import { restoreCopy } from './restore-copy.ts';

const folders = testFolders();
afterEach(() => folders.removeAll());

const FORMER = 'parvis-2026-11-22-18h00';
const NEWER = 'parvis-2026-11-23-08h00';

/** One practitioner in the copy, two in the file. */
const house = async () => {
  const folder = folders.make();
  const store = await mustOpen(storeOptions(folder));
  await store.issueRecoveryCode();
  addPractitioner(store.ground, 'Delaunay');
  const { files, key, house: name } = store;
  makeCopy(store.ground.db, { files, key, name: FORMER, now: 1_000 });
  addPractitioner(store.ground, 'Hamel');
  store.close();
  return { folder, files, key, name };
};

const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `${error}`;
  }
};

const names = async (folder: string): Promise<string[]> => {
  const store = await mustOpen(storeOptions(folder));
  const found = all<{ name: string }>(
    store.ground.db,
    'SELECT family_name AS name FROM practitioners ORDER BY id',
  );
  store.close();
  return found.map(({ name }) => name);
};

it('a copy that fails at any step leaves the former one whole, counts for nothing, and the next one works', async () => {
  const { files, key } = await house();
  const db = openFile(files.database, key, { readonly: true, mustExist: true });
  const former = folderState(files.copies);
  const steps = await eachFault(({ disk, hit }, what) => {
    const failed = codeOf(() => makeCopy(db, { files, key, name: NEWER, now: 2_000 }, disk));
    // Announced, unless what failed was only the tidying up behind a copy that is whole.
    if (hit() && failed === null) expect(wholeCopy(files.copies, `${NEWER}.db`), what).not.toBe(null);
    else if (hit()) expect(['ENOSPC', 'EIO', 'EACCES'], what).toContain(failed);
    for (const [name, digest] of Object.entries(former))
      expect(folderState(files.copies)[name], what).toBe(digest);
    for (const { file } of finishedCopies(files.copies))
      expect(wholeCopy(files.copies, file), `${what}, ${file}`).not.toBe(null);
    makeCopy(db, { files, key, name: NEWER, now: 3_000 });
    expect(finishedCopies(files.copies).map(({ file, at }) => [file, at])).toEqual([
      [`${NEWER}.db`, 3_000],
      [`${FORMER}.db`, 1_000],
    ]);
    for (const extension of ['json', 'db', 'keys'])
      rmSync(join(files.copies, `${NEWER}.${extension}`), { force: true });
    return hit();
  });
  expect(steps).toBeGreaterThan(10);
  db.close();
}, 120_000);

it('a stick that is full, protected or pulled out half-way is told, keeps what it had, and gets the rest the next time', async () => {
  const { folder, files, key, name } = await house();
  const stick = folders.make();
  expect(chooseTarget({ path: stick, dataFolder: folder, house: name, acceptSameDisk: true })).toEqual({
    ok: true,
    sameDisk: true,
  });
  const way = { path: stick, copies: files.copies, envelope: files.envelope, proven: null };
  const there = join(stick, TARGET_FOLDER);
  expect(carryCopies(way)).toEqual({ there: true, copy: { file: `${FORMER}.db`, at: 1_000 } });
  const former = folderState(there);
  const db = openFile(files.database, key, { readonly: true, mustExist: true });
  makeCopy(db, { files, key, name: NEWER, now: 2_000 });
  db.close();
  const here = folderState(files.copies);
  const steps = await eachFault(({ disk, hit }, what) => {
    const failed = codeOf(() => {
      // A stick that cannot even be read is one that is not there.
      if (!carryCopies(way, disk).there) throw Object.assign(new Error('absent'), { code: 'absent' });
    });
    if (hit()) expect(['ENOSPC', 'EIO', 'EACCES', 'absent', null], what).toContain(failed);
    expect(folderState(files.copies), what).toEqual(here);
    for (const [file, digest] of Object.entries(former)) expect(folderState(there)[file], what).toBe(digest);
    for (const { file } of finishedCopies(there))
      expect(wholeCopy(there, file), `${what}, ${file}`).not.toBe(null);
    expect(carryCopies(way), what).toEqual({ there: true, copy: { file: `${NEWER}.db`, at: 2_000 } });
    expect(wholeCopy(there, `${NEWER}.db`), what).not.toBe(null);
    expect(Object.keys(folderState(there)).filter((one) => one.endsWith('.tmp'))).toEqual([]);
    for (const extension of ['json', 'db', 'keys'])
      rmSync(join(there, `${NEWER}.${extension}`), { force: true });
    return hit();
  });
  expect(steps).toBeGreaterThan(10);
}, 120_000);

it('a restoration that fails at any step leaves a house that opens, on the file as it was or on the copy, and loses neither', async () => {
  const made = await house();
  const before = readFileSync(made.files.database);
  const steps = await eachFault(async ({ disk, hit }, what) => {
    const folder = folders.make();
    cpSync(made.folder, folder, { recursive: true });
    const files = dataFiles(folder);
    const place = { folder: files.copies, file: `${FORMER}.db` };
    const failed = codeOf(() => restoreCopy(files, place, 5_000, disk));
    if (hit()) expect(['ENOSPC', 'EIO', 'EACCES', 'NOT_FOUND', null], what).toContain(failed);
    const asideOrHere = [files.database, join(files.aside, '1970-01-01T00-00-05', 'parvis.db')];
    const kept = asideOrHere.filter((path) => existsSync(path) && readFileSync(path).equals(before));
    expect(kept.length, what).toBeGreaterThan(0);
    const found = await names(folder);
    expect([['Delaunay'], ['Delaunay', 'Hamel']], what).toContainEqual(found);
    if (failed === null) expect(found, what).toEqual(['Delaunay']);
    if (found.length === 2) {
      restoreCopy(files, place, 6_000);
      expect(await names(folder), what).toEqual(['Delaunay']);
    }
    rmSync(folder, { recursive: true, force: true });
    return hit();
  });
  expect(steps).toBeGreaterThan(10);
}, 120_000);

it('a copy whose bytes changed is not restored', async () => {
  const { files } = await house();
  rmSync(join(files.copies, `${FORMER}.keys`));
  expect(() => restoreCopy(files, { folder: files.copies, file: `${FORMER}.db` }, 5_000)).toThrow(DeskError);
});
