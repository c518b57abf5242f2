/** A record emptied for good: its number stays for what counts it, and nothing of the person. */

import type { PatientId } from '../../../contract/ids.ts';
import { ERASED_NAME } from '../../../contract/privacy.ts';
import { run, type WriteDb } from '../../core/db.ts';
import { reindex } from './search.ts';

/** Once; an erased record stays as it is. @returns whether there was one to erase */
export const eraseRecord = (db: WriteDb, id: number, now: number): boolean => {
  run(db, 'DELETE FROM patient_phones WHERE patient_id = ?', [id]);
  run(db, 'DELETE FROM patient_needs WHERE patient_id = ?', [id]);
  const { changes } = run(
    db,
    `UPDATE patients SET version = version + 1, birth_name = :name, display_name = :name, sort_key = '',
       used_name = NULL, given_names = '', used_given_name = NULL, birth_date = NULL, birth_precision = 'unknown',
       sex = 'unknown', identity = 'provisional', email = NULL, address = NULL, postal_code = NULL, city = NULL,
       doctor_kind = 'unknown', doctor_practitioner_id = NULL, doctor_name = NULL, note = NULL, source_code = NULL,
       source_version = NULL, erased_at = :now
     WHERE id = :id AND erased_at IS NULL`,
    { id, now, name: ERASED_NAME },
  );
  reindex(db, id as PatientId);
  return changes > 0;
};

/** The note alone: what the desk wrote in its own words. */
export const eraseRecordWords = (db: WriteDb, id: number): void => {
  run(
    db,
    'UPDATE patients SET version = version + 1, note = NULL WHERE id = ? AND note IS NOT NULL AND erased_at IS NULL',
    [id],
  );
};
