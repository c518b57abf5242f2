/** What the screens of a day show: board, waiting room, glance, the patient's own list. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AgendaDesk,
  MONDAY,
  openAgendaDesk,
  refused,
  TUESDAY,
} from '../../../tests/support/agenda-desk.ts';
import {
  addOpening,
  BERNARD,
  COLIN,
  clara,
  DUPONT,
  fixtureDb,
  MARTIN,
  NGUYEN,
  PETIT,
  ROLLAND,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import type { Appointment } from '../../contract/agenda.ts';
import { instantOf } from '../../contract/time.ts';
import { run } from '../core/db.ts';
import * as agenda from './service.ts';

let desk: AgendaDesk;
beforeEach(() => {
  desk = openAgendaDesk();
});
afterEach(() => desk.close());

const ground = () => desk.house.ground;
const paris = (minute: number, day = MONDAY) => instantOf(day, minute, 'Europe/Paris');

describe('Days side by side', () => {
  test('have one column per practitioner, in order, with what is open', () => {
    const [day] = agenda.range(ground(), { from: TUESDAY, to: TUESDAY });
    expect(day?.holiday).toBeNull();
    expect(day?.columns.map((c) => c.practitionerId)).toEqual([NGUYEN, PETIT, ROLLAND, COLIN]);
    expect(day?.columns[0]).toEqual({
      practitionerId: NGUYEN,
      open: [
        { start: 510, end: 750, kind: 'regular', capacity: 1 },
        { start: 840, end: 1080, kind: 'regular', capacity: 1 },
      ],
      absences: [],
      present: true,
    });
  });

  test('say who is present: open, or with somebody booked although closed', () => {
    desk.book({ day: '2026-11-28', start: 600, override: { reason: 'vaccination' } });
    const [saturday] = agenda.range(ground(), { from: '2026-11-28', to: '2026-11-28' });
    expect(saturday?.columns.map((c) => [c.practitionerId, c.present])).toEqual([
      [NGUYEN, true],
      [PETIT, false],
      [ROLLAND, false],
      [COLIN, false],
    ]);
  });

  test('name the public holiday and the absence that close them', () => {
    run(
      fixtureDb(ground()),
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, reason) VALUES (1, ?, '2026-12-24', '2026-12-26', 'leave')`,
      [PETIT],
    );
    const days = agenda.range(ground(), { from: '2026-12-24', to: '2026-12-25' });
    expect(days.map((d) => [d.day, d.holiday?.name ?? null])).toEqual([
      ['2026-12-24', null],
      ['2026-12-25', 'Noël'],
    ]);
    const petit = days[0]?.columns.find((c) => c.practitionerId === PETIT);
    expect([petit?.open, petit?.absences.map((a) => a.reason), petit?.present]).toEqual([
      [],
      ['leave'],
      false,
    ]);
  });

  test('of one practitioner’s week hold hers alone', () => {
    desk.book();
    desk.book({ practitionerId: PETIT, patientId: MARTIN, start: 610 });
    const week = agenda.range(ground(), { from: MONDAY, to: '2026-11-29', practitionerIds: [PETIT] });
    expect(week.map((d) => d.day)).toHaveLength(7);
    expect(week.map((d) => d.columns.map((c) => c.practitionerId))).toEqual(Array(7).fill([PETIT]));
    expect(week.flatMap((d) => d.appointments.map((a) => [a.day, a.practitionerId]))).toEqual([
      [TUESDAY, PETIT],
    ]);
  });

  test('keep the column of somebody who has left while patients are still booked there', () => {
    desk.book();
    run(fixtureDb(ground()), 'UPDATE practitioners SET active = 0 WHERE id IN (?, ?)', [NGUYEN, PETIT]);
    const [day] = agenda.range(ground(), { from: TUESDAY, to: TUESDAY });
    expect(day?.columns.map((c) => c.practitionerId)).toEqual([NGUYEN, ROLLAND, COLIN]);
  });

  test('are asked for in order, a month at most', () => {
    expect(refused(() => agenda.range(ground(), { from: TUESDAY, to: MONDAY })).data).toEqual({
      fields: [{ path: 'to', code: 'to-before-from' }],
    });
    expect(refused(() => agenda.range(ground(), { from: '2026-11-01', to: '2026-12-02' })).data).toEqual({
      fields: [{ path: 'to', code: 'too-many-days' }],
    });
    expect(agenda.range(ground(), { from: '2026-11-01', to: '2026-12-01' })).toHaveLength(31);
  });
});

describe('The waiting room', () => {
  test('puts the longest wait on top, whatever the hour of the appointment', () => {
    const early = desk.book({ day: MONDAY, start: 510 });
    const late = desk.book({ day: MONDAY, start: 600, patientId: MARTIN });
    desk.at(MONDAY, 500);
    desk.say(late.id, 1, 'arrived');
    desk.at(MONDAY, 505);
    desk.say(early.id, 1, 'arrived');
    const { waiting } = agenda.waitingRoom(ground(), MONDAY);
    expect(waiting.map((a) => [a.id, a.arrivedAt])).toEqual([
      [late.id, paris(500)],
      [early.id, paris(505)],
    ]);
  });

  test('tells who is expected, with whom, who is done and who did not come', () => {
    const seen = desk.book({ day: MONDAY, start: 510 });
    const missed = desk.book({ day: MONDAY, start: 525, patientId: MARTIN });
    const inside = desk.book({ day: MONDAY, start: 540, patientId: ROUX });
    const expected = desk.book({ day: MONDAY, start: 555, patientId: BERNARD });
    const gone = desk.book({ day: MONDAY, start: 570 });
    desk.cancel(gone.id, 1);
    desk.at(MONDAY, 545);
    desk.say(seen.id, 1, 'in-progress');
    desk.say(seen.id, 2, 'fulfilled');
    desk.say(missed.id, 1, 'noshow', { excused: true });
    desk.say(inside.id, 1, 'in-progress');
    const room = agenda.waitingRoom(ground(), MONDAY);
    const ids = (list: readonly Appointment[]) => list.map((a) => a.id);
    expect({
      waiting: ids(room.waiting),
      inProgress: ids(room.inProgress),
      expected: ids(room.expected),
      done: ids(room.done),
      noshow: ids(room.noshow),
    }).toEqual({
      waiting: [],
      inProgress: [inside.id],
      expected: [expected.id],
      done: [seen.id],
      noshow: [missed.id],
    });
    expect(room.noshow[0]?.excused).toBe(true);
  });
});

describe('The glance of a practitioner', () => {
  test('shows who is inside, who is next, who waits, how late and what is free', () => {
    const first = desk.book({ day: MONDAY, start: 510 });
    const second = desk.book({ day: MONDAY, start: 525, patientId: MARTIN });
    const third = desk.book({ day: MONDAY, start: 600, patientId: ROUX });
    const tomorrow = desk.book({ start: 525, patientId: BERNARD });
    desk.at(MONDAY, 515);
    desk.say(first.id, 1, 'arrived');
    desk.say(second.id, 1, 'arrived');
    desk.at(MONDAY, 520);
    desk.say(first.id, 2, 'in-progress');
    desk.at(MONDAY, 532);
    const glance = agenda.glance(ground(), NGUYEN);
    expect([glance.day, glance.minute]).toEqual([MONDAY, 532]);
    expect(glance.current?.id).toBe(first.id);
    expect(glance.next?.id).toBe(second.id);
    expect(glance.waiting.map((a) => a.id)).toEqual([second.id]);
    // Began at 8:40 for a quarter of an hour that was to end at 8:45.
    expect(glance.late).toBe(10);
    expect(glance.gaps).toEqual([
      { start: 540, end: 600 },
      { start: 615, end: 750 },
      { start: 840, end: 1080 },
    ]);
    expect(glance.remaining.map((a) => a.id)).toEqual([second.id, third.id]);
    expect(glance.tomorrowFirst?.id).toBe(tomorrow.id);
  });

  test('is on time when nobody waits past their hour', () => {
    const first = desk.book({ day: MONDAY, start: 510 });
    desk.at(MONDAY, 505);
    desk.say(first.id, 1, 'arrived');
    expect(agenda.glance(ground(), NGUYEN)).toMatchObject({ late: 0, current: null, next: { id: first.id } });
    desk.at(MONDAY, 517);
    expect(agenda.glance(ground(), NGUYEN).late).toBe(7);
  });

  test('goes on to the next patient when one has not come a quarter of an hour later', () => {
    const missing = desk.book({ day: MONDAY, start: 510 });
    const next = desk.book({ day: MONDAY, start: 540, patientId: MARTIN });
    desk.at(MONDAY, 525);
    expect(agenda.glance(ground(), NGUYEN).next?.id).toBe(missing.id);
    desk.at(MONDAY, 526);
    expect(agenda.glance(ground(), NGUYEN)).toMatchObject({ next: { id: next.id }, late: 0 });
  });

  test('tells what changed today since eight, newest first, one line per appointment', () => {
    desk.at(MONDAY, 470);
    const before = desk.book({ day: MONDAY, start: 510 });
    desk.at(MONDAY, 490);
    const added = desk.book({ day: MONDAY, start: 600, patientId: MARTIN });
    desk.at(MONDAY, 500);
    desk.move(before.id, 1, { day: MONDAY, start: 660 });
    desk.at(MONDAY, 501);
    desk.say(before.id, 2, 'arrived');
    const movedAway = desk.book({ day: MONDAY, start: 900, patientId: ROUX });
    desk.move(movedAway.id, 1, { practitionerId: PETIT, day: MONDAY, start: 610 });
    desk.at(MONDAY, 502);
    desk.cancel(added.id, 1);
    desk.book({ day: '2026-12-01', patientId: BERNARD });
    expect(agenda.glance(ground(), NGUYEN).changes.map((c) => [c.at, c.what, c.appointment.id])).toEqual([
      [paris(502), 'cancelled', added.id],
      [paris(501), 'moved', movedAway.id],
      [paris(500), 'moved', before.id],
    ]);
    expect(agenda.glance(ground(), PETIT).changes.map((c) => [c.what, c.appointment.id])).toEqual([
      ['moved', movedAway.id],
    ]);
  });

  test('counts minutes that a no-show gave back as free', () => {
    const missed = desk.book({ day: MONDAY, start: 510, minutes: 60 });
    desk.at(MONDAY, 530);
    desk.say(missed.id, 1, 'noshow', { release: true });
    expect(agenda.glance(ground(), NGUYEN).gaps[0]).toEqual({ start: 530, end: 750 });
  });
});

describe('One patient', () => {
  test('has coming appointments soonest first, past and cancelled ones newest first', () => {
    const today = desk.book({ day: MONDAY, start: 510 });
    const done = desk.book({ day: MONDAY, start: 540 });
    const later = desk.book({ day: '2026-12-01' });
    const soon = desk.book();
    const dropped = desk.book({ day: '2026-12-02' });
    desk.cancel(dropped.id, 1);
    desk.at(MONDAY, 560);
    desk.say(done.id, 1, 'fulfilled');
    const list = agenda.ofPatient(ground(), DUPONT);
    expect(list.coming.map((a) => a.id)).toEqual([today.id, soon.id, later.id]);
    expect(list.past.map((a) => a.id)).toEqual([done.id]);
    expect(list.cancelled.map((a) => a.id)).toEqual([dropped.id]);
  });
});

describe('Free slots of the house', () => {
  const doctors = { who: { kind: 'profession', profession: 'general-practitioner' } as const };
  const found = (slots: ReturnType<AgendaDesk['slots']>) =>
    slots.map((s) => [s.practitionerId, s.day, s.start, s.ownDoctor]);

  test('of any doctor begin with the patient’s own, then the soonest', () => {
    desk.at(MONDAY, 1050);
    expect(found(desk.slots({ ...doctors, patientId: MARTIN, limit: 3, after: 1030 }))).toEqual([
      [PETIT, MONDAY, 1060, true],
      [PETIT, TUESDAY, 1040, true],
      [PETIT, TUESDAY, 1060, true],
    ]);
    expect(found(desk.slots({ ...doctors, patientId: ROUX, limit: 3 }))).toEqual([
      [NGUYEN, MONDAY, 1050, false],
      [PETIT, MONDAY, 1060, false],
      [NGUYEN, MONDAY, 1065, false],
    ]);
  });

  test('of one practitioner are hers alone, whoever the patient’s doctor is', () => {
    expect(found(desk.slots({ patientId: MARTIN, limit: 1 }))).toEqual([[NGUYEN, MONDAY, 510, false]]);
  });

  test('leave out those who do not do this, and those who have left', () => {
    const any = { who: { kind: 'any' } as const, from: TUESDAY, limit: 100, horizonDays: 1, before: 511 };
    expect(found(desk.slots(any))).toEqual([
      [NGUYEN, TUESDAY, 510, false],
      [PETIT, TUESDAY, 510, false],
    ]);
    run(fixtureDb(ground()), 'UPDATE practitioners SET active = 0 WHERE id = ?', [PETIT]);
    expect(found(desk.slots(any))).toEqual([[NGUYEN, TUESDAY, 510, false]]);
  });

  test('skip a hold that stands, and no longer one whose time has passed', () => {
    const until = paris(490);
    ground().write(clara, (tx) =>
      agenda.placeHold(tx, {
        practitionerId: NGUYEN,
        day: TUESDAY,
        start: 510,
        end: 525,
        kind: 'regular',
        expiresAt: until,
      }),
    );
    const first = () => desk.slots({ from: TUESDAY, limit: 1 })[0]?.start;
    desk.at(MONDAY, 489);
    expect(first()).toBe(525);
    desk.at(MONDAY, 490);
    expect(first()).toBe(510);
  });

  test('count a place being left as free when an appointment is moved', () => {
    const { id } = desk.book({ start: 510 });
    const first = (more: object) => desk.slots({ from: TUESDAY, limit: 1, ...more })[0]?.start;
    expect(first({})).toBe(525);
    expect(first({ ignoring: id })).toBe(510);
  });

  test('follow reserved ranges by the type asked for', () => {
    run(fixtureDb(ground()), 'DELETE FROM opening_hours WHERE practitioner_id = ?', [NGUYEN]);
    for (const [start, kind] of [
      [540, 'regular'],
      [600, 'unscheduled'],
      [660, 'newPatient'],
    ] as const)
      addOpening(fixtureDb(ground()), { practitionerId: NGUYEN, weekday: 2, start, end: start + 15, kind });
    const of = (appointmentTypeId: number, more: object = {}) =>
      desk
        .slots({ from: TUESDAY, horizonDays: 1, appointmentTypeId: appointmentTypeId as never, ...more })
        .map((s) => [s.start, s.kind]);
    expect(of(1)).toEqual([[540, 'regular']]);
    expect(of(4)).toEqual([
      [540, 'regular'],
      [600, 'unscheduled'],
    ]);
    expect(of(3, { minutes: 15 })).toEqual([
      [540, 'regular'],
      [660, 'newPatient'],
    ]);
  });

  test('say how far they searched, and what is missing to search at all', () => {
    run(fixtureDb(ground()), 'DELETE FROM opening_hours');
    const search = { who: { kind: 'any' } as const, minutes: 15, limit: 10, horizonDays: 90 };
    expect(agenda.freeSlots(ground(), search)).toEqual({ slots: [], searchedUntil: '2027-02-20' });
    const { minutes: _minutes, ...without } = search;
    expect(refused(() => agenda.freeSlots(ground(), without)).data).toEqual({
      fields: [{ path: 'minutes', code: 'required' }],
    });
  });

  test('are all accepted when booked, one after the other, until the day is full', () => {
    const limit = 100;
    for (const slot of desk.slots({ from: TUESDAY, horizonDays: 1, limit }))
      desk.book({ practitionerId: slot.practitionerId, day: slot.day, start: slot.start });
    expect(desk.slots({ from: TUESDAY, horizonDays: 1, limit })).toEqual([]);
    expect(agenda.waitingRoom(ground(), TUESDAY).expected).toHaveLength(32);
  });
});
