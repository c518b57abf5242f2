/**
 * What making, carrying and putting back a copy asks of the disk, step by step: the one place where tests make a disk
 * fail, fill up or vanish. Nothing else in the program goes through it.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createPrivate, PRIVATE_FOLDER, renameDurably, syncFolder, writeAtomically } from './atomic-file.ts';
import type { ReadDb } from './db.ts';

export interface Digest {
  readonly bytes: number;
  readonly sha256: string;
}

export interface CopyDisk {
  makeFolder(path: string): void;
  /** Of a file or folder; null when nothing is there. */
  size(path: string): number | null;
  /** Names within a folder; none when it is not there. */
  list(folder: string): string[];
  read(path: string): Uint8Array;
  /** Whole or not at all, flushed. */
  write(path: string, content: string | Uint8Array): void;
  /** What `db` sees at one moment, into a file that only this user reads, encrypted as `db` is. */
  vacuumInto(db: ReadDb, path: string): void;
  /** The bytes of a file that nobody has open. */
  copy(from: string, to: string): void;
  /** Only of files that no connection of this process has open: see lock.ts. */
  digest(path: string): Digest;
  /** Flushes a finished file and gives it its name, durably; whatever had that name is replaced. */
  place(from: string, to: string): void;
  move(from: string, to: string): void;
  sync(folder: string): void;
  /** Also when it is not there. */
  remove(path: string): void;
}

const CHUNK = 1 << 20;

export const realDisk: CopyDisk = {
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
  },
  size: (path) => statSync(path, { throwIfNoEntry: false })?.size ?? null,
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw error;
    }
  },
  read: (path) => readFileSync(path),
  write: writeAtomically,
  vacuumInto: (db, path) => {
    createPrivate(path);
    db.prepare('VACUUM INTO ?').run(path);
  },
  copy: (from, to) => {
    createPrivate(to);
    copyFileSync(from, to);
    const file = openSync(to, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  digest: (path) => {
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
  },
  place: renameDurably,
  move: renameSync,
  sync: syncFolder,
  remove: (path) => rmSync(path, { force: true }),
};
