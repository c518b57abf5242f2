/** Opens the encrypted file and sets what every connection needs. */
import Database from 'better-sqlite3';
import type { ReadDb } from './db.ts';

/** A 32-byte random key, as raw bytes. */
export type FileKey = Uint8Array;

/** SQLite3MC takes a raw key as a blob literal: no key derivation on a key that is random already. */
const keyPragma = (key: FileKey): string => `key = "x'${Buffer.from(key).toString('hex')}'"`;

export interface OpenFileOptions {
  readonly readonly?: boolean;
  /** Refuse to create: a file that went missing is a fault, not a new house. */
  readonly mustExist?: boolean;
}

/**
 * @throws SqliteError SQLITE_NOTADB for a wrong key or a damaged first page, SQLITE_CORRUPT for a damaged other one,
 *   SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_FULL
 */
export const openFile = (path: string, key: FileKey, options: OpenFileOptions = {}): ReadDb => {
  const db = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? false,
  });
  try {
    // Named, so that another default in a later driver cannot change what is written.
    db.pragma("cipher = 'chacha20'");
    db.pragma(keyPragma(key));
    // Sorts, statement journals and VACUUM would otherwise spill rows into files of the system's temporary folder.
    db.pragma('temp_store = MEMORY');
    // Each page that leaves the cache is deciphered again: on a grown house the default of 2 MB costs three times over.
    // Whoever only reads passes over the whole file once, and keeps nothing.
    db.pragma(`cache_size = ${options.readonly ? -2000 : -16000}`);
    // The first read is where a wrong key shows.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (!options.readonly) db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    // What is erased is overwritten, not merely forgotten.
    db.pragma('secure_delete = ON');
    db.pragma('busy_timeout = 5000');
    return db as ReadDb;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** What was committed is safe without this tidying: a full disk, or a worker that still reads, must not stop anything. */
const tidy = (work: () => void): void => {
  try {
    work();
  } catch {
    // Another time.
  }
};

/** Copies the write-ahead log into the file. @param how `PASSIVE` waits for nobody, `TRUNCATE` leaves one file */
export const foldLog = (db: ReadDb, how: 'PASSIVE' | 'TRUNCATE'): void =>
  tidy(() => db.pragma(`wal_checkpoint(${how})`));

/** Folds the write-ahead log into the file and closes it: one file is left. */
export const closeFile = (db: ReadDb): void => {
  if (!db.open) return;
  tidy(() => db.pragma('optimize'));
  foldLog(db, 'TRUNCATE');
  db.close();
};
