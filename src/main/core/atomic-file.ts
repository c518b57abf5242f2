/**
 * Files that must be whole or absent: written beside their place, flushed, renamed over it, and the folder flushed, so
 * that a pulled plug leaves the former file or the new one, never half of either.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Readable and writable by this user only. */
export const PRIVATE = 0o600;
export const PRIVATE_FOLDER = 0o700;

export const writeAtomically = (path: string, content: string | Uint8Array): void => {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = openSync(temporary, 'wx', PRIVATE);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
};

/** An empty file that only this user reads, for SQLite to fill: what it creates itself is readable by all. */
export const createPrivate = (path: string): void => closeSync(openSync(path, 'a', PRIVATE));

/** Moves a finished file into its place, within one folder or disk, durably. */
export const renameDurably = (from: string, to: string): void => {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
};

const syncFile = (path: string): void => {
  // Windows flushes only a handle that may write.
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** A rename is durable once its folder is. Windows cannot open folders, and does not need it. */
export const syncFolder = (path: string): void => {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    // Some shares flush files only: there is nothing more to ask of them.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) throw error;
  } finally {
    closeSync(folder);
  }
};
