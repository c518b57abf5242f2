/** A house that worked before requests were whole: what it asked, booked and closed is there afterwards. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ReadDb, run, type WriteDb } from '../../src/main/core/db.ts';
import { createGround } from '../../src/main/core/ground.ts';
import { migrate, shippedMigrations } from '../../src/main/core/migrate.ts';
import { closeFile, openFile } from '../../src/main/core/open-file.ts';
import * as requests from '../../src/main/requests/service.ts';
import { addPatient, clara, louis, patient, practitioner } from '../support/agenda-house.ts';
import { testFolders } from '../support/data-folder.ts';
import { testClock } from '../support/ground.ts';

const folders = testFolders();
afterEach(folders.removeAll);

const OPENED = 1_790_000_000_000;
const DAY = 86_400_000;

let db: ReadDb;
beforeEach(() => {
  db = openFile(`${folders.make()}/parvis.db`, Buffer.alloc(32, 7));
  migrate(
    db,
    OPENED,
    shippedMigrations().filter(({ version }) => version < 70),
  );
  const write = db as WriteDb;
  run(
    write,
    `INSERT INTO house (id, version, name, zone, region, demo)
    VALUES (1, 1, 'Maison de santé fictive', 'Europe/Paris', 'metropole', 0)`,
  );
  run(
    write,
    `INSERT INTO staff (id, version, initials, name, role, active)
    VALUES (1, 1, 'CM', 'Clara Moreau', 'reception', 1), (2, 1, 'LB', 'Louis Besson', 'reception', 1)`,
  );
  run(
    write,
    `INSERT INTO practitioners (id, version, title, family_name, given_name, profession, colour, step, active, position)
    VALUES (1, 1, 'Dr', 'Nguyen', 'Linh', 'general-practitioner', '#0f766e', 15, 1, 1)`,
  );
  addPatient(write, [1, 'DUPONT', 'Marie', '1952-03-12', '+33639980001', 1]);
  run(
    write,
    `INSERT INTO claims (id, version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked,
      patient_id, created_at)
    VALUES (1, 1, 'appointment', 1, '2026-11-24', 600, 615, 'booked', 1, 0, 1, 0)`,
  );
  run(
    write,
    `INSERT INTO requests (id, version, origin, patient_id, wish, opened_at, opened_by, closed_at, outcome, appointment_id)
    VALUES (1, 2, 'call', 1, 'renouvellement', :at, 1, :at + 60000, 'appointment', 1),
           (2, 2, 'counter', NULL, NULL, :at, 1, :at + 90000, 'withdrawn', NULL),
           (3, 4, 'pharmacy', 1, 'certificat', :at, 2, NULL, NULL, NULL),
           (4, 2, 'call', NULL, NULL, :at, 2, :at + 90000, 'withdrawn', NULL)`,
    { at: OPENED },
  );
  const ground = createGround(db, testClock(OPENED));
  // Louis closed what Clara had opened; of the last one the journal knows nothing.
  ground.write(louis, (tx) => tx.record({ action: 'request.closed', rows: [{ entity: 'request', id: 1 }] }));
  ground.write(louis, (tx) =>
    tx.record({ action: 'request.withdrawn', rows: [{ entity: 'request', id: 2 }] }),
  );
});
afterEach(() => closeFile(db));

it('keeps every earlier request, its outcome and who closed it', () => {
  migrate(db, OPENED + DAY);
  const ground = createGround(db, testClock(OPENED + DAY));
  const of = (id: number) => {
    const { patient: who, ...rest } = requests.get(ground, id as never);
    return { ...rest, who: who?.id ?? null };
  };
  const asIfWhole = {
    nature: 'appointment',
    professional: null,
    professionalEntryId: null,
    patientAgrees: null,
    callerName: null,
    practitionerId: null,
    profession: null,
    message: null,
    continues: null,
    due: OPENED + DAY,
    openedAt: OPENED,
  };
  expect([1, 2, 3, 4].map(of)).toEqual([
    {
      ...asIfWhole,
      id: 1,
      version: 2,
      origin: 'call',
      who: patient(1),
      wish: 'renouvellement',
      owner: { kind: 'staff', staffId: 1 },
      openedBy: 1,
      closedAt: OPENED + 60_000,
      closedBy: 2,
      outcome: { kind: 'appointment', appointmentId: 1 },
    },
    {
      ...asIfWhole,
      id: 2,
      version: 2,
      origin: 'counter',
      who: null,
      wish: null,
      owner: { kind: 'staff', staffId: 1 },
      openedBy: 1,
      closedAt: OPENED + 90_000,
      closedBy: 2,
      outcome: { kind: 'withdrawn' },
    },
    {
      ...asIfWhole,
      id: 3,
      version: 4,
      origin: 'pharmacy',
      who: patient(1),
      wish: 'certificat',
      owner: { kind: 'staff', staffId: 2 },
      openedBy: 2,
      closedAt: null,
      closedBy: null,
      outcome: null,
    },
    {
      ...asIfWhole,
      id: 4,
      version: 2,
      origin: 'call',
      who: null,
      wish: null,
      owner: { kind: 'staff', staffId: 2 },
      openedBy: 2,
      closedAt: OPENED + 90_000,
      closedBy: 2,
      outcome: { kind: 'withdrawn' },
    },
  ]);
});

it('goes on with what was open: it is asked for whom, of whom, and closed with what was said', () => {
  migrate(db, OPENED + DAY);
  const ground = createGround(db, testClock(OPENED + DAY));
  requests.update(ground, clara, { id: 3 as never, version: 4, practitionerId: practitioner(1) });
  const closed = requests.close(ground, clara, {
    id: 3 as never,
    version: 5,
    outcome: { kind: 'answered', said: 'Le certificat est prêt.' },
  });
  expect([closed.profession, closed.outcome]).toEqual([
    'general-practitioner',
    { kind: 'answered', said: 'Le certificat est prêt.' },
  ]);
});
