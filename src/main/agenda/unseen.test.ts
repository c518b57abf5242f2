/** Row 21 of docs/spec/claims.md: a reason for being outside hours doubles nobody. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import {
  addOpening,
  CONSULTATION,
  clara,
  DUPONT,
  fillHouse,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
  UNSCHEDULED,
} from '../../../tests/support/agenda-house.ts';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import type { Booking } from '../../contract/agenda.ts';
import { all, run } from '../core/db.ts';
import * as agenda from './service.ts';

let house: TestGround;
beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
});
afterEach(() => house.close());

const TUESDAY = '2026-11-24';

const book = (more: Partial<Booking> = {}, call = clara) =>
  agenda.book(house.ground, call, {
    practitionerId: NGUYEN,
    day: TUESDAY,
    start: 600,
    appointmentTypeId: CONSULTATION,
    patientId: DUPONT,
    acceptPatientBusy: false,
    ...more,
  });
const rows = () => all<{ id: number }>(house.ground.db, 'SELECT id FROM claims ORDER BY id');

describe('Nobody is doubled unseen:', () => {
  const absent = () =>
    run(
      fixtureDb(house.ground),
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, start_min, end_min, reason)
       VALUES (1, ?, ?, ?, 540, 620, 'meeting')`,
      [NGUYEN, TUESDAY, TUESDAY],
    );
  const reserved = () => {
    run(fixtureDb(house.ground), 'DELETE FROM opening_hours');
    addOpening(fixtureDb(house.ground), {
      practitionerId: NGUYEN,
      weekday: 2,
      start: 600,
      end: 660,
      kind: 'unscheduled',
    });
  };
  for (const [what, at, arrange] of [
    ['closed', { start: 780 }, () => {}],
    ['holiday', { day: '2026-12-25' }, () => {}],
    ['past', { day: '2026-11-20' }, () => {}],
    ['absent', {}, absent],
    ['reserved', {}, reserved],
  ] as const)
    test(`outside hours on purpose (${what}), nobody is put upon somebody else unseen`, () => {
      arrange();
      expect(book({ ...at, override: { reason: 'visite' } }).appointment.id).toBe(1);
      const upon = { ...at, patientId: MARTIN };
      expect(refused(() => book(upon, louis)).code).toBe('OUTSIDE_HOURS');
      expect(refused(() => book({ ...upon, override: { reason: 'visite' } }, louis))).toMatchObject({
        code: 'SLOT_TAKEN',
        data: { with: [1] },
      });
      expect(rows()).toEqual([{ id: 1 }]);
      const seen = book({ ...upon, override: { reason: 'le couple', taken: true } }, louis);
      expect(seen.appointment.overbooked).toEqual({ reason: 'le couple', by: 'LB' });
    });

  test('in reserved time, somebody who has the place by right is not put upon unseen', () => {
    reserved();
    book({ appointmentTypeId: UNSCHEDULED });
    const upon = { patientId: MARTIN, override: { reason: 'urgence' } };
    expect(refused(() => book(upon, louis))).toMatchObject({ code: 'SLOT_TAKEN', data: { with: [1] } });
    expect(book({ ...upon, override: { reason: 'urgence', taken: true } }, louis).appointment.id).toBe(2);
  });

  test('a reason given for being outside hours is none for a taken place within them', () => {
    book();
    expect(refused(() => book({ patientId: MARTIN, override: { reason: 'visite' } })).code).toBe(
      'SLOT_TAKEN',
    );
  });

  test('a move outside hours onto somebody is refused until seen, and its own time is no obstacle', () => {
    book({ start: 780, override: { reason: 'visite' } });
    book({ patientId: MARTIN, start: 600 });
    const to = {
      id: 2 as never,
      version: 1,
      practitionerId: NGUYEN,
      day: TUESDAY,
      acceptPatientBusy: false,
    };
    const moved = (more: {
      start: number;
      version?: number;
      override: { reason: string; taken?: boolean };
    }) => agenda.move(house.ground, louis, { ...to, ...more }).appointment;
    expect(refused(() => moved({ start: 785, override: { reason: 'visite' } }))).toMatchObject({
      code: 'SLOT_TAKEN',
      data: { with: [1] },
    });
    expect(moved({ start: 795, override: { reason: 'visite' } }).start).toBe(795);
    expect(moved({ version: 2, start: 800, override: { reason: 'visite' } }).start).toBe(800);
    expect(moved({ version: 3, start: 785, override: { reason: 'couple', taken: true } }).start).toBe(785);
  });
});
