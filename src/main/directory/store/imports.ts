/** Imports, and the rows that they bring: staged where nobody sees them, then shown all at once. */
import type { DirectoryImport, ImportFilter } from '../../../contract/directory-import.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import type { KnownPerson } from '../rules/rpps-person.ts';
import { partsIn } from './rows.ts';

export interface KnownRow extends KnownPerson {
  readonly id: DirectoryEntryId;
  readonly version: number;
  readonly nationalId: string | null;
  readonly rpps: string | null;
}

interface Row {
  id: DirectoryEntryId;
  version: number;
  source: 'house' | 'rpps';
  national_id: string | null;
  rpps: string | null;
  fingerprint: string | null;
  verified_on: string | null;
  gone_on: string | null;
  own_parts: string;
}

/** Everybody whom an extraction could name. */
export const knownPeople = (db: ReadDb): KnownRow[] =>
  all<Row>(
    db,
    `SELECT id, version, source, national_id, rpps, fingerprint, verified_on, gone_on, own_parts FROM directory_seen
      WHERE national_id IS NOT NULL OR rpps IS NOT NULL`,
  ).map((row) => ({
    id: row.id,
    version: row.version,
    source: row.source,
    nationalId: row.national_id,
    rpps: row.rpps,
    fingerprint: row.fingerprint,
    verifiedOn: row.verified_on,
    goneOn: row.gone_on,
    ownParts: partsIn(row.own_parts),
  }));

/** Not published: what belongs to it is seen by nobody. */
export const beginImport = (
  db: WriteDb,
  now: Instant,
  filter: ImportFilter,
  extractionDay: Day | null,
): number =>
  run(
    db,
    `INSERT INTO directory_imports (at, extraction_day, wanted, persons, created, updated, unchanged, kept, gone)
     VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0)`,
    [now, extractionDay, JSON.stringify(filter)],
  ).id;

export interface Tally {
  readonly persons: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly gone: number;
}

/** From here on everybody sees what the import brought. */
export const publishImport = (db: WriteDb, id: number, now: Instant, tally: Tally): void => {
  run(
    db,
    `UPDATE directory_imports SET published_at = :now, persons = :persons, created = :created, updated = :updated,
       unchanged = :unchanged, kept = :kept, gone = :gone WHERE id = :id`,
    { ...tally, now, id },
  );
};

/** Somebody wrote these people down by hand while they were being staged. @returns how many were taken out again */
export const dropStagedTwins = (db: WriteDb, importId: number): number => {
  const twins = all<{ id: number }>(
    db,
    `SELECT e.id FROM directory_entries e WHERE e.import_id = ? AND e.rpps IS NOT NULL
        AND EXISTS (SELECT 1 FROM directory_seen s WHERE s.rpps = e.rpps)`,
    [importId],
  );
  deleteAll(db, JSON.stringify(twins.map(({ id }) => id)));
  return twins.length;
};

const deleteAll = (db: WriteDb, ids: string): void => {
  for (const table of ['directory_places', 'directory_competences'])
    run(db, `DELETE FROM ${table} WHERE entry_id IN (SELECT value FROM json_each(?))`, [ids]);
  run(db, 'DELETE FROM directory_entries WHERE id IN (SELECT value FROM json_each(?))', [ids]);
};

/** Some of what an import left behind that was stopped, or cut off with the machine. @returns whether more is left */
export const sweepSome = (db: WriteDb, most: number): boolean => {
  const ids = all<{ id: number }>(
    db,
    `SELECT e.id FROM directory_entries e JOIN directory_imports i ON i.id = e.import_id
      WHERE i.published_at IS NULL LIMIT ?`,
    [most],
  ).map(({ id }) => id);
  if (ids.length > 0) deleteAll(db, JSON.stringify(ids));
  else run(db, 'DELETE FROM directory_imports WHERE published_at IS NULL');
  return ids.length > 0;
};

/** After an entry took over what the file says of it. */
export const noteFile = (
  db: WriteDb,
  id: DirectoryEntryId,
  { fingerprint, extractionDay }: { readonly fingerprint: string; readonly extractionDay: Day | null },
): void => {
  run(db, 'UPDATE directory_entries SET fingerprint = ?, extraction_day = ?, gone_on = NULL WHERE id = ?', [
    fingerprint,
    extractionDay,
    id,
  ]);
};

/** The file names them again, and says what it said before. */
export const noteNamed = (db: WriteDb, ids: readonly DirectoryEntryId[], extractionDay: Day | null): void => {
  run(
    db,
    `UPDATE directory_entries SET extraction_day = ?, gone_on = NULL WHERE id IN (SELECT value FROM json_each(?))`,
    [extractionDay, JSON.stringify(ids)],
  );
};

export const noteGone = (db: WriteDb, ids: readonly DirectoryEntryId[], day: Day): void => {
  run(db, 'UPDATE directory_entries SET gone_on = ? WHERE id IN (SELECT value FROM json_each(?))', [
    day,
    JSON.stringify(ids),
  ]);
};

/** The newest that was finished. */
export const lastImport = (db: ReadDb): DirectoryImport | null => {
  const row = get<{ at: number; wanted: string; extractionDay: string | null; persons: number }>(
    db,
    `SELECT at, wanted, extraction_day AS extractionDay, persons FROM directory_imports
      WHERE published_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
  );
  if (!row) return null;
  const { wanted, ...said } = row;
  return { ...said, filter: JSON.parse(wanted) as ImportFilter };
};
