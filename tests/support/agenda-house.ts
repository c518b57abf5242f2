/**
 * A small house for agenda tests, written straight into the tables: Dr Nguyen and Dr Petit (general practitioners),
 * Mme Rolland (nurse), M. Colin (physiotherapist, three patients at once). Open Monday to Friday, 8:30-12:30 and
 * 14:00-18:00. Fictitious people; phone numbers are those that Arcep reserves.
 */
import type { AppointmentTypeId, ClaimId, PatientId, PractitionerId } from '../../src/contract/ids.ts';
import type { Profession } from '../../src/contract/professions.ts';
import type { Call } from '../../src/main/core/actor.ts';
import { run, type WriteDb } from '../../src/main/core/db.ts';
import type { Ground } from '../../src/main/core/ground.ts';
import { indexNew } from '../../src/main/patients/store/search.ts';
import { callAs } from './ground.ts';

/** Fixtures write beside the journal: what is under test starts after them. */
export const fixtureDb = (ground: Ground): WriteDb => ground.db as WriteDb;

export const practitioner = (n: number): PractitionerId => n as PractitionerId;
export const patient = (n: number): PatientId => n as PatientId;
export const appointmentType = (n: number): AppointmentTypeId => n as AppointmentTypeId;
export const claim = (n: number): ClaimId => n as ClaimId;

export const NGUYEN = practitioner(1);
export const PETIT = practitioner(2);
export const ROLLAND = practitioner(3);
export const COLIN = practitioner(4);

export const DUPONT = patient(1);
export const MARTIN = patient(2);
export const ROUX = patient(3);
export const BERNARD = patient(4);

export const CONSULTATION = appointmentType(1);
export const CERTIFICATE = appointmentType(2);
export const NEW_PATIENT = appointmentType(3);
export const UNSCHEDULED = appointmentType(4);
export const NURSING = appointmentType(5);
export const PHYSIO = appointmentType(6);

/** Two windows of the same desk. */
export const clara: Call = callAs(1, 'CM', 'reception', 'Accueil 1');
export const louis: Call = callAs(2, 'LB', 'reception', 'Accueil 2');

const people: readonly [
  id: number,
  title: string,
  family: string,
  given: string,
  Profession,
  step: number,
][] = [
  [NGUYEN, 'Dr', 'Nguyen', 'Linh', 'general-practitioner', 15],
  [PETIT, 'Dr', 'Petit', 'Hélène', 'general-practitioner', 20],
  [ROLLAND, 'Mme', 'Rolland', 'Zoé', 'nurse', 15],
  [COLIN, 'M.', 'Colin', 'Amédée', 'physiotherapist', 30],
];

const types: readonly [
  id: number,
  Profession,
  name: string,
  minutes: number,
  kind: string,
  instruction: string | null,
][] = [
  [CONSULTATION, 'general-practitioner', 'Consultation', 15, 'regular', null],
  [CERTIFICATE, 'general-practitioner', 'Certificat sport', 30, 'regular', 'Certificats : pas le lundi'],
  [NEW_PATIENT, 'general-practitioner', 'Nouveau patient', 30, 'newPatient', null],
  [UNSCHEDULED, 'general-practitioner', 'Soin non programmé', 15, 'unscheduled', null],
  [NURSING, 'nurse', 'Pansement', 20, 'regular', null],
  [PHYSIO, 'physiotherapist', 'Séance', 30, 'regular', null],
];

const patients: readonly [
  id: number,
  name: string,
  given: string,
  birth: string,
  phone: string,
  doctor: number | null,
][] = [
  [DUPONT, 'DUPONT', 'Marie', '1952-03-12', '+33639980001', NGUYEN],
  [MARTIN, 'MARTIN', 'Jean', '1980-07-01', '+33639980002', PETIT],
  [ROUX, 'ROUX', 'Simone', '1948-11-30', '+33639980003', null],
  [BERNARD, 'BERNARD', 'Luc', '2001-05-05', '+33639980004', null],
];

export const addOpening = (
  db: WriteDb,
  of: {
    practitionerId: number;
    weekday: number;
    start: number;
    end: number;
    kind?: string;
    capacity?: number;
  },
): void => {
  run(
    db,
    `INSERT INTO opening_hours (version, practitioner_id, weekday, start_min, end_min, kind, capacity, every_weeks,
       anchor_day, valid_from, valid_to) VALUES (1, ?, ?, ?, ?, ?, ?, 1, '2026-01-05', '2026-01-01', NULL)`,
    [of.practitionerId, of.weekday, of.start, of.end, of.kind ?? 'regular', of.capacity ?? 1],
  );
};

export const addPatient = (
  db: WriteDb,
  [id, name, given, birth, phone, doctor]: readonly [number, string, string, string, string, number | null],
): void => {
  run(
    db,
    `INSERT INTO patients (id, version, birth_name, given_names, birth_date, birth_precision, sex, identity, doctor_kind,
       doctor_practitioner_id, display_name, sort_key, created_at)
     VALUES (?, 1, ?, ?, ?, 'day', 'unknown', 'validated', ?, ?, ?, ?, 0)`,
    [
      id,
      name,
      given,
      birth,
      doctor === null ? 'unknown' : 'house',
      doctor,
      `${name} ${given}`,
      `${name}, ${given.toUpperCase()}`,
    ],
  );
  run(db, `INSERT INTO patient_phones (patient_id, position, e164, kind) VALUES (?, 1, ?, 'mobile')`, [
    id,
    phone,
  ]);
  // Reads no row: also on a file of before the migrations of today.
  indexNew(db, patient(id), { birthName: name, usedName: null, givenNames: given, usedGivenName: null });
};

export interface HouseOptions {
  readonly zone?: string;
  readonly region?: string;
  /** Without it, opened as the page's head says. */
  readonly opening?: boolean;
}

export const fillHouse = (ground: Ground, options: HouseOptions = {}): void => {
  const db = fixtureDb(ground);
  run(
    db,
    `INSERT INTO house (id, version, name, zone, region, demo) VALUES (1, 1, 'Maison de santé fictive', ?, ?, 0)`,
    [options.zone ?? 'Europe/Paris', options.region ?? 'metropole'],
  );
  people.forEach(([id, title, family, given, profession, step], index) => {
    run(
      db,
      `INSERT INTO practitioners (id, version, title, family_name, given_name, profession, colour, step, active, position)
       VALUES (?, 1, ?, ?, ?, ?, '#0f766e', ?, 1, ?)`,
      [id, title, family, given, profession, step, index + 1],
    );
    if (options.opening ?? true)
      for (const weekday of [1, 2, 3, 4, 5])
        for (const [start, end] of [
          [510, 750],
          [840, 1080],
        ] as const)
          addOpening(db, { practitionerId: id, weekday, start, end, capacity: id === COLIN ? 3 : 1 });
  });
  types.forEach(([id, profession, name, minutes, kind, instruction], index) => {
    run(
      db,
      `INSERT INTO appointment_types (id, version, profession, name, minutes, kind, instruction, active, position)
       VALUES (?, 1, ?, ?, ?, ?, ?, 1, ?)`,
      [id, profession, name, minutes, kind, instruction, index + 1],
    );
  });
  for (const row of patients) addPatient(db, row);
  for (const [id, initials, name] of [
    [1, 'CM', 'Clara Moreau'],
    [2, 'LB', 'Louis Besson'],
  ] as const)
    run(
      db,
      `INSERT INTO staff (id, version, initials, name, role, active) VALUES (?, 1, ?, ?, 'reception', 1)`,
      [id, initials, name],
    );
};
