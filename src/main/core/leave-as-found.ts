/**
 * Looking into a file without leaving a trace. Even a read-only SQLite connection makes an empty `-wal` and rewrites
 * the index `-shm` beside it; a file that Parvis refuses to open must stay byte for byte what it was.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ReadDb } from './db.ts';
import { type FileKey, openFile } from './open-file.ts';

/**
 * Opens read-only, looks, closes, and puts `-wal` and `-shm` back. Only under the folder's lock, with no other
 * connection of this process: on POSIX, reading a file beside an open connection frees that connection's locks.
 */
export const lookInto = <T>(path: string, key: FileKey, look: (db: ReadDb) => T): T => {
  const log = `${path}-wal`;
  const index = `${path}-shm`;
  const hadLog = existsSync(log);
  const formerIndex = existsSync(index) ? readFileSync(index) : null;
  try {
    const db = openFile(path, key, { readonly: true, mustExist: true });
    try {
      return look(db);
    } finally {
      db.close();
    }
  } finally {
    if (!hadLog) rmSync(log, { force: true });
    if (formerIndex === null) rmSync(index, { force: true });
    else writeFileSync(index, formerIndex);
  }
};
