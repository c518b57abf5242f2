/** Booking, moving, cancelling: on the real encrypted file, through the service. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import {
  addOpening,
  BERNARD,
  CERTIFICATE,
  COLIN,
  CONSULTATION,
  clara,
  DUPONT,
  fillHouse,
  fixtureDb,
  louis,
  MARTIN,
  NEW_PATIENT,
  NGUYEN,
  NURSING,
  PETIT,
  PHYSIO,
  ROLLAND,
  ROUX,
  UNSCHEDULED,
} from '../../../tests/support/agenda-house.ts';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import type { Booking } from '../../contract/agenda.ts';
import { instantOf } from '../../contract/time.ts';
import { all, run } from '../core/db.ts';
import { historyOf, since } from '../core/journal.ts';
import * as agenda from './service.ts';

let house: TestGround;
beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
});
afterEach(() => house.close());

const TUESDAY = '2026-11-24';

const wanting = (more: Partial<Booking> = {}): Booking => ({
  practitionerId: NGUYEN,
  day: TUESDAY,
  start: 600,
  appointmentTypeId: CONSULTATION,
  patientId: DUPONT,
  acceptPatientBusy: false,
  ...more,
});
const book = (more: Partial<Booking> = {}, call = clara) => agenda.book(house.ground, call, wanting(more));

const rows = () => all(house.ground.db, 'SELECT id, day, start_min, status FROM claims ORDER BY id');

describe('Booking', () => {
  test('keeps the place and says what to read back', () => {
    const { appointment, advice } = book({ appointmentTypeId: CERTIFICATE, comment: 'licence de judo' });
    expect(appointment).toEqual({
      id: 1,
      version: 1,
      practitionerId: NGUYEN,
      day: TUESDAY,
      start: 600,
      end: 630,
      status: 'booked',
      patient: expect.objectContaining({ id: DUPONT, displayName: 'DUPONT Marie', phone: '+33639980001' }),
      appointmentTypeId: CERTIFICATE,
      typeName: 'Certificat sport',
      kind: 'regular',
      comment: 'licence de judo',
      overbooked: null,
      arrivedAt: null,
      startedAt: null,
      endedAt: null,
      releasedFrom: null,
      excused: null,
      cancelled: null,
    });
    expect(advice).toEqual({
      instruction: 'Certificats : pas le lundi',
      nearby: [],
      busy: [],
      readBack: 'demain mardi 24 novembre à 10\u00a0h avec le Dr\u00a0Nguyen',
      where: 'Maison de santé fictive',
    });
  });

  test('is told to the journal, with the rows that it concerns', () => {
    book();
    const [entry] = since(house.ground.db, 0);
    expect(entry).toMatchObject({
      action: 'appointment.booked',
      actor: 'CM',
      station: 'Accueil 1',
      undoable: true,
    });
    expect(entry?.rows).toEqual([
      { entity: 'claim', id: 1 },
      { entity: 'patient', id: DUPONT },
      { entity: 'practitioner', id: NGUYEN },
    ]);
    expect(entry?.after).toMatchObject({ id: 1, day: TUESDAY, start: 600, end: 615, status: 'booked' });
  });

  test('of a taken place is refused, with who stands there and the five nearest free places', () => {
    book();
    expect(refused(() => book({ patientId: MARTIN }, louis))).toEqual({
      code: 'SLOT_TAKEN',
      data: {
        with: [1],
        proposals: [585, 615, 570, 630, 555].map((start) => ({
          practitionerId: NGUYEN,
          day: TUESDAY,
          start,
          end: start + 15,
          kind: 'regular',
          ownDoctor: false,
        })),
      },
    });
    expect(rows()).toEqual([{ id: 1, day: TUESDAY, start_min: 600, status: 'booked' }]);
  });

  test('proposes colleagues of the same profession when the practitioner has fewer than five free places left', () => {
    const db = fixtureDb(house.ground);
    run(db, 'DELETE FROM opening_hours WHERE practitioner_id = ?', [NGUYEN]);
    addOpening(db, { practitionerId: NGUYEN, weekday: 2, start: 600, end: 630 });
    book();
    const { data } = refused(() => book({ patientId: MARTIN }));
    expect((data as { proposals: unknown[] }).proposals).toMatchObject([
      { practitionerId: NGUYEN, day: TUESDAY, start: 615, ownDoctor: false },
      { practitionerId: NGUYEN, day: '2026-12-01', start: 600 },
      { practitionerId: NGUYEN, day: '2026-12-01', start: 615 },
      { practitionerId: PETIT, day: TUESDAY, start: 590, ownDoctor: true },
      { practitionerId: PETIT, day: TUESDAY, start: 610, ownDoctor: true },
    ]);
  });

  for (const [why, more] of [
    ['closed', { start: 780 }],
    ['closed', { start: 745 }],
    ['closed', { day: '2026-11-28' }],
    ['holiday', { day: '2026-12-25' }],
    ['past', { day: '2026-11-23', start: 465 }],
    ['past', { day: '2026-11-20' }],
  ] as const)
    test(`outside hours is refused as « ${why} » unless on purpose (${JSON.stringify(more)})`, () => {
      expect(refused(() => book(more))).toEqual({ code: 'OUTSIDE_HOURS', data: { why } });
      const { appointment } = book({ ...more, override: { reason: 'fin de vie à domicile' } });
      expect(appointment.overbooked).toEqual({ reason: 'fin de vie à domicile', by: 'CM' });
    });

  test('may begin this very minute, and not the one before', () => {
    house.clock.set(instantOf(TUESDAY, 600, 'Europe/Paris'));
    expect(refused(() => book({ start: 599 }))).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'past' } });
    expect(book({ start: 600 }).appointment.start).toBe(600);
  });

  test('within an absence is refused as « absent »', () => {
    run(
      fixtureDb(house.ground),
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, start_min, end_min, reason)
       VALUES (1, ?, ?, ?, 540, 620, 'meeting')`,
      [NGUYEN, TUESDAY, TUESDAY],
    );
    expect(refused(() => book())).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'absent' } });
    expect(refused(() => book({ start: 615 }))).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'absent' } });
    expect(book({ start: 620 }).appointment.start).toBe(620);
  });

  test('in reserved time is refused to ordinary types, and open to the type it is kept for', () => {
    run(fixtureDb(house.ground), 'DELETE FROM opening_hours');
    addOpening(fixtureDb(house.ground), {
      practitionerId: NGUYEN,
      weekday: 2,
      start: 600,
      end: 660,
      kind: 'unscheduled',
    });
    expect(refused(() => book())).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'reserved' } });
    expect(refused(() => book({ appointmentTypeId: NEW_PATIENT }))).toEqual({
      code: 'OUTSIDE_HOURS',
      data: { why: 'reserved' },
    });
    expect(book({ appointmentTypeId: UNSCHEDULED }).appointment.kind).toBe('unscheduled');
  });

  test('beyond capacity that was taken over from a former software names no member of the desk', () => {
    const { appointment } = book({ start: 780, override: { reason: 'visite' } });
    run(fixtureDb(house.ground), 'UPDATE claims SET overbooked_by = NULL');
    expect(agenda.get(house.ground, appointment.id).overbooked).toEqual({ reason: 'visite', by: 'reprise' });
  });

  test('on purpose although it would have fitted marks nothing', () => {
    expect(book({ override: { reason: 'urgence' } }).appointment.overbooked).toBeNull();
  });

  test('of a type that this practitioner does not offer is refused at its field', () => {
    expect(refused(() => book({ practitionerId: ROLLAND }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'appointmentTypeId', code: 'not-offered' }] },
    });
    expect(book({ practitionerId: ROLLAND, appointmentTypeId: NURSING }).appointment.end).toBe(620);
  });

  test('with somebody who has left is refused at its field', () => {
    run(fixtureDb(house.ground), 'UPDATE practitioners SET active = 0 WHERE id = ?', [NGUYEN]);
    expect(refused(() => book())).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'practitionerId', code: 'inactive' }] },
    });
  });

  test('past midnight is refused at its field', () => {
    expect(refused(() => book({ start: 1430, minutes: 30 }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'minutes', code: 'past-midnight' }] },
    });
  });

  test('of somebody unknown is refused', () => {
    expect(refused(() => book({ patientId: 99 as typeof DUPONT }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'patient' },
    });
  });

  test('up to three at once with the physiotherapist, and a fourth on purpose only', () => {
    const session = (patientId: typeof DUPONT, more: Partial<Booking> = {}) =>
      book({ practitionerId: COLIN, appointmentTypeId: PHYSIO, patientId, ...more });
    for (const who of [DUPONT, MARTIN, ROUX]) session(who);
    expect(refused(() => session(BERNARD)).code).toBe('SLOT_TAKEN');
    expect(
      session(BERNARD, { override: { reason: 'revient d’opération', taken: true } }).appointment.overbooked,
    ).toEqual({
      reason: 'revient d’opération',
      by: 'CM',
    });
  });

  test('under a record that was merged goes to the person who remains', () => {
    run(fixtureDb(house.ground), 'UPDATE patients SET merged_into = ?, survivor_id = ? WHERE id = ?', [
      DUPONT,
      DUPONT,
      BERNARD,
    ]);
    expect(book({ patientId: BERNARD }).appointment.patient.id).toBe(DUPONT);
  });
});

describe('Moving', () => {
  const move = (more: Partial<Parameters<typeof agenda.move>[2]> & { version?: number }, call = clara) =>
    agenda.move(house.ground, call, {
      id: 1 as never,
      version: 1,
      practitionerId: NGUYEN,
      day: TUESDAY,
      start: 600,
      acceptPatientBusy: false,
      ...more,
    });

  test('keeps length, type and patient, and tells the journal which time is free again', () => {
    book();
    const { appointment, advice } = move({ day: '2026-11-26', start: 840 });
    expect(appointment).toMatchObject({ id: 1, version: 2, day: '2026-11-26', start: 840, end: 855 });
    expect(advice.readBack).toBe('jeudi 26 novembre à 14\u00a0h avec le Dr\u00a0Nguyen');
    const entry = since(house.ground.db, 0).at(-1);
    expect(entry).toMatchObject({
      action: 'appointment.moved',
      before: { practitionerId: NGUYEN, day: TUESDAY, start: 600, end: 615 },
      after: { practitionerId: NGUYEN, day: '2026-11-26', start: 840, end: 855 },
    });
  });

  test('to a colleague concerns both practitioners', () => {
    book();
    move({ practitionerId: PETIT, start: 610 });
    expect(since(house.ground.db, 0).at(-1)?.rows).toEqual([
      { entity: 'claim', id: 1 },
      { entity: 'patient', id: DUPONT },
      { entity: 'practitioner', id: NGUYEN },
      { entity: 'practitioner', id: PETIT },
    ]);
  });

  test('onto its own place, or partly over it, is no conflict', () => {
    book({ appointmentTypeId: CERTIFICATE });
    expect(move({}).appointment.version).toBe(1);
    expect(since(house.ground.db, 0).map((e) => e.action)).toEqual(['appointment.booked']);
    expect(move({ start: 615 }).appointment).toMatchObject({ version: 2, start: 615, end: 645 });
  });

  test('onto somebody else is refused, with free places near the one wanted', () => {
    book();
    book({ patientId: MARTIN, start: 630 });
    const { code, data } = refused(() => move({ start: 630 }));
    expect(code).toBe('SLOT_TAKEN');
    // Its own present place counts as free: it would be left.
    expect(data).toMatchObject({ with: [2] });
    expect((data as { proposals: { start: number }[] }).proposals.map((p) => p.start)).toEqual([
      615, 645, 600, 660, 585,
    ]);
  });

  test('beyond capacity on purpose is marked, and unmarked when it moves to a free place', () => {
    book();
    book({ patientId: MARTIN, start: 630 });
    const top = move({ start: 630, override: { reason: 'couple', taken: true } });
    expect(top.appointment.overbooked).toEqual({ reason: 'couple', by: 'CM' });
    expect(move({ version: 2, start: 660 }).appointment.overbooked).toBeNull();
  });

  test('shortens an overbooked appointment where it is, without asking why again', () => {
    book();
    book({ patientId: MARTIN, override: { reason: 'couple', taken: true } });
    const shorter = move({ id: 2 as never, minutes: 10 });
    expect(shorter.appointment).toMatchObject({ end: 610, overbooked: { reason: 'couple', by: 'CM' } });
  });

  test('lengthens only into free time', () => {
    book();
    book({ patientId: MARTIN, start: 630 });
    expect(move({ minutes: 30 }).appointment.end).toBe(630);
    expect(refused(() => move({ version: 2, minutes: 35 })).code).toBe('SLOT_TAKEN');
  });

  test('outside hours, or to somebody who does not do this, is refused like a booking', () => {
    book();
    expect(refused(() => move({ start: 780 }))).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'closed' } });
    expect(refused(() => move({ practitionerId: ROLLAND }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'appointmentTypeId', code: 'not-offered' }] },
    });
  });

  test('of what somebody else moved meanwhile names what changed', () => {
    book();
    move({ start: 630 }, louis);
    expect(refused(() => move({ start: 660 }))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['end', 'start'] },
    });
  });

  test('of somebody who is over, absent or cancelled is refused', () => {
    book();
    agenda.cancel(house.ground, clara, { id: 1 as never, version: 1, by: 'patient' });
    expect(refused(() => move({ version: 2, start: 630 }))).toEqual({
      code: 'STATUS_NOT_ALLOWED',
      data: { from: 'cancelled', to: 'moved' },
    });
  });

  test('of who does not exist is refused', () => {
    expect(refused(() => move({}))).toEqual({ code: 'NOT_FOUND', data: { what: 'appointment' } });
  });
});

describe('Cancelling', () => {
  const cancel = (more: object = {}, call = clara) =>
    agenda.cancel(house.ground, call, {
      id: 1 as never,
      version: 1,
      by: 'patient',
      reason: 'malade',
      ...more,
    });

  test('keeps the row with who, why and when, and frees the place at once', () => {
    book();
    const done = cancel();
    expect(done.status).toBe('cancelled');
    expect(done.cancelled).toEqual({ by: 'patient', reason: 'malade', at: house.clock.now() });
    expect(book({ patientId: MARTIN }).appointment.id).toBe(2);
    expect(rows()).toEqual([
      { id: 1, day: TUESDAY, start_min: 600, status: 'cancelled' },
      { id: 2, day: TUESDAY, start_min: 600, status: 'booked' },
    ]);
  });

  test('tells the journal which time was freed', () => {
    book();
    cancel();
    expect(historyOf(house.ground.db, { entity: 'claim', id: 1 }).at(-1)).toMatchObject({
      action: 'appointment.cancelled',
      before: { practitionerId: NGUYEN, day: TUESDAY, start: 600, end: 615, status: 'booked' },
      after: { practitionerId: NGUYEN, day: TUESDAY, start: 600, end: 615, status: 'cancelled' },
    });
  });

  test('twice the same way changes nothing', () => {
    book();
    cancel();
    expect(cancel().version).toBe(2);
    expect(since(house.ground.db, 0)).toHaveLength(2);
  });
});
