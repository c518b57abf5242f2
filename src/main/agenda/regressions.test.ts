/** What every agenda before this one got wrong once, each under its number. R1, R7, R10 and R13-R20 live elsewhere. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AgendaDesk,
  booking,
  MONDAY,
  openAgendaDesk,
  refused,
  TUESDAY,
} from '../../../tests/support/agenda-desk.ts';
import {
  BERNARD,
  clara,
  DUPONT,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
  NURSING,
  PETIT,
  ROLLAND,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { instantOf } from '../../contract/time.ts';
import { all, run } from '../core/db.ts';
import { historyOf, since } from '../core/journal.ts';
import * as agenda from './service.ts';

let desk: AgendaDesk;
beforeEach(() => {
  desk = openAgendaDesk();
});
afterEach(() => desk.close());

const ground = () => desk.house.ground;
const starts = (slots: { start: number }[]) => slots.map((s) => s.start);

test('R2 two windows that took the first slot of any doctor from the same list do not both get it', () => {
  const anyDoctor = { who: { kind: 'profession', profession: 'general-practitioner' } as const, limit: 1 };
  const [seenByClara] = desk.slots(anyDoctor);
  const [seenByLouis] = desk.slots(anyDoctor);
  expect(seenByLouis).toEqual(seenByClara);
  const place = { practitionerId: NGUYEN, day: MONDAY, start: 510 };
  expect(seenByClara).toMatchObject(place);
  desk.book({ ...place });
  const lost = refused(() => desk.book({ ...place, patientId: MARTIN }, louis));
  expect(lost.code).toBe('SLOT_TAKEN');
  const [next] = (lost.data as { proposals: { practitionerId: typeof NGUYEN; day: string; start: number }[] })
    .proposals;
  expect(desk.book({ ...next, patientId: MARTIN }, louis).start).toBe(525);
});

test('R3 a deliberate overlap is possible, says why and by whom, and stays marked', () => {
  desk.book();
  const top = desk.book(
    { patientId: MARTIN, override: { reason: 'retour d’hospitalisation', taken: true } },
    louis,
  );
  expect(top.overbooked).toEqual({ reason: 'retour d’hospitalisation', by: 'LB' });
  expect(since(ground().db, 0).at(-1)).toMatchObject({
    actor: 'LB',
    after: { overbooked: true, overbookedReason: 'retour d’hospitalisation', overbookedBy: 2 },
  });
  desk.at(TUESDAY, 595);
  expect(desk.say(top.id, 1, 'arrived').overbooked).toEqual({ reason: 'retour d’hospitalisation', by: 'LB' });
});

describe('R4 only the same practitioner, live, and truly overlapping is a conflict:', () => {
  test('back to back is none', () => {
    desk.book();
    expect(desk.book({ patientId: MARTIN, start: 615 }).start).toBe(615);
    expect(desk.book({ patientId: ROUX, start: 585 }).start).toBe(585);
  });

  test('another practitioner at the same time is none', () => {
    desk.book();
    expect(desk.book({ patientId: MARTIN, practitionerId: PETIT }).start).toBe(600);
  });

  test('a cancelled appointment is none', () => {
    const { id } = desk.book();
    desk.cancel(id, 1);
    expect(desk.book({ patientId: MARTIN }).start).toBe(600);
  });

  test('oneself is none', () => {
    const { id } = desk.book();
    expect(desk.move(id, 1, { start: 605 }).start).toBe(605);
  });

  test('back to back with the same patient elsewhere is none either', () => {
    desk.book();
    expect(desk.book({ practitionerId: ROLLAND, appointmentTypeId: NURSING, start: 615 }).patient.id).toBe(
      DUPONT,
    );
  });
});

describe('R5 the same patient', () => {
  test('in two places at once is said, and possible once seen', () => {
    const { id } = desk.book();
    const nurse = { practitionerId: ROLLAND, appointmentTypeId: NURSING, start: 605 };
    expect(refused(() => desk.book(nurse))).toEqual({ code: 'PATIENT_BUSY', data: { with: [id] } });
    expect(desk.book({ ...nurse, acceptPatientBusy: true }).start).toBe(605);
  });

  test('is not elsewhere when that appointment was cancelled or missed', () => {
    const first = desk.book({ day: MONDAY, start: 510 });
    desk.at(MONDAY, 530);
    desk.say(first.id, 1, 'noshow');
    const second = desk.book({ day: MONDAY, start: 600 });
    desk.cancel(second.id, 1);
    const nurse = { practitionerId: ROLLAND, appointmentTypeId: NURSING, day: MONDAY };
    desk.at(MONDAY, 505);
    expect(desk.book({ ...nurse, start: 510 }).start).toBe(510);
    expect(desk.book({ ...nurse, start: 600 }).start).toBe(600);
  });

  test('with an appointment within six days is shown it, the same profession first', () => {
    desk.book({ practitionerId: ROLLAND, appointmentTypeId: NURSING, day: '2026-11-26', start: 600 });
    desk.book({ practitionerId: PETIT, day: '2026-12-02', start: 610 });
    desk.book({ day: '2026-12-03', start: 600 });
    desk.book({ day: '2026-11-27', start: 600 });
    const { nearby } = agenda.advice(ground(), booking({ day: '2026-11-26', start: 660 }));
    expect(nearby.map((a) => [a.practitionerId, a.day])).toEqual([
      [NGUYEN, '2026-11-27'],
      [PETIT, '2026-12-02'],
      [ROLLAND, '2026-11-26'],
    ]);
  });

  test('under a merged record is the same person', () => {
    desk.book({ patientId: BERNARD });
    run(fixtureDb(ground()), 'UPDATE patients SET merged_into = ?, survivor_id = ? WHERE id = ?', [
      DUPONT,
      DUPONT,
      BERNARD,
    ]);
    const nurse = { practitionerId: ROLLAND, appointmentTypeId: NURSING };
    expect(refused(() => desk.book(nurse)).code).toBe('PATIENT_BUSY');
    expect(agenda.ofPatient(ground(), DUPONT).coming.map((a) => a.start)).toEqual([600]);
  });
});

describe('R6 nine o’clock stays nine o’clock', () => {
  const zoneOfThePc = process.env['TZ'];
  afterEach(() => {
    if (zoneOfThePc === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneOfThePc;
  });

  for (const pc of ['UTC', 'Pacific/Auckland'])
    for (const [what, sunday] of [
      ['loses an hour', '2026-03-29'],
      ['gains an hour', '2026-10-25'],
    ] as const)
      test(`on the day that ${what}, on a PC that believes in ${pc}`, () => {
        process.env['TZ'] = pc;
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(pc);
        const db = fixtureDb(ground());
        run(
          db,
          `INSERT INTO opening_exceptions (version, practitioner_id, day, effect, start_min, end_min, kind, capacity)
                 VALUES (1, ?, ?, 'extra', 60, 600, 'regular', 1)`,
          [NGUYEN, sunday],
        );
        desk.house.clock.set(instantOf(sunday, 30, 'Europe/Paris'));
        const free = desk.slots({ from: sunday, horizonDays: 1, minutes: 60, limit: 100 });
        // 540 minutes of that day as the wall shows them: the hour that never was, or was twice, moves none of them.
        expect(starts(free)).toEqual(Array.from({ length: 33 }, (_, i) => 60 + 15 * i));
        const nine = desk.book({ day: sunday, start: 540, minutes: 60 });
        const two = desk.book({ day: sunday, start: 150, minutes: 30, patientId: MARTIN });
        expect([nine.day, nine.start, nine.end, two.start, two.end]).toEqual([sunday, 540, 600, 150, 180]);
        const [read] = agenda.range(ground(), { from: sunday, to: sunday });
        expect(read?.appointments.map((a) => [a.start, a.end])).toEqual([
          [150, 180],
          [540, 600],
        ]);
        expect(all(ground().db, 'SELECT day, start_min FROM claims ORDER BY start_min')).toEqual([
          { day: sunday, start_min: 150 },
          { day: sunday, start_min: 540 },
        ]);
        // Half past eight on that wall, whatever the elapsed hours since midnight: nine is still to come, eight is past.
        desk.house.clock.set(instantOf(sunday, 510, 'Europe/Paris'));
        expect(desk.slots({ from: sunday, horizonDays: 1, limit: 1 })[0]?.start).toBe(510);
        expect(refused(() => desk.book({ day: sunday, start: 480, patientId: ROUX }))).toEqual({
          code: 'OUTSIDE_HOURS',
          data: { why: 'past' },
        });
      });
});

describe('R8 a cancelled appointment', () => {
  test('keeps its row, with who, why and when', () => {
    const { id } = desk.book();
    desk.at(MONDAY, 600);
    desk.cancel(id, 1, { reason: 'fièvre' });
    expect(agenda.get(ground(), id).cancelled).toEqual({
      by: 'patient',
      reason: 'fièvre',
      at: instantOf(MONDAY, 600, 'Europe/Paris'),
    });
    expect(historyOf(ground().db, { entity: 'claim', id }).map((e) => e.action)).toEqual([
      'appointment.booked',
      'appointment.cancelled',
    ]);
  });

  test('frees its place at once, and is counted nowhere but in the patient’s own list', () => {
    const { id } = desk.book({ start: 510 });
    expect(desk.slots({ from: TUESDAY, limit: 1 })[0]?.start).toBe(525);
    desk.cancel(id, 1);
    expect(desk.slots({ from: TUESDAY, limit: 1 })[0]?.start).toBe(510);
    const [day] = agenda.range(ground(), { from: TUESDAY, to: TUESDAY });
    expect(day?.appointments).toEqual([]);
    expect(agenda.waitingRoom(ground(), TUESDAY).expected).toEqual([]);
    const theirs = agenda.ofPatient(ground(), DUPONT);
    expect([theirs.coming, theirs.past, theirs.cancelled.map((a) => a.id)]).toEqual([[], [], [id]]);
  });
});

test('R9 board, calendar and the patient’s page tell the same of one appointment, word for word', () => {
  const { id } = desk.book({ day: MONDAY, start: 510 });
  desk.at(MONDAY, 505);
  desk.say(id, 1, 'arrived');
  desk.at(MONDAY, 512);
  const told = desk.say(id, 2, 'in-progress');
  expect(agenda.waitingRoom(ground(), MONDAY).inProgress).toEqual([told]);
  expect(agenda.range(ground(), { from: MONDAY, to: MONDAY })[0]?.appointments).toEqual([told]);
  expect(agenda.ofPatient(ground(), DUPONT).coming).toEqual([told]);
  expect(agenda.glance(ground(), NGUYEN).current).toEqual(told);
  expect(agenda.get(ground(), id)).toEqual(told);
});

describe('R11 one bad row', () => {
  test('is named, and hides neither the day nor its column', () => {
    const bad = desk.book({ patientId: BERNARD });
    const good = desk.book({ start: 630 });
    run(fixtureDb(ground()), `UPDATE patients SET birth_date = '2001-13-45' WHERE id = ?`, [BERNARD]);
    const [day] = agenda.range(ground(), { from: TUESDAY, to: TUESDAY });
    expect(day?.appointments.map((a) => a.id)).toEqual([good.id]);
    expect(day?.unreadable).toEqual([bad.id]);
    expect(day?.columns.find((c) => c.practitionerId === NGUYEN)?.present).toBe(true);
    expect(agenda.waitingRoom(ground(), TUESDAY).expected.map((a) => a.id)).toEqual([good.id]);
  });

  test('still keeps its place from being given away', () => {
    desk.book({ patientId: BERNARD });
    run(fixtureDb(ground()), `UPDATE patients SET birth_date = '2001-13-45' WHERE id = ?`, [BERNARD]);
    expect(refused(() => desk.book()).code).toBe('SLOT_TAKEN');
    expect(starts(desk.slots({ from: TUESDAY, after: 585, limit: 2 }))).toEqual([585, 615]);
  });

  test('could not have been written by hand in most ways: the database refuses it', () => {
    desk.book();
    const db = fixtureDb(ground());
    for (const wrong of [
      `day = '24/11/2026'`,
      'start_min = 700',
      'end_min = 1500',
      `status = 'venu'`,
      'capacity = 0',
      'patient_id = NULL',
      `status = 'cancelled'`,
    ])
      expect(() => run(db, `UPDATE claims SET ${wrong}`), wrong).toThrow('CHECK constraint failed');
    expect(() => run(db, 'UPDATE claims SET practitioner_id = 99')).toThrow('FOREIGN KEY constraint failed');
  });
});

describe('R12 a change of hours', () => {
  const why = (more: { practitionerId?: typeof NGUYEN } = {}) =>
    agenda
      .stranded(ground(), { from: MONDAY, to: '2026-12-31', ...more })
      .map(({ appointment, why: because }) => [appointment.id, because]);

  test('never touches an appointment, and lists all that it leaves outside', () => {
    const kept = desk.book({ start: 510 });
    const away = desk.book({ patientId: MARTIN, start: 600 });
    const closed = desk.book({ patientId: ROUX, day: '2026-11-26', start: 1050 });
    const elsewhere = desk.book({ patientId: BERNARD, practitionerId: PETIT, start: 610 });
    expect(why()).toEqual([]);
    const db = fixtureDb(ground());
    run(
      db,
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, start_min, end_min, reason)
       VALUES (1, ?, ?, ?, 540, 750, 'training')`,
      [NGUYEN, TUESDAY, TUESDAY],
    );
    run(db, 'UPDATE opening_hours SET end_min = 1020 WHERE practitioner_id = ? AND start_min = 840', [
      NGUYEN,
    ]);
    expect(why()).toEqual([
      [away.id, 'absent'],
      [closed.id, 'closed'],
    ]);
    expect(why({ practitionerId: PETIT })).toEqual([]);
    const [day] = agenda.range(ground(), { from: TUESDAY, to: TUESDAY });
    expect(day?.appointments.map((a) => a.id)).toEqual([kept.id, away.id, elsewhere.id]);
  });

  test('says when it is a public holiday, and empties the list as each is dealt with', () => {
    const { id } = desk.book({ day: '2026-12-25', override: { reason: 'garde' } });
    run(fixtureDb(ground()), 'UPDATE claims SET overbooked = 0, overbooked_reason = NULL WHERE id = ?', [id]);
    expect(why()).toEqual([[id, 'holiday']]);
    desk.move(id, 1, { day: '2026-12-28', start: 600 });
    expect(why()).toEqual([]);
  });

  test('does not list what was put outside hours on purpose, unless the practitioner is away', () => {
    const { id } = desk.book({ start: 780, override: { reason: 'visite' } });
    expect(why()).toEqual([]);
    run(
      fixtureDb(ground()),
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, reason) VALUES (1, ?, ?, ?, 'sick')`,
      [NGUYEN, TUESDAY, TUESDAY],
    );
    expect(why()).toEqual([[id, 'absent']]);
  });
});

test('every call above was somebody’s: the journal knows no act without an actor', () => {
  desk.book({}, clara);
  expect(since(ground().db, 0).map((e) => [e.actorId, e.actor, e.station])).toEqual([[1, 'CM', 'Accueil 1']]);
});
