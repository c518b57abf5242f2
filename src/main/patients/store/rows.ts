/** One person's row with phones and needs, as the contract's `Patient`. */

import { displayName } from '../../../contract/display.ts';
import type { PatientId, PractitionerId } from '../../../contract/ids.ts';
import {
  type AttendingDoctor,
  type BirthDate,
  type IdentityStatus,
  Need,
  type Patient,
  type PhoneKind,
  type Sex,
} from '../../../contract/patients.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { sortKey } from '../rules/names.ts';

export interface BirthColumns {
  birth_precision: BirthDate['precision'];
  birth_date: string | null;
}

export interface DoctorColumns {
  doctor_kind: AttendingDoctor['kind'];
  doctor_practitioner_id: number | null;
  doctor_name: string | null;
}

interface Row extends BirthColumns, DoctorColumns {
  id: number;
  version: number;
  birth_name: string;
  used_name: string | null;
  given_names: string;
  used_given_name: string | null;
  sex: Sex;
  identity: IdentityStatus;
  email: string | null;
  address: string | null;
  postal_code: string | null;
  city: string | null;
  note: string | null;
  merged_into: number | null;
}

export const toBirth = (row: BirthColumns): BirthDate =>
  ({ precision: row.birth_precision, value: row.birth_date }) as BirthDate;

export const toDoctor = (row: DoctorColumns): AttendingDoctor => {
  switch (row.doctor_kind) {
    case 'house':
      return { kind: 'house', practitionerId: row.doctor_practitioner_id as PractitionerId };
    case 'outside':
      return { kind: 'outside', name: row.doctor_name ?? '' };
    default:
      return { kind: row.doctor_kind };
  }
};

const needOrder = new Map(Need.options.map((need, i) => [need, i]));

export const inOrder = (needs: readonly Need[]): Need[] =>
  [...new Set(needs)].sort((a, b) => (needOrder.get(a) ?? 0) - (needOrder.get(b) ?? 0));

export const patientById = (db: ReadDb, id: number): Patient | undefined => {
  const row = get<Row>(
    db,
    `SELECT id, version, birth_name, used_name, given_names, used_given_name, birth_precision, birth_date, sex, identity,
            email, address, postal_code, city, doctor_kind, doctor_practitioner_id, doctor_name, note, merged_into
       FROM patients WHERE id = ? AND erased_at IS NULL`,
    [id],
  );
  if (!row) return undefined;
  return {
    id: row.id as PatientId,
    version: row.version,
    birthName: row.birth_name,
    usedName: row.used_name,
    givenNames: row.given_names,
    usedGivenName: row.used_given_name,
    birth: toBirth(row),
    sex: row.sex,
    identity: row.identity,
    phones: all<{ e164: string; kind: PhoneKind }>(
      db,
      'SELECT e164, kind FROM patient_phones WHERE patient_id = ? ORDER BY position',
      [id],
    ),
    email: row.email,
    address: row.address,
    postalCode: row.postal_code,
    city: row.city,
    attendingDoctor: toDoctor(row),
    needs: inOrder(
      all<{ need: Need }>(db, 'SELECT need FROM patient_needs WHERE patient_id = ?', [id]).map((n) => n.need),
    ),
    note: row.note,
    mergedInto: row.merged_into as PatientId | null,
  };
};

/** A person as stored: phones parsed, blanks made null. */
export type StoredPatient = Omit<Patient, 'id' | 'version' | 'mergedInto'>;

const columns = (p: StoredPatient) => ({
  birth_name: p.birthName,
  used_name: p.usedName,
  given_names: p.givenNames,
  used_given_name: p.usedGivenName,
  birth_precision: p.birth.precision,
  birth_date: p.birth.value,
  sex: p.sex,
  identity: p.identity,
  email: p.email,
  address: p.address,
  postal_code: p.postalCode,
  city: p.city,
  doctor_kind: p.attendingDoctor.kind,
  doctor_practitioner_id: p.attendingDoctor.kind === 'house' ? p.attendingDoctor.practitionerId : null,
  doctor_name: p.attendingDoctor.kind === 'outside' ? p.attendingDoctor.name : null,
  note: p.note,
  display_name: displayName(p),
  sort_key: sortKey(p),
});

const setLists = (db: WriteDb, id: number, p: StoredPatient): void => {
  run(db, 'DELETE FROM patient_phones WHERE patient_id = ?', [id]);
  p.phones.forEach((phone, position) => {
    run(db, 'INSERT INTO patient_phones (patient_id, position, e164, kind) VALUES (?, ?, ?, ?)', [
      id,
      position,
      phone.e164,
      phone.kind,
    ]);
  });
  run(db, 'DELETE FROM patient_needs WHERE patient_id = ?', [id]);
  for (const need of inOrder(p.needs))
    run(db, 'INSERT INTO patient_needs (patient_id, need) VALUES (?, ?)', [id, need]);
};

/** @param sourceCode of the former software, for a record that an import brings. The caller tells the search. */
export const insertPatient = (
  db: WriteDb,
  p: StoredPatient,
  now: number,
  sourceCode: string | null = null,
): PatientId => {
  const { id } = run(
    db,
    `INSERT INTO patients (version, source_code, source_version, birth_name, used_name, given_names, used_given_name, birth_precision,
       birth_date, sex, identity, email, address, postal_code, city, doctor_kind, doctor_practitioner_id, doctor_name,
       note, display_name, sort_key, created_at)
     VALUES (1, :source_code, iif(:source_code IS NULL, NULL, 1), :birth_name, :used_name, :given_names, :used_given_name, :birth_precision, :birth_date,
       :sex, :identity, :email, :address, :postal_code, :city, :doctor_kind, :doctor_practitioner_id, :doctor_name,
       :note, :display_name, :sort_key, :created_at)`,
    { ...columns(p), source_code: sourceCode, created_at: now },
  );
  setLists(db, id, p);
  return id as PatientId;
};

/** The version goes up by one; whoever calls has refused a stale one. The caller tells the search. */
export const updatePatient = (db: WriteDb, id: number, p: StoredPatient): void => {
  run(
    db,
    `UPDATE patients SET version = version + 1, birth_name = :birth_name, used_name = :used_name,
       given_names = :given_names, used_given_name = :used_given_name, birth_precision = :birth_precision,
       birth_date = :birth_date, sex = :sex, identity = :identity, email = :email, address = :address,
       postal_code = :postal_code, city = :city, doctor_kind = :doctor_kind,
       doctor_practitioner_id = :doctor_practitioner_id, doctor_name = :doctor_name, note = :note,
       display_name = :display_name, sort_key = :sort_key
     WHERE id = :id`,
    { ...columns(p), id },
  );
  setLists(db, id, p);
};

/** Only for undoing a creation: the foreign keys of other areas refuse it once something refers to the person. */
export const deletePatient = (db: WriteDb, id: number): void => {
  run(db, 'DELETE FROM patient_names WHERE patient_id = ?', [id]);
  run(db, 'DELETE FROM patient_phones WHERE patient_id = ?', [id]);
  run(db, 'DELETE FROM patient_needs WHERE patient_id = ?', [id]);
  run(db, 'DELETE FROM patients WHERE id = ?', [id]);
};
