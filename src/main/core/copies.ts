/**
 * The encrypted copies in `sauvegardes/`. Each is three files of one name: the database (`.db`), the envelope that
 * holds its key (`.keys`), and a manifest (`.json`), written last: a copy without a manifest was never finished.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { createPrivate, PRIVATE_FOLDER, renameDurably, writeAtomically } from './atomic-file.ts';
import type { DataFiles } from './data-files.ts';
import { all, type ReadDb } from './db.ts';
import { verifyChain } from './journal-check.ts';
import type { UpgradePlan } from './migrate.ts';
import type { UsableCopy } from './open-failure.ts';
import { type FileKey, openFile } from './open-file.ts';

const Manifest = z.object({
  format: z.literal('parvis-copy'),
  version: z.literal(1),
  /** UTC milliseconds. */
  at: z.int(),
  /** Bytes of the database file, and their digest. */
  bytes: z.int(),
  sha256: z.hex(),
  schemaVersion: z.int(),
  journal: z.object({
    /** Entries, and the digest of the last: a copy that was cut short or rewritten shows. */
    length: z.int(),
    head: z.hex().nullable(),
  }),
});
export type Manifest = z.infer<typeof Manifest>;

export const TEMPORARY = '.tmp';

/** « parvis-2026-11-23 » */
export const dailyName = (day: string): string => `parvis-${day}`;
const upgradeName = (from: number): string => `avant-version-${String(from).padStart(4, '0')}`;

export interface CopyRequest {
  readonly files: Pick<DataFiles, 'copies' | 'envelope'>;
  readonly key: FileKey;
  /** Without extension. An older copy of this name is replaced once the new one has been checked. */
  readonly name: string;
  readonly now: number;
}

/**
 * Copies what `db` sees at this moment, reopens the copy, checks it, and only then gives it its name.
 * @throws what SQLite or the disk throws, Error if the copy does not hold: nothing is left behind
 */
export const makeCopy = (db: ReadDb, { files, key, name, now }: CopyRequest): Manifest => {
  mkdirSync(files.copies, { recursive: true, mode: PRIVATE_FOLDER });
  const temporary = join(files.copies, `${name}${TEMPORARY}`);
  // Before anything is written: a copy without its envelope would open nowhere.
  const envelope = readFileSync(files.envelope);
  try {
    rmSync(temporary, { force: true });
    createPrivate(temporary);
    db.prepare('VACUUM INTO ?').run(temporary);
    const manifest = check(temporary, key, now);
    const place = join(files.copies, name);
    renameDurably(temporary, `${place}.db`);
    writeAtomically(`${place}.keys`, envelope);
    writeAtomically(`${place}.json`, `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
  }
};

const check = (path: string, key: FileKey, now: number): Manifest => {
  const db = openFile(path, key, { readonly: true, mustExist: true });
  let read: Pick<Manifest, 'schemaVersion' | 'journal'>;
  try {
    const verdict = all<{ quick_check: string }>(db, 'PRAGMA quick_check(1)');
    if (verdict[0]?.quick_check !== 'ok') throw new Error('the copy does not pass its check');
    const chain = verifyChain(db);
    if (!chain.ok) throw new Error(`the journal of the copy does not hold at entry ${chain.seq}`);
    read = {
      schemaVersion: db.pragma('user_version', { simple: true }) as number,
      journal: { length: chain.length, head: chain.head },
    };
  } finally {
    db.close();
  }
  return { format: 'parvis-copy', version: 1, at: now, ...digestOf(path), ...read };
};

/** Before an upgrade, so that a bad one can be taken back. Kept until the next. */
export const copyBeforeUpgrade = (
  db: ReadDb,
  files: DataFiles,
  key: FileKey,
  plan: UpgradePlan,
  now: number,
): void => {
  makeCopy(db, { files, key, name: upgradeName(plan.from), now });
};

/** Every finished copy whose file is there, newest first. Reads manifests only. */
export const finishedCopies = (folder: string): (UsableCopy & { readonly manifest: Manifest })[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const manifest = readManifest(join(folder, name));
      const file = `${name.slice(0, -5)}.db`;
      const size = statSync(join(folder, file), { throwIfNoEntry: false })?.size;
      const opens = existsSync(join(folder, `${name.slice(0, -5)}.keys`));
      return manifest && opens && size === manifest.bytes ? [{ file, at: manifest.at, manifest }] : [];
    })
    .toSorted((a, b) => b.at - a.at);
};

const readManifest = (path: string): Manifest | null => {
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
};

/**
 * Copies that can take the place of a lost file, newest first. The first of the list has been read to its end and is
 * what was written; the older ones are known by their manifest and size.
 */
export const usableCopies = (folder: string): UsableCopy[] => {
  const copies = finishedCopies(folder);
  const sound = copies.findIndex(({ file }) => wholeCopy(folder, file) !== null);
  return sound < 0 ? [] : copies.slice(sound).map(({ file, at }) => ({ file, at }));
};

/** @returns the manifest of a finished copy whose file is still what was written, read to its end; else null */
export const wholeCopy = (folder: string, file: string): Manifest | null => {
  const copy = finishedCopies(folder).find((finished) => finished.file === file);
  return copy && digestOf(join(folder, file)).sha256 === copy.manifest.sha256 ? copy.manifest : null;
};

const CHUNK = 1 << 20;

/** Only of files that no connection of this process has open: see lock.ts. */
const digestOf = (path: string): { bytes: number; sha256: string } => {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
};
