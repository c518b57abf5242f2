/**
 * The encrypted copies in `sauvegardes/`. Each is three files of one name: the database (`.db`), the envelope that
 * holds its key (`.keys`), and a manifest (`.json`), written last: a copy without a manifest was never finished.
 */
import { join } from 'node:path';
import * as z from 'zod';
import { momentOf } from './copies-kept.ts';
import { contentsOf, digestTables, rowsByTable } from './copy-contents.ts';
import { type CopyDisk, realDisk } from './copy-disk.ts';
import type { DataFiles } from './data-files.ts';
import { all, type ReadDb } from './db.ts';
import { type JournalMark, journalMark, verifyChain } from './journal-check.ts';
import type { UpgradePlan } from './migrate.ts';
import { type FileKey, openFile } from './open-file.ts';

const Manifest = z.object({
  format: z.literal('parvis-copy'),
  version: z.literal(1),
  /** UTC milliseconds. */
  at: z.int(),
  /** One above the newest copy beside it: the order in which they were made. 0 in those of an older Parvis. */
  serial: z.int().default(0),
  /** Bytes of the database file, and their digest. */
  bytes: z.int(),
  sha256: z.hex(),
  schemaVersion: z.int(),
  journal: z.object({
    /** Entries, and the digest of the last: a copy that was cut short or rewritten shows. */
    length: z.int(),
    head: z.hex().nullable(),
  }),
  /** Rows by table, and a digest of them all: what a proof compares. Null in those of an older Parvis. */
  tables: z
    .object({ rows: z.record(z.string(), z.int()), sha256: z.hex() })
    .nullable()
    .default(null),
  /** For whoever has to choose one. */
  contents: z
    .object({
      people: z.int(),
      appointments: z.int(),
      lastChange: z.object({ at: z.int(), by: z.string() }).nullable(),
    })
    .nullable()
    .default(null),
});
export type Manifest = z.infer<typeof Manifest>;

export const TEMPORARY = '.tmp';
export const EXTENSIONS = ['json', 'db', 'keys'] as const;

const upgradeName = (from: number): string => `avant-version-${String(from).padStart(4, '0')}`;

/** A copy that does not say what the file says: it does not count. */
export class CopyUnfaithfulError extends Error {}

export interface CopyRequest {
  readonly files: Pick<DataFiles, 'copies' | 'envelope'>;
  readonly key: FileKey;
  /** Without extension. An older copy of this name is replaced once the new one has been checked. */
  readonly name: string;
  readonly now: number;
}

/**
 * Copies what `db` sees at this moment, reopens the copy, checks it, and only then gives it its name.
 * @throws what SQLite or the disk throws, CopyUnfaithfulError if the copy does not hold: nothing is left behind
 */
export const makeCopy = (
  db: ReadDb,
  { files, key, name, now }: CopyRequest,
  disk: CopyDisk = realDisk,
): Manifest => {
  disk.makeFolder(files.copies);
  const temporary = join(files.copies, `${name}${TEMPORARY}`);
  // Before anything is written: a copy without its envelope would open nowhere.
  const envelope = disk.read(files.envelope);
  const serial = Math.max(0, ...finishedCopies(files.copies, disk).map((copy) => copy.manifest.serial)) + 1;
  try {
    disk.remove(temporary);
    const before = momentIn(db);
    disk.vacuumInto(db, temporary);
    const read = readAll(temporary, key, before.journal);
    compareWithSource(db, before, read);
    const manifest: Manifest = {
      format: 'parvis-copy',
      version: 1,
      at: now,
      serial,
      ...disk.digest(temporary),
      ...read,
    };
    const place = join(files.copies, name);
    // Whatever had this name stops being a copy before its first file is replaced.
    disk.remove(`${place}.json`);
    disk.place(temporary, `${place}.db`);
    disk.write(`${place}.keys`, envelope);
    disk.write(`${place}.json`, `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    tidy(disk, temporary);
  }
};

/** What is left is swept at the next start; what went wrong before must not be hidden by it. */
const tidy = (disk: CopyDisk, temporary: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    try {
      disk.remove(temporary + suffix);
    } catch {
      // A disk that is gone.
    }
};

type Read = Pick<Manifest, 'schemaVersion' | 'journal' | 'tables' | 'contents'>;

const readAll = (path: string, key: FileKey, continues: JournalMark): Read => {
  const db = openFile(path, key, { readonly: true, mustExist: true });
  try {
    return readSound(db, [continues]);
  } finally {
    db.close();
  }
};

/**
 * Reads an open file to its end: every page, every reference, the whole journal, every row.
 * @throws CopyUnfaithfulError, or SQLITE_CORRUPT for a page that no longer decrypts
 */
export const readSound = (db: ReadDb, marks: readonly JournalMark[]): Read => {
  const verdict = all<{ integrity_check: string }>(db, 'PRAGMA integrity_check(1)');
  if (verdict[0]?.integrity_check !== 'ok') throw new CopyUnfaithfulError('integrity_check');
  if (all(db, 'PRAGMA foreign_key_check').length > 0) throw new CopyUnfaithfulError('foreign_key_check');
  const chain = verifyChain(db, marks);
  if (!chain.ok) throw new CopyUnfaithfulError(`journal entry ${chain.seq}: ${chain.why}`);
  return {
    schemaVersion: db.pragma('user_version', { simple: true }) as number,
    journal: { length: chain.length, head: chain.head },
    tables: digestTables(db),
    contents: contentsOf(db),
  };
};

/** When nobody wrote meanwhile, the copy must have as many rows as the file, table by table. */
const compareWithSource = (db: ReadDb, before: Moment, read: Read): void => {
  const rows = rowsByTable(db);
  if (momentIn(db).version !== before.version) return;
  if (read.journal.head !== before.journal.head) throw new CopyUnfaithfulError('journal head');
  const off = Object.keys(rows).find((table) => rows[table] !== read.tables?.rows[table]);
  if (off !== undefined) throw new CopyUnfaithfulError(`rows of ${off}`);
};

interface Moment {
  readonly journal: JournalMark;
  /** Another one as soon as another connection has committed anything. */
  readonly version: number;
}

const momentIn = (db: ReadDb): Moment => ({
  version: db.pragma('data_version', { simple: true }) as number,
  journal: journalMark(db),
});

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

export interface FinishedCopy {
  /** Name of its database. */
  readonly file: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly manifest: Manifest;
}

/** Every finished copy whose file is there, newest first. Reads manifests only. */
export const finishedCopies = (folder: string, disk: CopyDisk = realDisk): FinishedCopy[] =>
  disk
    .list(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const manifest = readManifest(join(folder, name), disk);
      const stem = name.slice(0, -5);
      const opens = disk.size(join(folder, `${stem}.keys`)) !== null;
      const whole = manifest && opens && disk.size(join(folder, `${stem}.db`)) === manifest.bytes;
      return whole ? [{ file: `${stem}.db`, at: manifest.at, manifest }] : [];
    })
    .toSorted((a, b) => b.manifest.serial - a.manifest.serial || b.at - a.at);

/** Those that come and go by themselves: the copy before an upgrade stands apart. */
export const passingCopies = (folder: string, disk: CopyDisk = realDisk): FinishedCopy[] =>
  finishedCopies(folder, disk).filter(({ file }) => momentOf(file) !== null);

const readManifest = (path: string, disk: CopyDisk): Manifest | null => {
  try {
    return Manifest.parse(JSON.parse(Buffer.from(disk.read(path)).toString('utf8')));
  } catch {
    return null;
  }
};

/** @returns the manifest of a finished copy whose file is still what was written, read to its end; else null */
export const wholeCopy = (folder: string, file: string, disk: CopyDisk = realDisk): Manifest | null => {
  const copy = finishedCopies(folder, disk).find((finished) => finished.file === file);
  return copy && disk.digest(join(folder, file)).sha256 === copy.manifest.sha256 ? copy.manifest : null;
};

/** The manifest first: without it the rest is no copy, whatever happens in between. */
export const dropCopy = (folder: string, file: string, disk: CopyDisk = realDisk): void => {
  for (const extension of EXTENSIONS) disk.remove(join(folder, `${file.slice(0, -3)}.${extension}`));
};
