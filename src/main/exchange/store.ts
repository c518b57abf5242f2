import type { FileRole } from '../../contract/exchange.ts';
import type { Instant } from '../../contract/time.ts';
import { all, type ReadDb, run, type WriteDb } from '../core/db.ts';
import type { Correction } from './worker-messages.ts';

/** Patients carry their own mark of the last import: see the patients' store. */
export type ImportEntity = 'practitioner' | 'appointment-type' | 'opening-hours' | 'claim';

export interface ImportedRow {
  readonly id: number;
  readonly fingerprint: string;
  readonly version: number;
}

/** By their key in the file. */
export const importedRows = (db: ReadDb, entity: ImportEntity): Map<string, ImportedRow> =>
  new Map(
    all<ImportedRow & { key: string }>(
      db,
      'SELECT source_key AS key, row_id AS id, fingerprint, version FROM import_rows WHERE entity = ?',
      [entity],
    ).map(({ key, ...row }) => [key, row]),
  );

export const rememberImported = (
  db: WriteDb,
  row: ImportedRow & { readonly entity: ImportEntity; readonly key: string; readonly importId: number },
): void => {
  run(
    db,
    `INSERT INTO import_rows (entity, source_key, row_id, fingerprint, version, import_id)
     VALUES (:entity, :key, :id, :fingerprint, :version, :importId)
     ON CONFLICT DO UPDATE SET row_id = excluded.row_id, fingerprint = excluded.fingerprint,
       version = excluded.version, import_id = excluded.import_id`,
    {
      entity: row.entity,
      key: row.key,
      id: row.id,
      fingerprint: row.fingerprint,
      version: row.version,
      importId: row.importId,
    },
  );
};

/** An import begins with its number and ends with its counts. @returns the number */
export const beginImport = (db: WriteDb, at: Instant): number =>
  run(db, 'INSERT INTO imports (at, created, updated, kept) VALUES (?, 0, 0, 0)', [at]).id;

export const finishImport = (
  db: WriteDb,
  id: number,
  created: number,
  updated: number,
  kept: number,
): void => {
  run(db, 'UPDATE imports SET created = ?, updated = ?, kept = ? WHERE id = ?', [created, updated, kept, id]);
};

export const rememberMapping = (db: WriteDb, headers: string, correction: Correction): void => {
  run(
    db,
    `INSERT INTO import_mappings (headers, role, mapping) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET role = excluded.role, mapping = excluded.mapping`,
    [headers, correction.role, JSON.stringify(correction.mapping)],
  );
};

export const rememberedMappings = (db: ReadDb): (Correction & { headers: string })[] =>
  all<{ headers: string; role: FileRole; mapping: string }>(
    db,
    'SELECT headers, role, mapping FROM import_mappings',
  ).map(({ headers, role, mapping }) => ({
    headers,
    role,
    mapping: JSON.parse(mapping) as Record<string, string>,
  }));
