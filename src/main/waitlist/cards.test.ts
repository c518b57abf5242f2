import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MONDAY, refused, TUESDAY } from '../../../tests/support/agenda-desk.ts';
import {
  addOpening,
  BERNARD,
  CERTIFICATE,
  COLIN,
  CONSULTATION,
  clara,
  DUPONT,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
  PETIT,
  PHYSIO,
  ROUX,
  UNSCHEDULED,
} from '../../../tests/support/agenda-house.ts';
import { type OffersDesk, openOffersDesk } from '../../../tests/support/offers-desk.ts';
import type { Absence, OpeningException, OpeningHoursDraft } from '../../contract/practice.ts';
import * as agenda from '../agenda/service.ts';
import { silentLog } from '../core/log.ts';
import { addAbsence, removeAbsence, updateAbsence } from '../practice/service/absences.ts';
import { addException, removeException } from '../practice/service/exceptions.ts';
import { addWeeklyHours, updateOpeningHours } from '../practice/service/opening-hours.ts';
import { followFreed, leaveFree } from './offers-service.ts';

let desk: OffersDesk;
beforeEach(() => {
  desk = openOffersDesk();
});
afterEach(() => desk.close());

const FRIDAY = '2026-11-27';
const SATURDAY = '2026-11-28';
const override = { reason: 'famille, ensemble', taken: true };

/** Practitioner, day, from and to, of the cards that stand. */
const places = () =>
  desk.cards().map(({ practitionerId, day, start, end }) => [practitionerId, day, start, end]);
const causes = () => desk.cards().map(({ cause, start, end }) => [cause, start, end]);

/** The whole of Dr Nguyen's Tuesday is taken, but for what `more` says. */
const away = (more: Partial<Absence> = {}) =>
  addAbsence(desk.house.ground, clara, {
    practitionerId: NGUYEN,
    fromDay: TUESDAY,
    toDay: TUESDAY,
    start: null,
    end: null,
    reason: 'leave',
    note: null,
    ...more,
  });

/** Dr Petit lets colleagues' patients into her reserve. */
const shares = () =>
  fixtureDb(desk.house.ground).exec(
    `INSERT INTO reserve_rules (practitioner_id, version, shares, keeps) VALUES (${PETIT}, 1, 1, 0)`,
  );

const exception = (more: Partial<OpeningException> = {}) =>
  addException(desk.house.ground, clara, {
    practitionerId: NGUYEN,
    day: SATURDAY,
    effect: 'extra',
    start: 540,
    end: 600,
    kind: 'regular',
    capacity: 1,
    reason: null,
    ...more,
  });

const saturdays = (more: Partial<OpeningHoursDraft> = {}) => {
  const [hours] = addWeeklyHours(desk.house.ground, clara, {
    practitionerId: NGUYEN,
    weekdays: [6],
    start: 540,
    end: 600,
    kind: 'regular',
    capacity: 1,
    everyWeeks: 1,
    anchorDay: MONDAY,
    validFrom: MONDAY,
    validTo: null,
    ...more,
  });
  if (!hours) throw new Error('no hours');
  return hours;
};

describe('a card is raised', () => {
  it('by a cancelled appointment, once, however often the journal is read', () => {
    const gone = desk.book();
    desk.cancel(gone.id, gone.version);
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
    desk.follower.stop();
    const again = followFreed(desk.house.ground, silentLog);
    fixtureDb(desk.house.ground).exec("UPDATE cursors SET seq = 0 WHERE follower = 'freed-slots'");
    again.catchUp();
    again.stop();
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
    expect(desk.actions().filter((action) => action === 'freed-slot.raised')).toEqual(['freed-slot.raised']);
  });

  it('by one that is moved, for the time that it leaves and no more', () => {
    const { id, version } = desk.book({ appointmentTypeId: CERTIFICATE });
    desk.move(id, version, { start: 615 });
    expect(causes()).toEqual([['moved', 600, 615]]);
    desk.move(id, version + 1, { day: FRIDAY, start: 600 });
    expect(places()).toEqual([
      [NGUYEN, TUESDAY, 600, 615],
      [NGUYEN, TUESDAY, 615, 645],
    ]);
  });

  it('by somebody who did not come, for the minutes that are left from the release on', () => {
    const { id, version } = desk.book({ appointmentTypeId: CERTIFICATE });
    desk.at(TUESDAY, 610);
    desk.status(id, version, 'noshow');
    expect(places()).toEqual([]);
    desk.status(id, version + 1, 'noshow', { release: true });
    expect(causes()).toEqual([['noshow', 610, 630]]);
  });

  it('by new weekly hours: each of the next four weeks, without what is booked already', () => {
    const outside = { day: SATURDAY, start: 540, override: { reason: 'urgence' } };
    desk.book(outside);
    saturdays();
    expect(desk.cards().map(({ cause, day, start, end }) => [cause, day, start, end])).toEqual([
      ['hours', '2026-11-28', 555, 600],
      ['hours', '2026-12-05', 540, 600],
      ['hours', '2026-12-12', 540, 600],
      ['hours', '2026-12-19', 540, 600],
    ]);
  });

  it('by hours that are lengthened, for what was added', () => {
    const hours = saturdays({ validTo: SATURDAY });
    expect(places()).toEqual([[NGUYEN, SATURDAY, 540, 600]]);
    updateOpeningHours(desk.house.ground, clara, { ...hours, end: 660 });
    expect(places()).toEqual([
      [NGUYEN, SATURDAY, 540, 600],
      [NGUYEN, SATURDAY, 600, 660],
    ]);
  });

  it('by an extra slot, and by a closing that is called off', () => {
    exception();
    expect(causes()).toEqual([['extra', 540, 600]]);
    const closed = exception({ day: TUESDAY, effect: 'closed', start: 510, end: 750 });
    expect(causes()).toEqual([['extra', 540, 600]]);
    removeException(desk.house.ground, clara, closed);
    expect(places()).toEqual([
      [NGUYEN, TUESDAY, 510, 750],
      [NGUYEN, SATURDAY, 540, 600],
    ]);
  });

  it('by an absence that is shortened or called off, around whoever is still booked', () => {
    desk.book({ start: 525 });
    const absence = away();
    expect(places()).toEqual([]);
    const shorter = updateAbsence(desk.house.ground, clara, { ...absence, start: 600, end: 1080 });
    expect(places()).toEqual([
      [NGUYEN, TUESDAY, 510, 525],
      [NGUYEN, TUESDAY, 540, 600],
    ]);
    removeAbsence(desk.house.ground, clara, shorter);
    expect(causes()).toEqual([
      ['absence-ended', 510, 525],
      ['absence-ended', 540, 600],
      ['absence-ended', 600, 750],
      ['absence-ended', 840, 1080],
    ]);
  });

  it('for newcomers in their own time, for the earlier list elsewhere, each part by itself', () => {
    fixtureDb(desk.house.ground).exec(
      "UPDATE opening_hours SET kind = 'newPatient' WHERE practitioner_id = 1 AND start_min = 840",
    );
    exception({ start: 600, end: 660, kind: 'regular' });
    exception({ start: 660, end: 720, kind: 'newPatient' });
    expect(desk.cards().map(({ kind, serves, start, end }) => [kind, serves, start, end])).toEqual([
      ['regular', 'earlier', 600, 660],
      ['newPatient', 'registration', 660, 720],
    ]);
  });
});

describe('a place is taken and given back before anybody has looked', () => {
  const freedAt = (start: number, minutes = 15, type = CONSULTATION) => {
    const { id, version } = desk.book({ start, minutes, appointmentTypeId: type });
    desk.cancel(id, version);
  };

  it('booked again at once and taken back: its card stands', () => {
    freedAt(600);
    desk.book({ patientId: MARTIN });
    expect(places()).toEqual([]);
    expect(desk.undo()).toBe('appointment.booked');
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
  });

  it('booked, cancelled and put back, then taken back: the card that had stood stands again', () => {
    freedAt(600);
    expect(places()).toHaveLength(1);
    const { id, version } = desk.book({ patientId: MARTIN });
    desk.cancel(id, version, {}, louis);
    desk.undo(louis);
    expect(places()).toEqual([]);
    expect(desk.undo()).toBe('appointment.booked');
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
  });

  it('two share a long one, and the first is taken back: what she leaves is to be had', () => {
    freedAt(600, 30, CERTIFICATE);
    desk.book({ patientId: MARTIN });
    desk.book({ patientId: ROUX, start: 615 }, louis);
    expect(places()).toEqual([]);
    expect(desk.undo()).toBe('appointment.booked');
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
  });

  it('taken back, booked by somebody else at once, and that taken back too: its card stands', () => {
    freedAt(600);
    desk.book({ patientId: MARTIN });
    expect(places()).toEqual([]);
    desk.undo();
    desk.book({ patientId: ROUX }, louis);
    expect(places()).toEqual([]);
    desk.undo(louis);
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
  });

  it('booked while something else of that day is taken back: undone, its card stands', () => {
    freedAt(600);
    expect(places()).toHaveLength(1);
    desk.book({ patientId: MARTIN, start: 630 });
    expect(places()).toHaveLength(1);
    desk.undo();
    desk.book({ patientId: ROUX }, louis);
    expect(places()).toEqual([]);
    desk.undo(louis);
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
  });

  it('free before anything was freed there, it has no card once the booking is taken back', () => {
    const { id, version } = desk.book();
    desk.cancel(id, version, {}, louis);
    desk.undo(louis);
    expect(desk.undo()).toBe('appointment.booked');
    expect(places()).toEqual([]);
  });
});

describe('no card is raised', () => {
  it('for time that is kept for today’s care', () => {
    addOpening(fixtureDb(desk.house.ground), {
      practitionerId: PETIT,
      weekday: 2,
      start: 1080,
      end: 1140,
      kind: 'unscheduled',
    });
    shares();
    const kept = desk.book({ practitionerId: PETIT, start: 1080, appointmentTypeId: UNSCHEDULED });
    desk.cancel(kept.id, kept.version);
    exception({ kind: 'unscheduled' });
    expect(places()).toEqual([]);
  });

  it('once that reserve is given back, it is ordinary time', () => {
    addOpening(fixtureDb(desk.house.ground), {
      practitionerId: PETIT,
      weekday: 2,
      start: 1080,
      end: 1140,
      kind: 'unscheduled',
    });
    shares();
    const kept = desk.book({ practitionerId: PETIT, start: 1080, appointmentTypeId: UNSCHEDULED });
    agenda.release(desk.house.ground, clara, { practitionerId: PETIT, day: TUESDAY });
    desk.cancel(kept.id, kept.version);
    expect(places()).toEqual([[PETIT, TUESDAY, 1080, 1095]]);
  });

  it('outside hours, during an absence, or for what is over', () => {
    const night = desk.book({ start: 1200, override: { reason: 'urgence' } });
    const morning = desk.book({ day: MONDAY, start: 510 });
    const later = desk.book({ day: TUESDAY, start: 600 });
    away();
    desk.at(MONDAY, 540);
    for (const { id, version } of [night, morning, later]) desk.cancel(id, version);
    expect(places()).toEqual([]);
  });

  it('while the place stays full: whoever was put on top goes, nobody else comes', () => {
    desk.book();
    const onTop = desk.book({ patientId: MARTIN, override });
    desk.cancel(onTop.id, onTop.version);
    expect(places()).toEqual([]);
  });

  it('for the first who goes of a doubled place; for the second, yes', () => {
    const first = desk.book();
    const onTop = desk.book({ patientId: MARTIN, override });
    desk.cancel(first.id, first.version);
    expect(places()).toEqual([]);
    desk.cancel(onTop.id, onTop.version);
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
  });

  it('for less than the shortest appointment', () => {
    const { id, version } = desk.book({ minutes: 10 });
    desk.cancel(id, version);
    expect(places()).toEqual([]);
  });
});

describe('where several are received at once', () => {
  const physio = (patientId = DUPONT) =>
    desk.book({ practitionerId: COLIN, start: 510, appointmentTypeId: PHYSIO, patientId });

  it('a full place that loses one makes one card, taken as soon as it is full again', () => {
    const [gone] = [physio(), physio(MARTIN), physio(ROUX)];
    desk.cancel(gone.id, gone.version);
    expect(places()).toEqual([[COLIN, TUESDAY, 510, 540]]);
    physio(BERNARD);
    expect(places()).toEqual([]);
  });

  it('two who go leave one card, that stands until both places are taken', () => {
    const [a, b] = [physio(), physio(MARTIN), physio(ROUX)];
    desk.cancel(a.id, a.version);
    desk.cancel(b.id, b.version);
    expect(places()).toEqual([[COLIN, TUESDAY, 510, 540]]);
    physio(BERNARD);
    expect(places()).toEqual([[COLIN, TUESDAY, 510, 540]]);
    physio(DUPONT);
    expect(places()).toEqual([]);
  });
});

describe('a card ends', () => {
  const raised = () => {
    const gone = desk.book();
    desk.cancel(gone.id, gone.version);
    const [card] = desk.cards();
    if (!card) throw new Error('no card');
    return card;
  };
  const ended = (id: ReturnType<typeof raised>['id']) => {
    desk.follower.catchUp();
    return desk.card(id).slot.ended;
  };

  it('taken, when somebody is booked there by whatever way; standing again when that is undone', () => {
    const card = raised();
    desk.book({ patientId: ROUX });
    expect([places(), ended(card.id)]).toEqual([[], 'taken']);
    expect(desk.undo()).toBe('appointment.booked');
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
    const other = desk.book({ patientId: ROUX, start: 700 });
    desk.move(other.id, other.version, { start: 600 });
    expect(ended(card.id)).toBe('taken');
    expect(desk.undo()).toBe('appointment.moved');
    expect(desk.cards().map(({ id }) => id)).toEqual([card.id]);
  });

  it('gone, when what freed it is undone', () => {
    const card = raised();
    expect(desk.undo()).toBe('appointment.cancelled');
    expect([places(), ended(card.id)]).toEqual([[], 'gone']);
    saturdays();
    expect(places()).toHaveLength(4);
    expect(desk.undo()).toBe('opening-hours.added');
    expect(places()).toEqual([]);
  });

  it('gone, when the practitioner will not be there; standing again when that was a mistake', () => {
    const card = raised();
    away();
    expect([places(), ended(card.id)]).toEqual([[], 'gone']);
    expect(desk.undo()).toBe('absence.added');
    expect(desk.cards().map(({ id }) => id)).toEqual([card.id]);
  });

  it('past, when its hour has come: it is never listed again', () => {
    const card = raised();
    desk.at(TUESDAY, 600);
    expect(places()).toEqual([[NGUYEN, TUESDAY, 600, 615]]);
    desk.at(TUESDAY, 601);
    expect([places(), ended(card.id)]).toEqual([[], 'past']);
  });

  it('left free, when nobody is to be rung: one key brings it back', () => {
    const card = raised();
    const left = leaveFree(desk.house.ground, clara, card);
    expect([left.ended, places()]).toEqual(['left-free', []]);
    expect(desk.undo()).toBe('freed-slot.left-free');
    expect(desk.cards().map(({ id }) => id)).toEqual([card.id]);
  });

  it('left free, and booked at the other desk since: it is too late for that key', () => {
    const card = raised();
    leaveFree(desk.house.ground, clara, card);
    desk.book({ patientId: ROUX }, louis);
    expect(refused(() => desk.undo())).toMatchObject({ code: 'UNDO_TOO_LATE' });
    expect(ended(card.id)).toBe('left-free');
  });

  it('not by a part that is booked: the rest stays, from there on', () => {
    exception();
    desk.book({ day: SATURDAY, start: 540 });
    expect(places()).toEqual([[NGUYEN, SATURDAY, 555, 600]]);
    desk.at(SATURDAY, 560);
    expect(places()).toEqual([[NGUYEN, SATURDAY, 570, 600]]);
    desk.book({ day: SATURDAY, start: 570, minutes: 20 });
    expect(places()).toEqual([]);
  });

  it('and the same place freed again while it stands makes no second one', () => {
    const card = raised();
    desk.book({ start: 615 });
    exception({ day: TUESDAY, start: 1080, end: 1140 });
    const inside = desk.book({ start: 1080, patientId: ROUX });
    desk.cancel(inside.id, inside.version);
    expect(places()).toEqual([
      [NGUYEN, TUESDAY, 600, 615],
      [NGUYEN, TUESDAY, 1080, 1140],
    ]);
    const again = desk.book({ patientId: BERNARD });
    desk.cancel(again.id, again.version);
    expect(desk.cards()[0]?.id).toBe(card.id);
  });
});
