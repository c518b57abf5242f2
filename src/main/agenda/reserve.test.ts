/** The reserve for unscheduled care on a real house: who gets into it, extra slots, giving it back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  CONSULTATION,
  clara,
  DUPONT,
  fixtureDb,
  MARTIN,
  NGUYEN,
  PETIT,
  UNSCHEDULED,
} from '../../../tests/support/agenda-house.ts';
import { all } from '../core/db.ts';
import { undoLast } from '../core/undo.ts';
import * as reserve from '../practice/service/reserve.ts';
import { practiceCompensations } from '../practice/undo.ts';
import * as agenda from './service.ts';

let desk: AgendaDesk;
beforeEach(() => {
  desk = openAgendaDesk();
  // Dr Nguyen keeps 11:30 to 12:30 each day, Dr Petit 17:00 to 18:00.
  for (const weekday of [1, 2, 3, 4, 5]) {
    addOpening(fixtureDb(desk.house.ground), {
      practitionerId: NGUYEN,
      weekday,
      start: 690,
      end: 750,
      kind: 'unscheduled',
    });
    addOpening(fixtureDb(desk.house.ground), {
      practitionerId: PETIT,
      weekday,
      start: 1020,
      end: 1080,
      kind: 'unscheduled',
    });
  }
});
afterEach(() => desk.close());

const ground = () => desk.house.ground;
const give = (start: number, day = MONDAY, practitionerId = NGUYEN) =>
  agenda.giveExtra(ground(), clara, { practitionerId, day, start });
const release = (practitionerId = NGUYEN, day = MONDAY) =>
  agenda.release(ground(), clara, { practitionerId, day });
const releaseAt = (minute: number | null) =>
  reserve.saveSettings(ground(), clara, {
    version: reserveVersion(),
    releaseAt: minute,
    sorterId: null,
    cptsName: null,
    cptsPhone: null,
  });
const reserveVersion = () =>
  all<{ version: number }>(ground().db, 'SELECT version FROM unscheduled_settings')[0]?.version ?? 0;
const today = (day = MONDAY) => agenda.unscheduledDays(ground(), { from: day, to: day })[0];
const hers = (practitionerId = NGUYEN, day = MONDAY) =>
  today(day)?.practitioners.find((one) => one.practitionerId === practitionerId);
const rows = () => all<{ n: number }>(ground().db, 'SELECT count(*) AS n FROM journal')[0]?.n;
const undo = () => undoLast(ground(), clara, { ...practiceCompensations, ...agenda.agendaCompensations });

describe('who may be put into a reserve', () => {
  it('a colleague’s patient is offered ordinary time only, until the practitioner opens hers', () => {
    const snp = {
      appointmentTypeId: UNSCHEDULED,
      from: MONDAY,
      horizonDays: 1,
      limit: 100,
      after: 690,
      before: 750,
    };
    const starts = (patientId: typeof DUPONT) => desk.slots({ ...snp, patientId }).map(({ start }) => start);
    // Jean Martin is followed by Dr Petit, Marie Dupont by Dr Nguyen herself, Luc Bernard by nobody.
    expect(starts(MARTIN)).toEqual([]);
    expect(starts(DUPONT)).toEqual([690, 705, 720, 735]);
    expect(starts(BERNARD)).toEqual([690, 705, 720, 735]);
    reserve.setRule(ground(), clara, { practitionerId: NGUYEN, version: 0, shares: true, keeps: false });
    expect(starts(MARTIN)).toEqual([690, 705, 720, 735]);
  });

  it('and is not booked there behind the search’s back either, except on purpose', () => {
    const there = { day: MONDAY, start: 690, appointmentTypeId: UNSCHEDULED, patientId: MARTIN };
    expect(refused(() => desk.book(there))).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'reserved' } });
    expect(desk.book({ ...there, override: { reason: 'Dr Nguyen est d’accord' } }).overbooked?.reason).toBe(
      'Dr Nguyen est d’accord',
    );
  });
});

describe('the house’s hour', () => {
  const ordinary = {
    day: MONDAY,
    start: 1020,
    practitionerId: PETIT,
    appointmentTypeId: CONSULTATION,
    patientId: BERNARD,
  };

  it('until then nobody books an ordinary reason in the reserve; from then on anybody does', () => {
    releaseAt(960);
    desk.at(MONDAY, 959);
    expect(refused(() => desk.book(ordinary))).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'reserved' } });
    desk.at(MONDAY, 960);
    expect(desk.book(ordinary).overbooked).toBeNull();
    const columns = agenda
      .range(ground(), { from: MONDAY, to: TUESDAY })
      .map((day) =>
        day.columns.find((column) => column.practitionerId === PETIT)?.open.map(({ kind }) => kind),
      );
    expect(columns).toEqual([
      ['regular', 'regular', 'regular'],
      ['regular', 'regular', 'unscheduled'],
    ]);
  });

  it('whoever keeps hers to the end keeps it', () => {
    releaseAt(960);
    reserve.setRule(ground(), clara, { practitionerId: PETIT, version: 0, shares: false, keeps: true });
    desk.at(MONDAY, 1000);
    expect(refused(() => desk.book(ordinary))).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'reserved' } });
    expect(hers(PETIT)).toMatchObject({ state: 'kept', left: 3 });
  });
});

describe('giving the reserve back by hand', () => {
  it('opens it to everybody at once, once; Ctrl+Z keeps it again', () => {
    release();
    expect(hers()).toMatchObject({ state: 'by-hand', offered: 4, left: 0 });
    const before = rows();
    expect(refused(() => release())).toEqual({ code: 'NOT_RELEASED', data: { why: 'by-hand' } });
    expect(rows()).toBe(before);
    undo();
    expect(hers()).toMatchObject({ state: 'kept', left: 4 });
    release();
    expect(hers()?.state).toBe('by-hand');
  });

  it('is refused after the house’s hour, on a day that is over, and where nobody keeps anything', () => {
    releaseAt(600);
    desk.at(MONDAY, 600);
    expect(refused(() => release())).toEqual({ code: 'NOT_RELEASED', data: { why: 'at-hour' } });
    expect(refused(() => release(NGUYEN, '2026-11-20'))).toEqual({
      code: 'NOT_RELEASED',
      data: { why: 'past' },
    });
    expect(refused(() => release(NGUYEN, '2026-11-28'))).toEqual({
      code: 'NOT_RELEASED',
      data: { why: 'nothing-kept' },
    });
    expect(all(ground().db, 'SELECT * FROM reserve_releases')).toEqual([]);
  });
});

describe('one slot more', () => {
  it('is given where she has time, counts at once, and is booked like the reserve', () => {
    const given = give(750);
    expect(given).toMatchObject({ effect: 'extra', kind: 'unscheduled', start: 750, end: 765, day: MONDAY });
    expect(hers()).toMatchObject({ offered: 5, left: 5, extra: [given] });
    expect(desk.book({ day: MONDAY, start: 750, appointmentTypeId: UNSCHEDULED }).overbooked).toBeNull();
    expect(hers()).toMatchObject({ offered: 5, left: 4 });
  });

  it.each([
    ['in the past', 480, MONDAY, 'past', 495],
    ['over somebody’s appointment', 600, MONDAY, 'taken', 480],
    ['where she keeps one already', 690, MONDAY, 'already-given', 480],
    ['past midnight', 1430, MONDAY, 'past-midnight', 480],
  ] as const)('is refused %s, and nothing is written', (_, start, day, why, now) => {
    const { id } = desk.book({ day: MONDAY, start: 600 });
    desk.at(MONDAY, now);
    const before = rows();
    expect(refused(() => give(start, day))).toEqual({
      code: 'SLOT_NOT_GIVEN',
      data: { why, with: why === 'taken' ? [id] : [] },
    });
    expect(rows()).toBe(before);
    expect(all(ground().db, 'SELECT * FROM opening_exceptions')).toEqual([]);
  });

  it('is refused while she is away', () => {
    const { db } = ground();
    fixtureDb(ground()).exec(
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, reason) VALUES (1, ${NGUYEN}, '${MONDAY}', '${MONDAY}', 'sick')`,
    );
    expect(refused(() => give(750))).toEqual({ code: 'SLOT_NOT_GIVEN', data: { why: 'absent', with: [] } });
    expect(all(db, 'SELECT * FROM opening_exceptions')).toEqual([]);
  });

  it('stands on a public holiday: she gave it', () => {
    give(600, '2026-12-25');
    expect(today('2026-12-25')).toMatchObject({ working: false, offered: 1, left: 1 });
  });

  it('is taken back while nobody is booked in it, and not after', () => {
    const given = give(750);
    agenda.takeExtraBack(ground(), clara, given);
    expect(hers()?.extra).toEqual([]);
    const again = give(750);
    desk.book({ day: MONDAY, start: 750, appointmentTypeId: UNSCHEDULED });
    expect(refused(() => agenda.takeExtraBack(ground(), clara, again))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'extra-booked' },
    });
  });

  it('Ctrl+Z takes it back', () => {
    give(750);
    undo();
    expect(hers()?.extra).toEqual([]);
  });

  it('the places proposed are those that the desk accepts', () => {
    desk.at(MONDAY, 545);
    const places = agenda.extraPlaces(ground(), { practitionerId: NGUYEN, day: MONDAY });
    expect(places).toEqual([
      { start: 555, end: 570, kind: 'free' },
      { start: 750, end: 765, kind: 'beyond' },
      { start: 840, end: 855, kind: 'free' },
      { start: 1080, end: 1095, kind: 'beyond' },
    ]);
    for (const { start } of places) give(start);
    expect(hers()).toMatchObject({ offered: 8, left: 8 });
  });
});

describe('the day’s account', () => {
  it('says how many are left of how many, and which working day has none', () => {
    desk.book({ day: MONDAY, start: 690, appointmentTypeId: UNSCHEDULED });
    expect(today()).toMatchObject({ working: true, offered: 7, left: 6 });
    expect(today('2026-11-28')).toMatchObject({ working: false, offered: 0, left: 0, practitioners: [] });
  });
});
