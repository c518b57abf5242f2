/**
 * Taking over many records at once, recognised by their code in the former software.
 */
import type { PatientId } from '../../../contract/ids.ts';
import type { Patient } from '../../../contract/patients.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { changedFields } from '../../core/stale.ts';
import { insertPatient, patientById, type StoredPatient, updatePatient } from './rows.ts';
import { indexNew, reindex } from './search.ts';

export interface ImportedPatient {
  readonly sourceCode: string;
  readonly patient: StoredPatient;
}

/** `kept`: the desk has changed the record since the last import, and what the desk wrote stays. */
export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'kept';

export type ImportedRow =
  | { readonly id: PatientId; readonly outcome: Exclude<ImportOutcome, 'updated'> }
  | {
      readonly id: PatientId;
      readonly outcome: 'updated';
      readonly before: Patient;
      readonly after: Patient;
    };

interface Known {
  id: PatientId;
  version: number;
  source_version: number | null;
}

const known = (db: ReadDb, sourceCode: string): Known | undefined =>
  get<Known>(db, 'SELECT id, version, source_version FROM patients WHERE source_code = ?', [sourceCode]);

/**
 * Writes these records; the transaction, and the journal entry that tells of it, are the caller's. The same call twice
 * changes nothing the second time.
 * @returns by source code, in the order given
 */
export const applyImport = (
  db: WriteDb,
  people: readonly ImportedPatient[],
  now: number,
): Map<string, ImportedRow> => {
  const outcome = new Map<string, ImportedRow>();
  for (const { sourceCode, patient } of people) {
    const row = known(db, sourceCode);
    if (!row) {
      const id = insertPatient(db, patient, now, sourceCode);
      indexNew(db, id, patient);
      outcome.set(sourceCode, { id, outcome: 'created' });
      continue;
    }
    const current = patientById(db, row.id);
    if (!current || changedFields({ ...current, mergedInto: undefined }, patient).length === 0)
      outcome.set(sourceCode, { id: row.id, outcome: 'unchanged' });
    else if (row.version !== row.source_version) outcome.set(sourceCode, { id: row.id, outcome: 'kept' });
    else {
      updatePatient(db, row.id, patient);
      run(db, 'UPDATE patients SET source_version = version WHERE id = ?', [row.id]);
      reindex(db, row.id);
      const after = found(patientById(db, row.id), 'patient');
      outcome.set(sourceCode, { id: row.id, outcome: 'updated', before: current, after });
    }
  }
  return outcome;
};

/** Ids by code of the former software, for what refers to patients. */
export const idsBySourceCode = (db: ReadDb): Map<string, PatientId> =>
  new Map(
    all<{ source_code: string; id: PatientId }>(
      db,
      'SELECT source_code, id FROM patients WHERE source_code IS NOT NULL',
    ).map((row) => [row.source_code, row.id]),
  );
