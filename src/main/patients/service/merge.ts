/** The same person twice: one record becomes a pointer to the other, and can stop being one. See docs/spec/identity.md. */
import type { PatientId } from '../../../contract/ids.ts';
import type { Patient } from '../../../contract/patients.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { reindex } from '../store/search.ts';
import { pointingAt, recordsOf, resolveSurvivors, setPointer, survivorOf } from '../store/survivors.ts';
import { getPatient, rowOf } from './save.ts';

/** Whoever was, or now is, one person with this record answers under another survivor: followed and indexed anew. */
const repoint = (tx: Tx, before: Patient, version: number, into: PatientId | null): Patient => {
  const together = new Set(recordsOf(tx.db, before.id));
  refuseStale(tx.db, 'patient', before, { ...before, version });
  setPointer(tx.db, before.id, into);
  resolveSurvivors(tx.db, [...together]);
  for (const id of recordsOf(tx.db, before.id)) together.add(id);
  for (const id of together) reindex(tx.db, id);
  return getPatient(tx.db, before.id);
};

/**
 * Points `id` at the person that `into` is. Nothing is moved: appointments, requests and the journal keep their record.
 * Never undone by Ctrl+Z, which belongs to the last small act: `unmergePatient` is one step, at any time.
 * @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `already-merged` or `merge-cycle`
 */
export const mergePatient = (
  ground: Ground,
  call: Call,
  { id, version, into }: { id: PatientId; version: number; into: PatientId },
): Patient =>
  ground.write(call, (tx) => {
    const before = getPatient(tx.db, id);
    const survivor = found(survivorOf(tx.db, into), 'patient');
    if (before.mergedInto !== null) fail('CONFLICT', { reason: 'already-merged' });
    if (survivor === id) fail('CONFLICT', { reason: 'merge-cycle' });
    const after = repoint(tx, before, version, survivor);
    tx.record({ action: 'patient.merged', rows: [rowOf(id), rowOf(survivor)], before, after });
    return after;
  });

/** Records that had been merged into this one before stay with it. @throws DeskError CONFLICT `not-merged` */
export const unmergePatient = (
  ground: Ground,
  call: Call,
  { id, version }: { id: PatientId; version: number },
): Patient =>
  ground.write(call, (tx) => {
    const before = getPatient(tx.db, id);
    const survivor = before.mergedInto ?? fail('CONFLICT', { reason: 'not-merged' });
    const after = repoint(tx, before, version, null);
    tx.record({ action: 'patient.unmerged', rows: [rowOf(id), rowOf(survivor)], before, after });
    return after;
  });

export const mergedRecords = (db: ReadDb, id: PatientId): Patient[] =>
  pointingAt(db, id).map((record) => getPatient(db, record));
