/**
 * Plain SQL migrations, numbered by tens. All that are pending run in one transaction with their `user_version` and
 * their checksums: an upgrade happens whole or not at all. A file from a newer Parvis is refused and left untouched.
 *
 * Foreign keys are off meanwhile, as rebuilding a table needs (with them on, dropping the old table empties its
 * children by cascade), and every reference is checked before the commit.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export class NewerFileError extends Error {}
export class MigrationChangedError extends Error {}

const FILE = /^(\d{4})_([a-z0-9_]+)\.sql$/;

/** Read as files, beside this one from source as in the build. */
export const shippedMigrations = (folder = join(import.meta.dirname, 'migrations')): Migration[] =>
  inOrder(
    readdirSync(folder).flatMap((file) => {
      const [, number, name] = FILE.exec(file) ?? [];
      if (number === undefined || name === undefined) return [];
      return [{ version: Number(number), name, sql: readFileSync(join(folder, file), 'utf8') }];
    }),
  );

/** @throws Error when two migrations carry one number, or none is there */
const inOrder = (migrations: readonly Migration[]): Migration[] => {
  const sorted = migrations.toSorted((a, b) => a.version - b.version);
  for (const [i, migration] of sorted.entries())
    if (migration.version === sorted[i + 1]?.version) throw new Error(`two migrations ${migration.version}`);
  if (sorted.length === 0) throw new Error('migrations are missing from this installation');
  return sorted;
};

const checksum = (sql: string): string =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');

export interface UpgradePlan {
  /** Version of the file as it is; 0 for a new one. */
  readonly from: number;
  /** Version once upgraded. */
  readonly to: number;
  readonly pending: readonly Migration[];
}

/**
 * What an upgrade would do. Reads only.
 * @throws NewerFileError, MigrationChangedError (an applied migration was edited, renumbered or taken away since)
 */
export const planUpgrade = (
  db: Database.Database,
  migrations: readonly Migration[] = shippedMigrations(),
): UpgradePlan => {
  const from = db.pragma('user_version', { simple: true }) as number;
  const to = migrations.at(-1)?.version ?? 0;
  if (from > to) throw new NewerFileError(`file version ${from}, program version ${to}`);
  const applied =
    from === 0
      ? []
      : (db.prepare('SELECT version, sha256 FROM schema_migrations').all() as {
          version: number;
          sha256: string;
        }[]);
  for (const { version, sha256 } of applied) {
    const shipped = migrations.find((m) => m.version === version);
    if (!shipped || checksum(shipped.sql) !== sha256) throw new MigrationChangedError(`migration ${version}`);
  }
  const known = new Set(applied.map((a) => a.version));
  const skipped = migrations.find((m) => m.version <= from && !known.has(m.version));
  if (skipped) throw new MigrationChangedError(`migration ${skipped.version} was slipped in behind ${from}`);
  return { from, to, pending: migrations.filter((m) => m.version > from) };
};

/**
 * Brings an open file to the newest version.
 * @throws NewerFileError, MigrationChangedError, or what a migration throws: the file is then as it was
 */
export const migrate = (
  db: Database.Database,
  now: number,
  migrations: readonly Migration[] = shippedMigrations(),
): void => {
  const { pending } = planUpgrade(db, migrations);
  if (pending.length === 0) return;
  // No effect inside a transaction, hence here.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      db.exec(
        `CREATE TABLE IF NOT EXISTS schema_migrations
           (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`,
      );
      const applied = db.prepare(
        'INSERT INTO schema_migrations (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)',
      );
      for (const { version, name, sql } of pending) {
        db.exec(sql);
        applied.run(version, name, checksum(sql), now);
        db.pragma(`user_version = ${version}`);
      }
      const broken = db.pragma('foreign_key_check') as { table: string; parent: string }[];
      if (broken[0]) throw new Error(`a row of ${broken[0].table} points to no ${broken[0].parent}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
};
