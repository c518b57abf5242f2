import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testFolders } from '../../../tests/support/data-folder.ts';
import type { ReadDb } from './db.ts';
import { closeFile, openFile } from './open-file.ts';

const folders = testFolders();
const key = new Uint8Array(32).fill(3);
let path = '';
let db: ReadDb;
beforeEach(() => {
  path = join(folders.make(), 'a.db');
  db = openFile(path, key);
});
afterEach(() => {
  db.close();
  folders.removeAll();
});

describe('the encrypted file', () => {
  it('is set as every connection needs it', () => {
    const set = (name: string): unknown => db.pragma(name, { simple: true });
    expect({
      cipher: set('cipher'),
      journal: set('journal_mode'),
      // 2: FULL. A commit that was acknowledged survives a pulled plug.
      synchronous: set('synchronous'),
      foreignKeys: set('foreign_keys'),
      // 2: MEMORY.
      tempStore: set('temp_store'),
      trustedSchema: set('trusted_schema'),
      secureDelete: set('secure_delete'),
    }).toEqual({
      cipher: 'chacha20',
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      tempStore: 2,
      trustedSchema: 0,
      secureDelete: 1,
    });
  });

  it('opens with its own key, and with no other', () => {
    db.exec('CREATE TABLE t (a)');
    db.close();
    expect(() => openFile(path, new Uint8Array(32).fill(4))).toThrow('not a database');
    db = openFile(path, key);
    expect(db.prepare('SELECT * FROM t').all()).toEqual([]);
  });

  it('is not made where it should have been', () => {
    expect(() => openFile(`${path}.other`, key, { mustExist: true })).toThrow('unable to open');
    expect(existsSync(`${path}.other`)).toBe(false);
  });

  it('closes on a full disk, and keeps what was committed', () => {
    db.exec(`CREATE TABLE t (a INTEGER, b INTEGER); CREATE INDEX t_a ON t (a);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO t SELECT i, i FROM n;`);
    db.prepare('SELECT * FROM t WHERE a = 5').all();
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages}`);
    expect(() => db.pragma('optimize')).toThrow('full');
    closeFile(db);
    db = openFile(path, key);
    expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 500 });
  });

  it('lets a reader read, and never write', () => {
    db.exec('CREATE TABLE t (a)');
    const reader = openFile(path, key, { readonly: true, mustExist: true });
    expect(() => reader.exec('INSERT INTO t VALUES (1)')).toThrow('readonly');
    reader.close();
  });
});

/**
 * Files that this process has open and that stand under no name: SQLite removes its temporary files as soon as it has
 * opened them, so a folder never shows them. Linux tells; elsewhere the setting above is what is known.
 */
const unnamedFiles = (): string[] =>
  existsSync('/proc/self/fd')
    ? readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          const target = readlinkSync(`/proc/self/fd/${fd}`);
          return target.includes('etilqs') ? [target] : [];
        } catch {
          return [];
        }
      })
    : [];

describe('what SQLite sets aside while it works', () => {
  const seen = new Set<string>();
  const busy = (connection: Database.Database): void => {
    seen.clear();
    connection.function('look', { deterministic: false }, () => {
      for (const file of unnamedFiles()) seen.add(file);
      return 0;
    });
    connection.pragma('cache_size = 20');
    connection.exec(`CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, note TEXT);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
      INSERT INTO people SELECT i, hex(randomblob(40)), hex(randomblob(400)) FROM n;`);
    // A sort far larger than the cache.
    connection.prepare('SELECT name, CASE WHEN id % 500 = 0 THEN look() END FROM people ORDER BY note').all();
    // A statement that must be able to take itself back, halfway through a transaction.
    connection.exec('BEGIN; UPDATE people SET note = note || 1');
    connection.exec(
      "UPDATE people SET name = name || 'x', note = CASE WHEN id % 500 = 0 THEN look() ELSE note END WHERE id > 0",
    );
    connection.exec('COMMIT');
    connection.exec(
      'CREATE TABLE copy AS SELECT *, CASE WHEN id % 500 = 0 THEN look() END FROM people ORDER BY note, name',
    );
  };

  it('never lies on the disk in clear', () => {
    busy(db);
    expect([...seen]).toEqual([]);
  });

  it('would, were it not told otherwise', () => {
    const loose = new Database(`${path}.loose`);
    try {
      loose.pragma('temp_store = FILE');
      busy(loose);
      expect(seen.size > 0).toBe(existsSync('/proc/self/fd'));
    } finally {
      loose.close();
    }
  });
});
