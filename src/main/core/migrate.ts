/**
 * Plain SQL migrations, numbered by tens. Each runs in one transaction with its `user_version` and its checksum, so a
 * failure leaves the previous version and every row. A file from a newer Parvis is refused and left untouched.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export class NewerFileError extends Error {}
export class MigrationChangedError extends Error {}

/** Beside this file from source; one level up when bundled into a chunk. */
const folder = (): string => {
  const candidates = [join(import.meta.dirname, 'migrations'), join(import.meta.dirname, '..', 'migrations')];
  const there = candidates.find((path) => existsSync(path));
  if (!there) throw new Error('migrations are missing from this installation');
  return there;
};

export const shippedMigrations = (): Migration[] =>
  readdirSync(folder())
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: readFileSync(join(folder(), file), 'utf8'),
    }));

const checksum = (sql: string): string =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');

/**
 * Brings an open file to the newest version.
 * @throws NewerFileError, MigrationChangedError (an applied migration was edited since)
 */
export const migrate = (
  db: Database.Database,
  now: number,
  migrations: readonly Migration[] = shippedMigrations(),
) => {
  const current = db.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) throw new NewerFileError(`file version ${current}, program version ${newest}`);
  if (current > 0) {
    const applied = db.prepare('SELECT version, sha256 FROM schema_migrations').all() as {
      version: number;
      sha256: string;
    }[];
    for (const { version, sha256 } of applied) {
      const shipped = migrations.find((m) => m.version === version);
      if (!shipped || checksum(shipped.sql) !== sha256)
        throw new MigrationChangedError(`migration ${version}`);
    }
  }
  for (const migration of migrations.filter((m) => m.version > current))
    db.transaction(() => {
      db.exec(
        `CREATE TABLE IF NOT EXISTS schema_migrations
           (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`,
      );
      db.exec(migration.sql);
      db.prepare('INSERT INTO schema_migrations (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)').run(
        migration.version,
        migration.name,
        checksum(migration.sql),
        now,
      );
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
};
