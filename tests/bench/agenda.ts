/**
 * Free slots, booking, moving, cancelling and reading a day, on the grown house. Each beside the least that SQLite can do
 * for it, in the same run, on the same file.
 */
import type { ClaimId, PatientId, PractitionerId } from '../../src/contract/ids.ts';
import { addDays, type Day, weekdayOf } from '../../src/contract/time.ts';
import * as agenda from '../../src/main/agenda/service.ts';
import { all, type ReadDb, run, type WriteDb } from '../../src/main/core/db.ts';
import { createGround, type Ground } from '../../src/main/core/ground.ts';
import { callAs } from '../support/ground.ts';
import { HORIZON_DAYS, NOW, TODAY } from './grow.ts';
import { chance, type Figure, figure, measure } from './measure.ts';

const CALL = callAs(1, 'CM');
const RUNS = 200;

const patientAt = (random: () => number): PatientId => (1 + Math.floor(random() * 30_000)) as PatientId;

const workingDay = (day: Day): Day => (weekdayOf(day) > 5 ? workingDay(addDays(day, 1)) : day);

/** The rows that a search must look at, read and nothing done with them. */
const bareRead = (db: ReadDb, from: Day, to: Day): unknown =>
  all(
    db,
    'SELECT day, practitioner_id, start_min, end_min FROM claims WHERE day BETWEEN ? AND ? AND status <> ?',
    [from, to, 'cancelled'],
  );

const anyone = { who: { kind: 'any' } as const, minutes: 15, limit: 10, horizonDays: HORIZON_DAYS };

const benchFound = ({ db }: Ground, ground: Ground): Figure => {
  const random = chance(1);
  const searches = Array.from({ length: RUNS }, (_, i) => ({
    ...anyone,
    patientId: patientAt(random),
    from: addDays(TODAY, Math.floor(random() * 6)),
    // A third ask for mornings, a third for two days of the week.
    ...(i % 3 === 1 ? { before: 720 } : {}),
    ...(i % 3 === 2 ? { weekdays: [2, 4] } : {}),
  }));
  const untils: Day[] = [];
  const search = (one: (typeof searches)[number]) => {
    const { slots, searchedUntil } = agenda.freeSlots(ground, one);
    if (slots.length < 10) throw new Error('the packed week has no ten free places left');
    untils.push(searchedUntil);
  };
  for (const one of searches.slice(0, 20)) search(one);
  untils.length = 0;
  const measured = measure(searches, search);
  const bare = measure(
    searches.map((one, i) => ({ from: one.from, to: untils[i] ?? one.from })),
    ({ from, to }) => bareRead(db, from, to),
  );
  return figure('10 premiers créneaux, trouvés dans la semaine', 10, measured, {
    what: 'lire les mêmes jours',
    measured: bare,
  });
};

/** Takes every place that is left, so that a search walks all its days for nothing. */
const fillUp = (db: WriteDb): void => {
  const ground = createGround(db, { now: () => NOW });
  const insert = db.prepare(
    `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked, patient_id,
       created_at) VALUES (1, 'appointment', ?, ?, ?, ?, 'booked', ?, 0, 1, 0)`,
  );
  const people = all<{ id: PractitionerId; step: number; capacity: number }>(
    db,
    `SELECT p.id, p.step, max(h.capacity) AS capacity FROM practitioners p JOIN opening_hours h ON h.practitioner_id = p.id
      GROUP BY p.id`,
  );
  db.transaction(() => {
    for (const { id, step, capacity } of people)
      for (let round = 0; round < capacity; round++)
        for (let from = TODAY; from < addDays(TODAY, HORIZON_DAYS); from = addDays(from, 2)) {
          const { slots } = agenda.freeSlots(ground, {
            who: { kind: 'practitioner', practitionerId: id },
            minutes: step,
            limit: 100,
            horizonDays: 2,
            from,
          });
          for (const { day, start, end } of slots) insert.run(id, day, start, end, capacity);
        }
  })();
};

const benchNone = (db: ReadDb, ground: Ground): Figure => {
  const random = chance(2);
  // Three quarters of an hour: the psychologist's grid leaves shorter ends that nobody can take.
  const searches = Array.from({ length: 60 }, () => ({
    ...anyone,
    minutes: 45,
    patientId: patientAt(random),
  }));
  const search = (one: (typeof searches)[number]) => {
    const { slots } = agenda.freeSlots(ground, one);
    if (slots.length > 0) throw new Error('a place was left');
  };
  for (const one of searches.slice(0, 5)) search(one);
  const measured = measure(searches, search);
  const bare = measure(searches, () => bareRead(db, TODAY, addDays(TODAY, HORIZON_DAYS - 1)));
  return figure('aucun créneau libre en 90 jours', 60, measured, {
    what: 'lire les mêmes jours',
    measured: bare,
  });
};

const benchWrites = (db: ReadDb, ground: Ground): Figure[] => {
  const random = chance(3);
  const writable = db as WriteDb;
  const places = Array.from({ length: RUNS * 3 }, () => ({
    from: workingDay(addDays(TODAY, 1 + Math.floor(random() * 80))),
    practitionerId: (1 + Math.floor(random() * 12)) as PractitionerId,
    patientId: patientAt(random),
  })).flatMap(({ from, practitionerId, patientId }) => {
    const { slots } = agenda.freeSlots(ground, {
      who: { kind: 'practitioner', practitionerId },
      appointmentTypeId: practitionerId as never,
      from,
      limit: 40,
      horizonDays: 20,
    });
    const slot = slots[Math.floor(random() * slots.length)];
    return slot ? [{ ...slot, patientId }] : [];
  });
  const unique = [...new Map(places.map((p) => [`${p.practitionerId} ${p.day} ${p.start}`, p])).values()];
  const toBook = unique.slice(0, RUNS);
  const toMove = unique.slice(RUNS, 2 * RUNS);

  db.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, day TEXT NOT NULL, start_min INTEGER NOT NULL) STRICT');
  const bareWrite = writable.transaction((day: Day, start: number) => {
    run(writable, 'INSERT INTO bare (day, start_min) VALUES (?, ?)', [day, start]);
  });
  const bare = measure(toBook, ({ day, start }) => bareWrite.immediate(day, start));
  const against = { what: 'un INSERT durable', measured: bare };

  const booked: { id: ClaimId; version: number }[] = [];
  const book = measure(toBook, (slot) => {
    const { appointment } = agenda.book(ground, CALL, {
      practitionerId: slot.practitionerId,
      day: slot.day,
      start: slot.start,
      appointmentTypeId: slot.practitionerId as never,
      patientId: slot.patientId,
      acceptPatientBusy: true,
    });
    booked.push(appointment);
  });
  const moved: { id: ClaimId; version: number }[] = [];
  const pairs = booked.flatMap((appointment, i) => {
    const place = toMove[i];
    return place ? [{ appointment, place }] : [];
  });
  const practitionerOf = new Map(
    all<{ id: number; practitioner_id: PractitionerId }>(
      db,
      'SELECT id, practitioner_id FROM claims WHERE id > (SELECT max(id) - 1000 FROM claims)',
    ).map((row) => [row.id, row.practitioner_id]),
  );
  const move = measure(pairs, ({ appointment, place }) => {
    // To another hour of its own practitioner: types belong to one practitioner in this house.
    const practitionerId = practitionerOf.get(appointment.id) ?? place.practitionerId;
    moved.push(
      agenda.move(ground, CALL, {
        id: appointment.id,
        version: appointment.version,
        practitionerId,
        day: place.day,
        start: place.start,
        override: { reason: 'mesure', taken: true },
        acceptPatientBusy: true,
      }).appointment,
    );
  });
  const cancel = measure(moved, ({ id, version }) =>
    agenda.cancel(ground, CALL, { id, version, by: 'patient' }),
  );
  return [
    figure('prendre un rendez-vous (durable)', 20, book, against),
    figure('déplacer (durable)', 20, move, against),
    figure('annuler (durable)', 20, cancel, against),
  ];
};

const benchReads = (db: ReadDb, ground: Ground): Figure[] => {
  const random = chance(4);
  const days = Array.from({ length: RUNS }, () =>
    workingDay(addDays(TODAY, -1000 + Math.floor(random() * 1080))),
  );
  for (const day of days.slice(0, 20)) agenda.range(ground, { from: day, to: day });
  const bare = measure(days, (day) =>
    all(
      db,
      `SELECT c.*, p.display_name, t.name FROM claims c JOIN patients p ON p.id = c.patient_id
         LEFT JOIN appointment_types t ON t.id = c.appointment_type_id WHERE c.day = ? AND c.status <> 'cancelled'`,
      [day],
    ),
  );
  const against = { what: 'la même jointure', measured: bare };
  return [
    figure(
      'une journée, 12 praticiens, dans le bureau',
      null,
      measure(days, (day) => agenda.range(ground, { from: day, to: day })),
      against,
    ),
    figure(
      'le coup d’œil d’un praticien',
      null,
      measure(days, () => agenda.glance(ground, 1 as PractitionerId)),
      against,
    ),
  ];
};

/** On a copy of the grown house that nobody else needs: it is filled up on the way. */
export const benchAgenda = (db: ReadDb): Figure[] => {
  const ground = createGround(db, { now: () => NOW });
  const found = benchFound(ground, ground);
  const writes = benchWrites(db, ground);
  const reads = benchReads(db, ground);
  fillUp(db as WriteDb);
  return [found, benchNone(db, ground), ...writes, ...reads];
};
