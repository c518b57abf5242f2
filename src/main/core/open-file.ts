/** Opens the encrypted file and sets what every connection needs. */
import Database from 'better-sqlite3';
import type { ReadDb } from './db.ts';

/** A 32-byte random key, as raw bytes. */
export type FileKey = Uint8Array;

/** SQLite3MC takes a raw key as a blob literal: no key derivation on a key that is random already. */
export const keyPragma = (key: FileKey): string => `key = "x'${Buffer.from(key).toString('hex')}'"`;

/** @throws SqliteError SQLITE_NOTADB for a wrong key or a damaged header */
export const openFile = (path: string, key: FileKey, options: { readonly?: boolean } = {}): ReadDb => {
  const db = new Database(path, { readonly: options.readonly ?? false });
  try {
    db.pragma(keyPragma(key));
    // The first read is where a wrong key shows.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (!options.readonly) db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('trusted_schema = OFF');
    db.pragma('busy_timeout = 5000');
    return db as ReadDb;
  } catch (error) {
    db.close();
    throw error;
  }
};
