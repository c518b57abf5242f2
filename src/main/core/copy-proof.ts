/**
 * The proof that a copy would bring the house back: it is restored, to a file of its own, opened as a house is opened,
 * and compared with what it was made of. Runs in a worker.
 */
import { join } from 'node:path';
import { EXTENSIONS, type FinishedCopy, finishedCopies, readSound, TEMPORARY } from './copies.ts';
import { type CopyDisk, realDisk } from './copy-disk.ts';
import { get, type ReadDb } from './db.ts';
import { readEnvelope } from './keys/envelope.ts';
import { isKeyOf } from './keys/keyring.ts';
import { closeFile, type FileKey, openFile } from './open-file.ts';

export interface ProveCopy {
  readonly copies: string;
  readonly file: string;
  readonly key: FileKey;
  /** The house in use: the copy's journal must be a beginning of its own; null when it no longer has to be. */
  readonly continuedBy: string | null;
}

/** `why` is for whoever follows Parvis: a word of this program, never of a row. */
export type Proof = { readonly ok: true } | { readonly ok: false; readonly why: string };

export const proveCopy = (asked: ProveCopy, disk: CopyDisk = realDisk): Proof => {
  const copy = finishedCopies(asked.copies, disk).find(({ file }) => file === asked.file);
  if (!copy) return { ok: false, why: 'files-missing' };
  const temporary = join(asked.copies, `preuve${TEMPORARY}`);
  const clear = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) disk.remove(temporary + suffix);
  };
  try {
    clear();
    disk.copy(join(asked.copies, asked.file), temporary);
    if (disk.digest(temporary).sha256 !== copy.manifest.sha256) return { ok: false, why: 'bytes' };
    const keys = join(asked.copies, `${asked.file.slice(0, -3)}.keys`);
    if (!isKeyOf(readEnvelope(keys), asked.key)) return { ok: false, why: 'key' };
    return restoredLike(copy, temporary, asked);
  } catch (error) {
    if (isOfCopy(error)) return { ok: false, why: error.message.slice(0, 60) };
    throw error;
  } finally {
    clear();
  }
};

/** A damaged copy, and not a disk that has no room for the proof. */
const isOfCopy = (error: unknown): error is Error =>
  error instanceof Error &&
  (!('code' in error) || /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))) &&
  !/^(TypeError|ReferenceError)$/.test(error.name);

const restoredLike = ({ manifest }: FinishedCopy, path: string, asked: ProveCopy): Proof => {
  // For writing, as a house is opened: what only reads is not yet a desk.
  const db = openFile(path, asked.key, { mustExist: true });
  try {
    const read = readSound(db, [manifest.journal]);
    if (read.journal.length !== manifest.journal.length || read.journal.head !== manifest.journal.head)
      return { ok: false, why: 'journal' };
    const { tables } = manifest;
    const off =
      tables && Object.keys(tables.rows).find((name) => tables.rows[name] !== read.tables?.rows[name]);
    if (off) return { ok: false, why: `rows of ${off}` };
    if (tables && tables.sha256 !== read.tables?.sha256) return { ok: false, why: 'contents' };
  } finally {
    closeFile(db);
  }
  return asked.continuedBy === null || isContinued(asked.continuedBy, asked.key, manifest.journal)
    ? { ok: true }
    : { ok: false, why: 'another-journal' };
};

const isContinued = (
  database: string,
  key: FileKey,
  { length, head }: { readonly length: number; readonly head: string | null },
): boolean => {
  if (length === 0) return true;
  const db = openFile(database, key, { readonly: true, mustExist: true });
  try {
    return digestAt(db, length) === head;
  } finally {
    db.close();
  }
};

const digestAt = (db: ReadDb, seq: number): string | null =>
  get<{ digest: Buffer }>(db, 'SELECT digest FROM journal WHERE seq = ?', [seq])?.digest.toString('hex') ??
  null;

export const SET_ASIDE = 'douteuses';

/** A copy that did not hold is kept, out of the way of those that do. @returns its name there */
export const setCopyAside = (copies: string, file: string, disk: CopyDisk = realDisk): string => {
  const folder = join(copies, SET_ASIDE);
  disk.makeFolder(folder);
  for (const extension of EXTENSIONS) {
    const name = `${file.slice(0, -3)}.${extension}`;
    if (disk.size(join(copies, name)) !== null) disk.move(join(copies, name), join(folder, name));
  }
  disk.sync(folder);
  return `${SET_ASIDE}/${file}`;
};
