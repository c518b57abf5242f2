/**
 * The house that budgets are measured on: twelve practitioners, 30,000 fictitious patients, 500,000 appointments over seven
 * years and three months to come, a hundred thousand entries of journal. Always the same for one seed; written once, in
 * bulk, to an encrypted file under `.cache/bench`, and copied for each run.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Day, daysBetween, instantOf, weekdayOf } from '../../src/contract/time.ts';
import { all, type ReadDb, run, type WriteDb } from '../../src/main/core/db.ts';
import { append } from '../../src/main/core/journal.ts';
import { migrate, shippedMigrations } from '../../src/main/core/migrate.ts';
import { openFile } from '../../src/main/core/open-file.ts';
import { applyImport } from '../../src/main/patients/store.ts';
import { callAs } from '../support/ground.ts';
import { chance } from './measure.ts';
import { fictitiousPeople } from './patient-search.ts';

export const ZONE = 'Europe/Paris';
/** A Monday morning. */
export const TODAY: Day = '2026-11-23';
export const NOW = instantOf(TODAY, 480, ZONE);
const FIRST_DAY: Day = '2019-11-04';
export const HORIZON_DAYS = 90;

const PATIENTS = 30_000;
const APPOINTMENTS = 500_000;
const JOURNALLED = 100_000;
const VERSION = 4;

/** Opens nobody's secrets: the people are fictitious, and encryption is what is being measured. */
export const BENCH_KEY = createHash('sha256').update('parvis bench').digest();

interface Grown {
  readonly id: number;
  readonly profession: string;
  readonly title: string;
  readonly step: number;
  readonly capacity: number;
}

const PRACTITIONERS: readonly Grown[] = [
  ...Array.from({ length: 6 }, (_, i) => ({
    id: i + 1,
    profession: 'general-practitioner',
    title: 'Dr',
    step: 15,
    capacity: 1,
  })),
  ...[7, 8].map((id) => ({ id, profession: 'nurse', title: 'Mme', step: 15, capacity: 1 })),
  ...[9, 10].map((id) => ({ id, profession: 'physiotherapist', title: 'M.', step: 30, capacity: 3 })),
  { id: 11, profession: 'midwife', title: 'Mme', step: 30, capacity: 1 },
  { id: 12, profession: 'psychologist', title: 'M.', step: 45, capacity: 1 },
];

const RANGES = [
  [510, 750],
  [840, 1140],
] as const;

const writeHouse = (db: WriteDb): void => {
  run(
    db,
    `INSERT INTO house (id, version, name, zone, region, demo) VALUES (1, 1, 'Maison de santé fictive', ?, 'metropole', 0)`,
    [ZONE],
  );
  run(
    db,
    `INSERT INTO staff (id, version, initials, name, role, active) VALUES (1, 1, 'CM', 'Clara Moreau', 'reception', 1)`,
  );
  for (const p of PRACTITIONERS) {
    run(
      db,
      `INSERT INTO practitioners (id, version, title, family_name, given_name, profession, colour, step, active, position)
       VALUES (?, 1, ?, ?, 'Camille', ?, '#0f766e', ?, 1, ?)`,
      [p.id, p.title, `Fictif${p.id}`, p.profession, p.step, p.id],
    );
    run(
      db,
      `INSERT INTO appointment_types (id, version, practitioner_id, name, minutes, kind, active, position)
       VALUES (?, 1, ?, 'Rendez-vous', ?, 'regular', 1, ?)`,
      [p.id, p.id, p.step, p.id],
    );
    for (const weekday of [1, 2, 3, 4, 5])
      for (const [start, end] of RANGES)
        run(
          db,
          `INSERT INTO opening_hours (version, practitioner_id, weekday, start_min, end_min, kind, capacity, every_weeks,
             anchor_day, valid_from) VALUES (1, ?, ?, ?, ?, 'regular', ?, 1, '2019-01-07', '2019-01-01')`,
          [p.id, weekday, start, end, p.capacity],
        );
  }
};

/** How full a day is: a past that was busy, a week that is packed, months that fill up. */
const fullness = (ahead: number): number => {
  if (ahead < 0) return 0.66;
  if (ahead < 7) return 0.98;
  if (ahead < 30) return 0.9;
  return ahead < HORIZON_DAYS ? 0.6 : 0;
};

interface Planned {
  readonly practitionerId: number;
  readonly day: Day;
  readonly start: number;
  readonly end: number;
  readonly capacity: number;
  readonly past: boolean;
}

/** Every place of the grid that a day's fullness takes, oldest first. */
function* plannedClaims(random: () => number): Generator<Planned> {
  const days = daysBetween(FIRST_DAY, TODAY) + HORIZON_DAYS;
  for (let i = 0; i < days; i++) {
    const day = addDays(FIRST_DAY, i);
    if (weekdayOf(day) > 5) continue;
    const ahead = daysBetween(TODAY, day);
    const full = fullness(ahead);
    for (const p of PRACTITIONERS)
      for (const [from, to] of RANGES)
        for (let start = from; start + p.step <= to; start += p.step)
          for (let place = 0; place < p.capacity; place++)
            if (random() < full)
              yield {
                practitionerId: p.id,
                day,
                start,
                end: start + p.step,
                capacity: p.capacity,
                past: ahead < 0,
              };
  }
}

const PAST_STATUS = (draw: number): 'fulfilled' | 'noshow' | 'cancelled' =>
  draw < 0.89 ? 'fulfilled' : draw < 0.95 ? 'noshow' : 'cancelled';

const INSERT = `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked, patient_id,
    appointment_type_id, cancelled_by, cancelled_at, created_at)
  VALUES (1, 'appointment', :practitionerId, :day, :start, :end, :status, :capacity, 0, :patientId, :practitionerId,
    :cancelledBy, :cancelledAt, 0)`;

/** The plan keeps to capacity by itself; judging each of half a million rows again would only take minutes. */
const withoutTriggers = (db: WriteDb, work: () => void): void => {
  const triggers = all<{ name: string; sql: string }>(
    db,
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'claims'`,
  );
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) db.exec(sql);
};

const writeClaims = (db: WriteDb, random: () => number): void => {
  const insert = db.prepare(INSERT);
  const planned = [...plannedClaims(random)];
  // The newest half million: the oldest years give way.
  for (const claim of planned.slice(-APPOINTMENTS)) {
    const status = claim.past ? PAST_STATUS(random()) : 'booked';
    const { past: _past, ...place } = claim;
    insert.run({
      ...place,
      status,
      patientId: 1 + Math.floor(random() * PATIENTS),
      cancelledBy: status === 'cancelled' ? 'patient' : null,
      cancelledAt: status === 'cancelled' ? 1 : null,
    });
  }
};

const writeJournal = (db: WriteDb): void => {
  const call = callAs(1, 'CM');
  const newest = all<{ id: number; patientId: number; practitionerId: number; day: string; start: number }>(
    db,
    `SELECT id, patient_id AS patientId, practitioner_id AS practitionerId, day, start_min AS start FROM claims
      ORDER BY id DESC LIMIT ${JOURNALLED}`,
  ).reverse();
  for (const claim of newest)
    append(db, call, NOW - 86_400_000, {
      action: 'appointment.booked',
      rows: [
        { entity: 'claim', id: claim.id },
        { entity: 'patient', id: claim.patientId },
        { entity: 'practitioner', id: claim.practitionerId },
      ],
      after: { ...claim, version: 1 },
    });
  // As in a house that has been at work: what was booked long ago has been read.
  run(db, 'UPDATE cursors SET seq = (SELECT max(seq) FROM journal)');
};

const build = (path: string): void => {
  const db = openFile(path, BENCH_KEY) as WriteDb;
  try {
    migrate(db, 0);
    db.pragma('synchronous = OFF');
    db.transaction(() => {
      const random = chance(20261123);
      writeHouse(db);
      applyImport(db, fictitiousPeople(PATIENTS), 0);
      run(
        db,
        `UPDATE patients SET doctor_kind = 'house', doctor_practitioner_id = 1 + id % 6 WHERE id % 10 < 7`,
      );
      withoutTriggers(db, () => writeClaims(db, random));
      writeJournal(db);
    })();
    db.exec('ANALYZE');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
};

/** Another schema, or another way to grow, is another house. */
const cachedAs = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        VERSION,
        PATIENTS,
        APPOINTMENTS,
        shippedMigrations().map((migration) => migration.sql),
      ]),
    )
    .digest('hex')
    .slice(0, 16);

export interface GrownHouse {
  readonly path: string;
  open(): ReadDb;
  remove(): void;
}

/** A copy of the grown house, to be worked on and thrown away. Growing it takes a minute, the first time. */
export const grownHouse = (log: (line: string) => void = () => {}): GrownHouse => {
  const cache = join(import.meta.dirname, '../../.cache/bench');
  const grown = join(cache, `${cachedAs()}.db`);
  if (!existsSync(grown)) {
    mkdirSync(cache, { recursive: true });
    const started = performance.now();
    const growing = `${grown}.${process.pid}`;
    try {
      build(growing);
      renameSync(growing, grown);
    } finally {
      for (const suffix of ['', '-wal', '-shm']) rmSync(growing + suffix, { force: true });
    }
    log(`grown in ${Math.round((performance.now() - started) / 1000)} s`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-'));
  const path = join(folder, 'parvis.db');
  copyFileSync(grown, path);
  return {
    path,
    open: () => openFile(path, BENCH_KEY),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
