import type { LegalHold, RetentionSettings } from '../../../contract/privacy.ts';
import type { Instant } from '../../../contract/time.ts';
import { get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export const retentionSettings = (db: ReadDb): RetentionSettings =>
  found(
    get<RetentionSettings>(
      db,
      `SELECT version, words_months AS wordsMonths, unseen_months AS unseenMonths,
              appointment_months AS appointmentMonths, journal_months AS journalMonths, seen_years AS seenYears
         FROM retention_settings WHERE id = 1`,
    ),
    'retention-settings',
  );

export const saveRetention = (db: WriteDb, settings: RetentionSettings): void => {
  run(
    db,
    `UPDATE retention_settings SET version = version + 1, words_months = :wordsMonths,
       unseen_months = :unseenMonths, appointment_months = :appointmentMonths, journal_months = :journalMonths,
       seen_years = :seenYears WHERE id = 1 AND version = :version`,
    { ...settings },
  );
};

export const holdOf = (db: ReadDb, records: readonly number[]): (LegalHold & { id: number }) | null =>
  get<LegalHold & { id: number }>(
    db,
    `SELECT id, why, set_at AS at, set_by AS "by" FROM legal_holds
      WHERE lifted_at IS NULL AND patient_id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1`,
    [JSON.stringify(records)],
  ) ?? null;

export const putHold = (
  db: WriteDb,
  hold: { readonly patientId: number; readonly why: string; readonly at: Instant; readonly by: number },
): number =>
  run(db, 'INSERT INTO legal_holds (patient_id, why, set_at, set_by) VALUES (:patientId, :why, :at, :by)', {
    ...hold,
  }).id;

export const liftHold = (db: WriteDb, id: number, at: Instant, by: number): void => {
  run(db, 'UPDATE legal_holds SET lifted_at = ?, lifted_by = ? WHERE id = ?', [at, by, id]);
};
