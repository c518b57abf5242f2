/**
 * One process writes to a data folder. The lock is an exclusive transaction held on an empty SQLite file: the system
 * itself frees it when the process dies, SIGKILL included, and SQLite knows how to lock on every platform.
 *
 * Traps. The connection must stay reachable: once collected as garbage it closes, and the lock is gone. On POSIX, any
 * other handle of this process on the lock file frees the lock when it is closed: never open or copy that file.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import * as z from 'zod';
import { createPrivate, writeAtomically } from './atomic-file.ts';
import type { DataFiles } from './data-files.ts';

const Holder = z.object({
  /** « Parvis », « import »…: what the message to the second comer calls it. */
  program: z.string(),
  pid: z.int(),
  /** Name of the PC: a data folder may lie on a share. */
  pc: z.string(),
  /** UTC milliseconds. */
  since: z.int(),
});
export type Holder = z.infer<typeof Holder>;

export interface FolderLock {
  release(): void;
}

export class FolderHeldError extends Error {
  /** Null when the holder has left no readable note. */
  readonly holder: Holder | null;
  constructor(holder: Holder | null) {
    super('the data folder is held by another process');
    this.holder = holder;
  }
}

/** Strong references: see the first trap. */
const held = new Set<Database.Database>();

/**
 * @param waitMs how long to wait for a holder that is just leaving
 * @throws FolderHeldError, or what opening a file throws (SQLITE_CANTOPEN, EACCES…)
 */
export const lockFolder = (
  files: Pick<DataFiles, 'lock' | 'holder'>,
  who: { readonly program: string; readonly since: number },
  waitMs = 500,
): FolderLock => {
  if (!existsSync(files.lock)) createPrivate(files.lock);
  const db = new Database(files.lock, { timeout: waitMs });
  try {
    // No journal beside the lock: nothing is ever written in it. (OFF is ignored: the driver opens files defensively.)
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new FolderHeldError(awaitHolder(files.holder));
    throw error;
  }
  held.add(db);
  const note: Holder = { program: who.program, pid: process.pid, pc: hostname(), since: who.since };
  try {
    writeAtomically(files.holder, JSON.stringify(note));
  } catch (error) {
    held.delete(db);
    db.close();
    throw error;
  }
  return {
    release: () => {
      if (!held.delete(db)) return;
      // The note first: once the lock is free it may be somebody else's.
      rmSync(files.holder, { force: true });
      db.close();
    },
  };
};

/** Between taking the lock and leaving the note a holder needs an instant. */
const awaitHolder = (path: string): Holder | null => {
  for (let attempt = 0; attempt < 10; attempt++) {
    const holder = readHolder(path);
    if (holder) return holder;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
  }
  return null;
};

/** The note of whoever holds the folder; null when there is none, or when its writer is known to be dead. */
export const readHolder = (path: string): Holder | null => {
  try {
    const holder = Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
    return holder.pc === hostname() && !isAlive(holder.pid) ? null : holder;
  } catch {
    return null;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
