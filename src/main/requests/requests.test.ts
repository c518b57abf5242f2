/** A call, from the first word to its outcome: on the real encrypted file, through the service. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import {
  CONSULTATION,
  clara,
  DUPONT,
  fillHouse,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
} from '../../../tests/support/agenda-house.ts';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import type { Booking } from '../../contract/agenda.ts';
import { instantOf } from '../../contract/time.ts';
import * as agenda from '../agenda/service.ts';
import { agendaCompensations } from '../agenda/service.ts';
import { all, run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { undoable, undoLast } from '../core/undo.ts';
import * as requests from './service.ts';

let house: TestGround;
beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
});
afterEach(() => house.close());

const compensations = { ...agendaCompensations, ...requests.requestCompensations };

const booking = (more: Partial<Booking> = {}): Booking => ({
  practitionerId: NGUYEN,
  day: '2026-11-24',
  start: 600,
  appointmentTypeId: CONSULTATION,
  patientId: DUPONT,
  acceptPatientBusy: false,
  ...more,
});

const open = (more: object = {}, call = clara) =>
  requests.open(house.ground, call, { origin: 'call', wish: 'renouvellement', ...more });
const bookFor = (
  request: { id: never; version: number } | ReturnType<typeof open>,
  more: Partial<Booking> = {},
) => requests.book(house.ground, clara, { id: request.id, version: request.version, booking: booking(more) });

const stored = () =>
  all(house.ground.db, 'SELECT id, version, closed_at, outcome, appointment_id FROM requests');
const actions = () => since(house.ground.db, 0).map((entry) => entry.action);

describe('A request', () => {
  test('starts with the call, before anybody is named', () => {
    expect(open()).toEqual({
      id: 1,
      version: 1,
      nature: 'appointment',
      origin: 'call',
      professional: null,
      professionalEntryId: null,
      patientAgrees: null,
      patient: null,
      callerName: null,
      practitionerId: null,
      profession: null,
      message: null,
      wish: 'renouvellement',
      owner: { kind: 'staff', staffId: 1 },
      due: instantOf('2026-11-23', 18 * 60, 'Europe/Paris'),
      continues: null,
      openedAt: house.clock.now(),
      openedBy: 1,
      closedAt: null,
      closedBy: null,
      outcome: null,
      continued: false,
    });
  });

  test('learns who calls and what for as the call goes on', () => {
    const { id } = open();
    const named = requests.update(house.ground, clara, { id, version: 1, patientId: MARTIN });
    expect(named).toMatchObject({ version: 2, patient: { id: MARTIN }, wish: 'renouvellement' });
    const later = requests.update(house.ground, clara, { id, version: 2, wish: null, origin: 'pharmacy' });
    expect(later).toMatchObject({ version: 3, patient: { id: MARTIN }, wish: null, origin: 'pharmacy' });
  });

  test('edited at two desks at once tells the second what changed', () => {
    const { id } = open();
    requests.update(house.ground, clara, { id, version: 1, wish: 'certificat' });
    expect(refused(() => requests.update(house.ground, louis, { id, version: 1, wish: 'vaccin' }))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['wish'] },
    });
  });

  test('is closed by the booking, in the same breath', () => {
    const result = bookFor(open());
    expect(result.request).toMatchObject({
      version: 2,
      patient: { id: DUPONT },
      closedAt: house.clock.now(),
      outcome: { kind: 'appointment', appointmentId: result.appointment.id },
    });
    expect(result.appointment).toMatchObject({ day: '2026-11-24', start: 600, status: 'booked' });
    expect(result.advice.readBack).toBe('demain mardi 24 novembre à 10\u00a0h avec le Dr\u00a0Nguyen');
    const entry = since(house.ground.db, 0).find((e) => e.action === 'appointment.booked');
    expect(entry?.rows).toEqual([
      { entity: 'claim', id: 1 },
      { entity: 'patient', id: DUPONT },
      { entity: 'practitioner', id: NGUYEN },
      { entity: 'request', id: 1 },
    ]);
  });

  test('stays open when the place went in between, and books another one', () => {
    agenda.book(house.ground, louis, booking({ patientId: MARTIN }));
    const request = open();
    const taken = refused(() => bookFor(request));
    expect(taken.code).toBe('SLOT_TAKEN');
    expect(stored()).toEqual([{ id: 1, version: 1, closed_at: null, outcome: null, appointment_id: null }]);
    const [first] = (taken.data as { proposals: { start: number }[] }).proposals;
    expect(bookFor(request, { start: first?.start ?? 0 }).request.outcome).toEqual({
      kind: 'appointment',
      appointmentId: expect.any(Number),
    });
  });

  test('may be withdrawn by who asked', () => {
    const { id } = open();
    expect(
      requests.close(house.ground, clara, { id, version: 1, outcome: { kind: 'withdrawn' } }),
    ).toMatchObject({
      outcome: { kind: 'withdrawn' },
      closedBy: 1,
      closedAt: house.clock.now(),
    });
  });

  test('once closed is not closed again, nor changed', () => {
    const { id } = bookFor(open()).request;
    for (const again of [
      () => requests.close(house.ground, clara, { id, version: 2, outcome: { kind: 'withdrawn' } }),
      () => requests.update(house.ground, clara, { id, version: 2, wish: 'autre chose' }),
      () => requests.book(house.ground, clara, { id, version: 2, booking: booking({ start: 660 }) }),
    ])
      expect(refused(again)).toEqual({ code: 'CONFLICT', data: { reason: 'request-closed' } });
    expect(actions()).toEqual(['request.opened', 'appointment.booked', 'request.closed']);
  });

  test('cannot be closed without an outcome, even past the service', () => {
    open();
    const db = fixtureDb(house.ground);
    expect(() => run(db, 'UPDATE requests SET closed_at = 1')).toThrow('CHECK constraint failed');
    expect(() => run(db, `UPDATE requests SET closed_at = 1, outcome = 'appointment'`)).toThrow(
      'CHECK constraint failed',
    );
    expect(() => run(db, `UPDATE requests SET outcome = 'withdrawn'`)).toThrow('CHECK constraint failed');
  });

  test('waits in line, the most pressing first, until it has an outcome', () => {
    open();
    house.clock.set(house.clock.now() + 60_000);
    open({ patientId: MARTIN, wish: 'certificat' });
    house.clock.set(house.clock.now() + 60_000);
    open({ origin: 'counter' });
    bookFor({ id: 1 as never, version: 1 });
    expect(requests.pending(house.ground).map((r) => [r.id, r.wish, r.patient?.id ?? null])).toEqual([
      [2, 'certificat', MARTIN],
      [3, 'renouvellement', null],
    ]);
  });
});

describe('Undo', () => {
  const undo = () => undoLast(house.ground, clara, compensations);

  test('of a booking that closed a request cancels the one and opens the other', () => {
    bookFor(open());
    expect(undoable(house.ground, clara, compensations)?.action).toBe('appointment.booked');
    undo();
    expect(stored()).toEqual([{ id: 1, version: 3, closed_at: null, outcome: null, appointment_id: null }]);
    expect(agenda.get(house.ground, 1 as never)).toMatchObject({
      status: 'cancelled',
      cancelled: { by: 'error', reason: null, at: house.clock.now() },
    });
    expect(actions()).toEqual([
      'request.opened',
      'appointment.booked',
      'request.closed',
      'request.reopened',
      'appointment.booked.undone',
    ]);
    // The caller is still on the phone: another place closes it again.
    expect(bookFor({ id: 1 as never, version: 3 }, { start: 660 }).request.outcome).toEqual({
      kind: 'appointment',
      appointmentId: expect.any(Number),
    });
  });

  test('of a booking without a request is the agenda’s own', () => {
    agenda.book(house.ground, clara, booking());
    undo();
    expect(agenda.get(house.ground, 1 as never).status).toBe('cancelled');
  });

  test('of a withdrawal opens the request again', () => {
    const { id } = open();
    requests.close(house.ground, clara, { id, version: 1, outcome: { kind: 'withdrawn' } });
    undo();
    expect(stored()).toEqual([{ id: 1, version: 3, closed_at: null, outcome: null, appointment_id: null }]);
  });

  test('comes too late once somebody touched the appointment', () => {
    bookFor(open());
    agenda.comment(house.ground, louis, { id: 1 as never, version: 1, comment: 'rappelé' });
    expect(refused(undo)).toEqual({ code: 'UNDO_TOO_LATE', data: {} });
    expect(stored()).toEqual([
      { id: 1, version: 2, closed_at: house.clock.now(), outcome: 'appointment', appointment_id: 1 },
    ]);
  });
});
