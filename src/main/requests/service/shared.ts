import type { Owner } from '../../../contract/callbacks.ts';
import type { PatientId, PractitionerId, StaffId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { survivorOf } from '../../patients/store.ts';
import { staff } from '../../people/store.ts';
import { practitioner } from '../../practice/store/practitioners.ts';

export interface Versioned<Id> {
  readonly id: Id;
  readonly version: number;
}

/** @throws DeskError NOT_FOUND */
export const knownPatient = (tx: Tx, id: PatientId): PatientId => found(survivorOf(tx.db, id), 'patient');

/** @throws DeskError NO_ACTOR: the program itself neither asks nor promises */
export const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

/** Somebody who works here now. @throws DeskError NOT_FOUND, INVALID_INPUT */
export const knownOwner = (tx: Tx, owner: Owner | undefined): Owner => {
  if (owner === undefined) return { kind: 'staff', staffId: staffOf(tx) };
  const { active } =
    owner.kind === 'staff' ? staff(tx.db, owner.staffId) : practitioner(tx.db, owner.practitionerId);
  return active ? owner : failFields({ path: 'owner', code: 'inactive' });
};

/** Whoever is asked by name is asked as what she is. @throws DeskError NOT_FOUND */
export const professionOf = (
  db: ReadDb,
  practitionerId: PractitionerId | null,
  profession: Profession | null,
): Profession | null => (practitionerId === null ? profession : practitioner(db, practitionerId).profession);

/** What a journal entry about this row tells of: the row, and the person that it is about. */
export const rowsOf = (
  entity: 'request' | 'callback',
  row: { readonly id: number; readonly patientId: PatientId | null },
): RowRef[] => [
  { entity, id: row.id },
  ...(row.patientId === null ? [] : [{ entity: 'patient', id: row.patientId }]),
];
