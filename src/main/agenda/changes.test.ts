/** Statuses, comments, holds and taking back: on the real encrypted file, through the service. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AgendaDesk,
  MONDAY,
  openAgendaDesk,
  refused,
  TUESDAY,
} from '../../../tests/support/agenda-desk.ts';
import { clara, fixtureDb, louis, MARTIN, NGUYEN, PETIT } from '../../../tests/support/agenda-house.ts';
import type { ClaimId } from '../../contract/ids.ts';
import { instantOf } from '../../contract/time.ts';
import { all, run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { undoable, undoLast } from '../core/undo.ts';
import * as agenda from './service.ts';

let desk: AgendaDesk;
beforeEach(() => {
  desk = openAgendaDesk();
});
afterEach(() => desk.close());

const ground = () => desk.house.ground;
const paris = (minute: number, day = MONDAY) => instantOf(day, minute, 'Europe/Paris');
const actions = () => since(ground().db, 0).map((e) => e.action);
const today = (start = 510, more = {}) => desk.book({ day: MONDAY, start, ...more });

describe('Statuses', () => {
  test('note their times, and each tells the journal', () => {
    const { id } = today();
    desk.at(MONDAY, 500);
    expect(desk.say(id, 1, 'arrived')).toMatchObject({ version: 2, arrivedAt: paris(500) });
    desk.at(MONDAY, 512);
    expect(desk.say(id, 2, 'in-progress')).toMatchObject({ arrivedAt: paris(500), startedAt: paris(512) });
    desk.at(MONDAY, 530);
    expect(desk.say(id, 3, 'fulfilled')).toMatchObject({
      version: 4,
      startedAt: paris(512),
      endedAt: paris(530),
    });
    expect(actions()).toEqual(['appointment.booked', ...Array(3).fill('appointment.status')]);
  });

  test('said twice change nothing, even from a screen that is one version behind', () => {
    const { id } = today();
    desk.say(id, 1, 'arrived');
    expect(desk.say(id, 1, 'arrived', {}, louis)).toMatchObject({ version: 2, arrivedAt: paris(480) });
    expect(actions()).toEqual(['appointment.booked', 'appointment.status']);
  });

  test('changed at two desks at once tell the second what changed', () => {
    const { id } = today();
    desk.say(id, 1, 'arrived');
    expect(refused(() => desk.say(id, 1, 'noshow', {}, louis))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['arrivedAt', 'status'] },
    });
  });

  test('that make no sense are refused', () => {
    const { id } = desk.book();
    expect(refused(() => desk.say(id, 1, 'arrived'))).toEqual({
      code: 'STATUS_NOT_ALLOWED',
      data: { from: 'booked', to: 'arrived' },
    });
  });

  test('given the next morning may be taken back that morning, not the day after', () => {
    const { id } = today();
    desk.at(TUESDAY, 500);
    desk.say(id, 1, 'noshow');
    expect(desk.say(id, 2, 'booked').status).toBe('booked');
    desk.say(id, 3, 'noshow');
    desk.at('2026-11-25', 500);
    expect(refused(() => desk.say(id, 4, 'booked')).code).toBe('STATUS_NOT_ALLOWED');
  });

  test('of a no-show give the remaining minutes to somebody else at once', () => {
    const { id } = today(510, { minutes: 30 });
    desk.at(MONDAY, 520);
    expect(desk.say(id, 1, 'noshow', { release: true })).toMatchObject({ releasedFrom: 520, excused: false });
    const late = today(525, { patientId: MARTIN });
    expect(late.start).toBe(525);
    const back = refused(() => desk.say(id, 2, 'arrived'));
    expect(back).toMatchObject({ code: 'SLOT_TAKEN', data: { with: [late.id] } });
    desk.cancel(late.id, 1);
    expect(desk.say(id, 2, 'arrived')).toMatchObject({ status: 'arrived', releasedFrom: null });
  });

  test('of somebody who was overbooked upon change freely', () => {
    const below = today();
    today(510, { patientId: MARTIN, override: { reason: 'couple', taken: true } });
    desk.say(below.id, 1, 'arrived');
    desk.say(below.id, 2, 'booked');
    expect(desk.say(below.id, 3, 'noshow').status).toBe('noshow');
  });
});

describe('A comment', () => {
  test('is kept, emptied, and saved once', () => {
    const { id } = today();
    const say = (version: number, comment: string | null, call = clara) =>
      agenda.comment(ground(), call, { id, version, comment });
    expect(say(1, 'avec sa fille')).toMatchObject({ version: 2, comment: 'avec sa fille' });
    expect(say(2, 'avec sa fille').version).toBe(2);
    expect(refused(() => say(1, 'seule', louis))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['comment'] },
    });
    expect(say(2, '').comment).toBeNull();
  });
});

describe('A hold', () => {
  const place = (more: object = {}) =>
    ground().write(clara, (tx) =>
      agenda.placeHold(tx, {
        practitionerId: NGUYEN,
        day: TUESDAY,
        start: 600,
        end: 615,
        kind: 'regular',
        expiresAt: paris(510),
        ...more,
      }),
    );
  const statuses = () => all(ground().db, 'SELECT id, status FROM claims ORDER BY id');

  test('keeps the place from everybody while it stands', () => {
    const hold = place();
    expect(refused(() => desk.book({ patientId: MARTIN }))).toMatchObject({
      code: 'SLOT_TAKEN',
      data: { with: [hold.id] },
    });
    expect(agenda.range(ground(), { from: TUESDAY, to: TUESDAY })[0]?.holds).toEqual([
      { id: hold.id, practitionerId: NGUYEN, day: TUESDAY, start: 600, end: 615, expiresAt: paris(510) },
    ]);
  });

  test('whose time has passed is marked expired by whoever books next', () => {
    const hold = place();
    desk.at(MONDAY, 510);
    expect(agenda.range(ground(), { from: TUESDAY, to: TUESDAY })[0]?.holds).toEqual([]);
    const { id } = desk.book();
    expect(statuses()).toEqual([
      { id: hold.id, status: 'expired' },
      { id, status: 'booked' },
    ]);
    expect(actions()).toEqual(['hold.placed', 'hold.expired', 'appointment.booked']);
  });

  test('stays when the booking that found it overdue fails for another reason', () => {
    const hold = place();
    desk.at(MONDAY, 510);
    expect(refused(() => desk.book({ start: 780 })).code).toBe('OUTSIDE_HOURS');
    expect(statuses()).toEqual([{ id: hold.id, status: 'held' }]);
  });

  test('that is released frees the place, and releasing it again is no error', () => {
    const hold = place();
    const release = () => ground().write(clara, (tx) => agenda.releaseHold(tx, hold.id));
    expect(release().status).toBe('released');
    expect(release().version).toBe(2);
    expect(desk.book().start).toBe(600);
  });

  test('becomes an appointment in one transaction', () => {
    const hold = place();
    const { appointment } = ground().write(clara, (tx) => {
      agenda.releaseHold(tx, hold.id);
      return agenda.bookWithin(tx, {
        practitionerId: NGUYEN,
        day: TUESDAY,
        start: 600,
        appointmentTypeId: 1 as never,
        patientId: MARTIN,
        acceptPatientBusy: false,
      });
    });
    expect(statuses()).toEqual([
      { id: hold.id, status: 'released' },
      { id: appointment.id, status: 'booked' },
    ]);
  });

  test('is never placed on what is not free or not open', () => {
    const { id } = desk.book();
    expect(refused(() => place())).toMatchObject({ code: 'SLOT_TAKEN', data: { with: [id] } });
    expect(refused(() => place({ start: 780, end: 795 }))).toEqual({
      code: 'OUTSIDE_HOURS',
      data: { why: 'closed' },
    });
  });
});

describe('Taking back', () => {
  const undo = (call = clara) => undoLast(ground(), call, agenda.agendaCompensations);
  const placeOf = (id: ClaimId) => {
    const { practitionerId, day, start, status } = agenda.get(ground(), id);
    return { practitionerId, day, start, status };
  };
  const here = { practitionerId: NGUYEN, day: TUESDAY, start: 600, status: 'booked' };

  test('a booking leaves the row, cancelled as entered by mistake', () => {
    const { id } = desk.book();
    expect(undo()).toEqual({ action: 'appointment.booked' });
    expect(agenda.get(ground(), id).cancelled).toEqual({ by: 'error', reason: null, at: paris(480) });
    expect(desk.book({ patientId: MARTIN }).start).toBe(600);
  });

  test('a move goes back where it was, if that is still free', () => {
    const { id } = desk.book();
    desk.move(id, 1, { practitionerId: PETIT, start: 610 });
    undo();
    expect(placeOf(id)).toEqual(here);
    desk.move(id, 3, { start: 660 });
    desk.book({ patientId: MARTIN }, louis);
    expect(refused(undo)).toEqual({ code: 'UNDO_TOO_LATE', data: {} });
    expect(placeOf(id)).toEqual({ ...here, start: 660 });
  });

  test('a move takes back the mark of overbooking with it', () => {
    const { id } = desk.book();
    desk.book({ patientId: MARTIN, start: 630 });
    desk.move(id, 1, { start: 630, override: { reason: 'couple', taken: true } });
    undo();
    expect(agenda.get(ground(), id)).toMatchObject({ start: 600, overbooked: null });
  });

  test('a cancellation brings the appointment back, if its place is still free', () => {
    const { id } = desk.book();
    desk.cancel(id, 1);
    undo();
    expect(agenda.get(ground(), id)).toMatchObject({ status: 'booked', cancelled: null, version: 3 });
    desk.cancel(id, 3);
    desk.book({ patientId: MARTIN }, louis);
    expect(refused(undo)).toEqual({ code: 'UNDO_TOO_LATE', data: {} });
    expect(agenda.get(ground(), id).status).toBe('cancelled');
  });

  test('a status puts the former one back with its times', () => {
    const { id } = today();
    desk.say(id, 1, 'arrived');
    desk.at(MONDAY, 485);
    desk.say(id, 2, 'in-progress');
    undo();
    expect(agenda.get(ground(), id)).toMatchObject({
      status: 'arrived',
      arrivedAt: paris(480),
      startedAt: null,
    });
  });

  test('a comment puts the former one back', () => {
    const { id } = desk.book({ comment: 'à jeun' });
    agenda.comment(ground(), clara, { id, version: 1, comment: 'avec sa fille' });
    undo();
    expect(agenda.get(ground(), id).comment).toBe('à jeun');
  });

  test('is one’s own last action only, step by step, each told to the journal', () => {
    const { id } = desk.book();
    desk.move(id, 1, { start: 660 });
    expect(undoable(ground(), louis, agenda.agendaCompensations)).toBeNull();
    expect(refused(() => undo(louis)).code).toBe('NOTHING_TO_UNDO');
    undo();
    expect(actions()).toEqual(['appointment.booked', 'appointment.moved', 'appointment.moved.undone']);
    const entry = since(ground().db, 0).at(-1);
    expect(entry).toMatchObject({ undoes: 2, before: { start: 660 }, after: { start: 600 } });
    expect(entry?.rows).toContainEqual({ entity: 'claim', id });
  });

  test('goes on to the step before, and the one before that, when nobody else touched the row', () => {
    const { id } = desk.book();
    desk.move(id, 1, { start: 660 });
    agenda.comment(ground(), clara, { id, version: 2, comment: 'avec sa fille' });
    expect(undo()).toEqual({ action: 'appointment.commented' });
    expect(undo()).toEqual({ action: 'appointment.moved' });
    expect(placeOf(id)).toEqual(here);
    desk.move(id, 5, { start: 690 });
    expect(undo()).toEqual({ action: 'appointment.moved' });
    expect(undo()).toEqual({ action: 'appointment.booked' });
    expect(agenda.get(ground(), id)).toMatchObject({ version: 8, cancelled: { by: 'error' } });
    expect(refused(undo).code).toBe('NOTHING_TO_UNDO');
  });

  test('stops at the step after which somebody else touched the row', () => {
    const { id } = desk.book();
    desk.move(id, 1, { start: 660 });
    undo();
    agenda.comment(ground(), louis, { id, version: 3, comment: 'rappelé' });
    expect(refused(undo).code).toBe('UNDO_TOO_LATE');
    undo(louis);
    expect(undo()).toEqual({ action: 'appointment.booked' });
  });

  test('never goes over somebody else’s later work', () => {
    const { id } = desk.book();
    agenda.comment(ground(), louis, { id, version: 1, comment: 'rappelé' });
    expect(refused(undo)).toEqual({ code: 'UNDO_TOO_LATE', data: {} });
    expect(agenda.get(ground(), id).status).toBe('booked');
  });

  test('is over after ten minutes', () => {
    desk.book();
    desk.at(MONDAY, 491);
    expect(refused(undo).code).toBe('NOTHING_TO_UNDO');
  });

  test('takes no notice of a hold whose time has passed meanwhile', () => {
    const { id } = desk.book();
    desk.cancel(id, 1);
    ground().write(louis, (tx) =>
      agenda.placeHold(tx, {
        practitionerId: NGUYEN,
        day: TUESDAY,
        start: 600,
        end: 615,
        kind: 'regular',
        expiresAt: paris(482),
      }),
    );
    expect(refused(undo).code).toBe('UNDO_TOO_LATE');
    desk.at(MONDAY, 482);
    undo();
    expect(placeOf(id)).toEqual(here);
  });
});

test('the database alone refuses a taken place when the service is passed by', () => {
  desk.book();
  expect(() =>
    run(
      fixtureDb(ground()),
      `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked, patient_id,
         created_at) VALUES (1, 'appointment', ?, ?, 605, 620, 'booked', 1, 0, ?, 0)`,
      [NGUYEN, TUESDAY, MARTIN],
    ),
  ).toThrow('claims: no room');
});
