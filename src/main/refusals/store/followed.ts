import type { PatientId, PractitionerId } from '../../../contract/ids.ts';
import { get, type ReadDb } from '../../core/db.ts';

/**
 * Does the file show that this practitioner follows the person under one of these records: as médecin traitant, or by
 * an appointment that took place?
 */
export const isFollowedBy = (
  db: ReadDb,
  records: readonly PatientId[],
  practitionerId: PractitionerId,
): boolean =>
  get(
    db,
    `SELECT 1 FROM patients WHERE id IN (SELECT value FROM json_each(:records))
        AND doctor_practitioner_id = :practitionerId
     UNION ALL
     SELECT 1 FROM claims WHERE patient_id IN (SELECT value FROM json_each(:records))
        AND practitioner_id = :practitionerId AND status IN ('arrived', 'in-progress', 'fulfilled')
     LIMIT 1`,
    { records: JSON.stringify(records), practitionerId },
  ) !== undefined;
