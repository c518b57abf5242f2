/** Creating and changing a person. */
import type { PatientId } from '../../../contract/ids.ts';
import type { Patient, PatientDraft } from '../../../contract/patients.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { identityAfter } from '../rules/identity.ts';
import { insertPatient, patientById, type StoredPatient, updatePatient } from '../store/rows.ts';
import { indexNew, reindex } from '../store/search.ts';
import { resemblancesTo } from './likeness.ts';
import { prepare } from './prepare.ts';

export const rowOf = (id: number) => ({ entity: 'patient', id });

/** @throws DeskError NOT_FOUND */
export const getPatient = (db: ReadDb, id: number): Patient => found(patientById(db, id), 'patient');

/** @throws DeskError INVALID_INPUT; RESEMBLES unless `confirmedNew` */
export const createPatient = (ground: Ground, call: Call, creation: Creation): Patient =>
  ground.write(call, (tx) => createPatientWithin(tx, creation));

interface Creation {
  readonly patient: PatientDraft;
  readonly confirmedNew: boolean;
}

/** The same within the transaction of an area above. @throws DeskError as `createPatient` */
export const createPatientWithin = (tx: Tx, { patient: draft, confirmedNew }: Creation): Patient => {
  const stored = prepare(draft, tx.now);
  if (!confirmedNew) {
    const alike = resemblancesTo(tx.db, draft);
    if (alike.length > 0) fail('RESEMBLES', { patientIds: alike.map(({ patient }) => patient.id) });
  }
  const id = insertPatient(tx.db, stored, tx.now);
  indexNew(tx.db, id, stored);
  const after = getPatient(tx.db, id);
  tx.record({ action: 'patient.created', rows: [rowOf(id)], after, undoable: true });
  return after;
};

/** Writes the record and its place in the search. @throws DeskError STALE_VERSION naming what somebody changed in between */
export const replacePatient = (tx: Tx, before: Patient, version: number, stored: StoredPatient): Patient => {
  refuseStale(tx.db, 'patient', before, { ...stored, id: before.id, version });
  updatePatient(tx.db, before.id, stored);
  reindex(tx.db, before.id);
  return getPatient(tx.db, before.id);
};

/** @throws DeskError NOT_FOUND, INVALID_INPUT, STALE_VERSION */
export const updatePatientDraft = (
  ground: Ground,
  call: Call,
  { id, version, patient: draft }: { id: PatientId; version: number; patient: PatientDraft },
): Patient =>
  ground.write(call, (tx) => {
    const before = getPatient(tx.db, id);
    const wanted = prepare(draft, tx.now);
    const after = replacePatient(tx, before, version, {
      ...wanted,
      identity: identityAfter(before, { ...before, ...wanted }),
    });
    tx.record({ action: 'patient.updated', rows: [rowOf(id)], before, after, undoable: true });
    return after;
  });
