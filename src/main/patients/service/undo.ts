/** How the creation of a person, and a change, are taken back. Merging is not: `unmergePatient` is its own way back. */
import type { Patient } from '../../../contract/patients.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord } from '../../core/journal.ts';
import { asLeft, type Compensation } from '../../core/undo.ts';
import { deletePatient, patientById } from '../store/rows.ts';
import { reindex } from '../store/search.ts';
import { recordsOf } from '../store/survivors.ts';
import { replacePatient, rowOf } from './save.ts';

/** The record as the entry left it. @throws DeskError UNDO_TOO_LATE when somebody saved since */
const untouched = (tx: Tx, entry: JournalRecord): Patient => {
  const left = entry.after as Patient | null;
  const now = left && patientById(tx.db, left.id);
  if (!now) return fail('UNDO_TOO_LATE', {});
  const version = { left: left.version, now: now.version };
  return asLeft(tx.db, entry, rowOf(now.id), version) ? now : fail('UNDO_TOO_LATE', {});
};

const isForeignKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';

const uncreate: Compensation = (tx, entry) => {
  const created = untouched(tx, entry);
  if (recordsOf(tx.db, created.id).length > 1) fail('UNDO_TOO_LATE', {});
  try {
    deletePatient(tx.db, created.id);
  } catch (error) {
    // An appointment or a request refers to the person by now.
    if (isForeignKey(error)) fail('UNDO_TOO_LATE', {});
    throw error;
  }
  reindex(tx.db, created.id);
  return [rowOf(created.id)];
};

const unchange: Compensation = (tx, entry) => {
  const current = untouched(tx, entry);
  const { id: _id, version: _version, mergedInto: _pointer, ...stored } = entry.before as Patient;
  replacePatient(tx, current, current.version, stored);
  return [rowOf(current.id)];
};

export const patientCompensations = { 'patient.created': uncreate, 'patient.updated': unchange } as const;
