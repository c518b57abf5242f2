/** What was corrected on a record, from what and by whom: the journal has it all, for as long as it keeps contents. */
import type { PatientId } from '../../../contract/ids.ts';
import { type Correction, Patient } from '../../../contract/patients.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { historyOf } from '../../core/journal.ts';
import { recordsOf } from '../store.ts';
import { rowOf } from './save.ts';

const CHANGED = 'patient.updated';
const TAKEN_BACK = 'patient.updated.undone';

/** Of an older shape than today's: not shown rather than guessed. */
const patientIn = (contents: unknown): Patient | null => Patient.safeParse(contents).data ?? null;

/** @throws DeskError NOT_FOUND */
export const corrections = (db: ReadDb, id: PatientId): Correction[] => {
  const records = recordsOf(db, id);
  found(records[0], 'patient');
  return records
    .flatMap((record) => historyOf(db, rowOf(record)))
    .filter(({ action }) => action === CHANGED || action === TAKEN_BACK)
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ seq, at, actor, action, before, after }) => ({
      seq,
      at,
      by: actor,
      undone: action === TAKEN_BACK,
      before: patientIn(before),
      after: patientIn(after),
    }));
};
