/** The morning on a real encrypted file: every line becomes something once, or waits. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { DUPONT, MARTIN, NGUYEN, PETIT } from '../../../tests/support/agenda-house.ts';
import { clara, louis, openRequestsDesk, type RequestsDesk } from '../../../tests/support/requests-desk.ts';
import type { ReturnLine } from '../../contract/night-return.ts';
import { agendaCompensations, range } from '../agenda/service.ts';
import { all } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import { patientCompensations } from '../patients/service.ts';
import { addAbsence } from '../practice/service/absences.ts';
import { pending, pendingCallbacks, requestCompensations } from '../requests/service.ts';
import { placesCompensations } from '../waitlist/service/undo-places.ts';
import * as handover from './service.ts';
import { handoverCompensations } from './undo.ts';

const TITLES = 'heure;nom;prénom;naissance;téléphone;motif;pour qui;type;jour;heure du rdv';
const KEY = '6e0f6c3e-4a55-4b0e-8a07-0a5d5c7f1a01';
const NIGHT = [
  '22:10;DUPONT;Marie;12/03/1952;06 39 98 00 01;ordonnance;Dr Nguyen;message;;',
  '22:40;MARTIN;Jean;01/07/1980;;résultat;Petit;rappel;;',
  '23:05;ROUX;Simone;30/11/1948;;mal au dos;Nguyen;rdv;24/11;10:00',
  '23:30;INCONNU;Ada;;06 39 98 00 77;consultation;Nguyen;rdv;24/11;10:15',
];

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
  desk.at('2026-11-24', 8 * 60);
});
afterEach(() => desk.shut());

const bring = (lines: readonly string[], key = KEY) =>
  handover.bring(desk.ground, clara, { key, text: [TITLES, ...lines].join('\n') });
const returned = () => handover.returned(desk.ground);
const line = (position: number): ReturnLine => {
  const found = returned().lines.find((one) => one.position === position);
  if (found === undefined) throw new Error(`no line ${position}`);
  return found;
};
const reading = (position: number) => {
  const { reading } = line(position);
  if (reading === null) throw new Error(`line ${position} is settled`);
  return reading;
};
type Settling = Parameters<typeof handover.settle>[2];
const settle = (position: number, more: Partial<Settling> = {}, call = clara) => {
  const { id, version, reading } = line(position);
  return handover.settle(desk.ground, call, {
    id,
    version,
    what: reading?.kind ?? 'request',
    patientId: reading?.patient?.id ?? null,
    confirmedNew: false,
    ...more,
  });
};
const booked = (day = '2026-11-24') =>
  range(desk.ground, { from: day, to: day })[0]?.appointments.map(({ patient, start }) => [
    patient.displayName,
    start,
  ]);
const undo = (call = clara) =>
  undoLast(desk.ground, call, {
    ...patientCompensations,
    ...agendaCompensations,
    ...requestCompensations,
    ...placesCompensations,
    ...handoverCompensations,
  });

describe('what is brought', () => {
  it('is kept line by line, as typed, and waits on the day until each line is something', () => {
    expect(bring(NIGHT)).toMatchObject({ lines: 4 });
    expect(returned().lines.map(({ typed, position }) => [position, typed])).toEqual(
      NIGHT.map((typed, at) => [at + 1, typed]),
    );
    expect(handover.returnCounts(desk.ground)).toEqual({ open: 4, total: 4 });
    expect(desk.actions()).toEqual(['night-return.brought']);
  });

  it('sent twice is brought once', () => {
    const first = bring(NIGHT);
    expect(bring(NIGHT)).toEqual(first);
    expect(returned().total).toBe(4);
  });

  it('is refused whole when it is no table', () => {
    expect(
      refused(() => handover.bring(desk.ground, clara, { key: KEY, text: 'Bonjour\nà demain' })),
    ).toEqual({ code: 'INVALID_INPUT', data: { fields: [{ path: 'text', code: 'not-a-table' }] } });
    expect(returned().total).toBe(0);
  });

  it('of another day is shown until it is finished, and no longer', () => {
    bring(NIGHT.slice(0, 1));
    desk.at('2026-11-25', 480);
    expect(returned().total).toBe(1);
    settle(1);
    expect([returned().total, handover.returnCounts(desk.ground).total]).toEqual([0, 0]);
  });

  it('by hand joins what came in today, once', () => {
    bring(NIGHT);
    const cells = { ...line(1).cells, familyName: 'ESSAI', birth: '', phone: '06 39 98 00 55' };
    const typed = handover.typeLine(desk.ground, clara, { key: KEY, cells });
    expect(handover.typeLine(desk.ground, clara, { key: KEY, cells }).id).toBe(typed.id);
    expect([typed.position, returned().total]).toEqual([5, 5]);
  });

  it('is never deleted nor rewritten, not even behind the program’s back', () => {
    bring(NIGHT);
    for (const sql of [
      'DELETE FROM return_lines',
      "UPDATE return_lines SET typed = 'autre'",
      'DELETE FROM return_batches',
    ])
      expect(() => desk.ground.db.exec(sql)).toThrow(/stays|deleted/);
  });
});

describe('what a line shows', () => {
  it('the person who is meant, with what tells her from others; nobody by guess', () => {
    bring([
      ...NIGHT,
      '1:00;DUPONT;Marie;;;question;;message;;',
      '1:10;DUPOND;Marie;12/03/1952;;question;;message;;',
    ]);
    expect(reading(1).patient?.id).toBe(DUPONT);
    expect(reading(4)).toMatchObject({ patient: null, people: [] });
    expect([reading(5).patient, reading(5).people.map(({ because }) => because)]).toEqual([
      null,
      [['same-name']],
    ]);
    expect([reading(6).patient, reading(6).people.map(({ patient }) => patient.id)]).toEqual([
      null,
      [DUPONT],
    ]);
  });

  it('a place that is taken, outside hours or within an absence, with the nearest free ones', () => {
    desk.book(desk.open({ patientId: DUPONT }), { day: '2026-11-24', start: 600 });
    addAbsence(desk.ground, clara, {
      practitionerId: PETIT,
      fromDay: '2026-11-24',
      toDay: '2026-11-24',
      start: null,
      end: null,
      reason: 'sick',
      note: null,
    });
    bring([
      NIGHT[2] ?? '',
      '23:05;ROUX;Simone;30/11/1948;;mal au dos;Nguyen;rdv;24/11;13:00',
      '23:05;ROUX;Simone;30/11/1948;;mal au dos;Petit;rdv;24/11;10:00',
      '23:05;ROUX;Simone;30/11/1948;;mal au dos;Nguyen;rdv;23/11;10:00',
    ]);
    expect([1, 2, 3, 4].map((n) => reading(n).collision?.why)).toEqual(['taken', 'closed', 'absent', 'past']);
    expect(reading(1).collision?.proposals.slice(0, 2)).toMatchObject([
      { practitionerId: NGUYEN, day: '2026-11-24', start: 585 },
      { practitionerId: NGUYEN, day: '2026-11-24', start: 615 },
    ]);
  });

  it('what the house knows already: the request, the promise, the appointment', () => {
    desk.open({
      patientId: DUPONT,
      nature: 'message',
      message: { kind: 'prescription', urgent: false },
      practitionerId: NGUYEN,
    });
    desk.promise({ patientId: MARTIN });
    desk.book(desk.open({ patientId: DUPONT }), { day: '2026-11-24', start: 600 });
    bring([
      NIGHT[0] ?? '',
      NIGHT[1] ?? '',
      '1:00;DUPONT;Marie;12/03/1952;;;Nguyen;rdv;24/11;10:00',
      '1:00;DUPONT;Marie;12/03/1952;;;Nguyen;rdv;24/11;11:00',
    ]);
    expect([1, 2, 3, 4].map((n) => reading(n).already)).toEqual([
      'open-request',
      'open-callback',
      'same-appointment',
      'same-day',
    ]);
  });

  it('the earlier line that says the same', () => {
    bring([...NIGHT, NIGHT[1] ?? '']);
    expect([1, 2, 3, 4, 5].map((n) => reading(n).twin)).toEqual([null, null, null, null, 2]);
  });
});

describe('what a line becomes', () => {
  it('a request, a call and two appointments, each in the same act as its line', () => {
    bring(NIGHT);
    for (const n of [1, 2, 3, 4]) settle(n);
    expect(returned().lines.map(({ settled }) => settled?.what)).toEqual([
      'request',
      'callback',
      'appointment',
      'appointment',
    ]);
    expect(pending(desk.ground)).toMatchObject([
      {
        origin: 'telesecretariat',
        nature: 'message',
        message: { kind: 'prescription', urgent: false },
        practitionerId: NGUYEN,
        wish: 'ordonnance (reçu à 22:10, tél. 06 39 98 00 01)',
      },
    ]);
    expect(pendingCallbacks(desk.ground)).toMatchObject([
      { about: 'résultat, reçu à 22:40', owner: { kind: 'practitioner', practitionerId: PETIT } },
    ]);
    expect(booked()).toEqual([
      ['ROUX Simone', 600],
      ['INCONNU Ada', 615],
    ]);
    expect(handover.returnCounts(desk.ground)).toEqual({ open: 0, total: 4 });
  });

  it('of somebody unknown, a request and a call keep name, number and birth; no record is made of it', () => {
    bring([
      '22:10;INCONNU;Ada;1990;06 39 98 00 77;ordonnance;;message;;',
      '22:20;;;;06 39 98 00 78;;;rappel;;',
    ]);
    settle(1);
    settle(2);
    expect(pending(desk.ground)).toMatchObject([
      {
        patient: null,
        callerName: 'INCONNU Ada',
        wish: 'ordonnance (reçu à 22:10, tél. 06 39 98 00 77, né(e) 1990)',
      },
    ]);
    expect(pendingCallbacks(desk.ground)).toMatchObject([{ patient: null, phone: '+33639980078' }]);
  });

  it('twice is once: the second is answered as it stands', () => {
    bring(NIGHT);
    const { id, version } = line(3);
    const sent = {
      id,
      version,
      what: 'appointment',
      patientId: line(3).reading?.patient?.id ?? null,
      confirmedNew: false,
    } as const;
    const first = handover.settle(desk.ground, clara, sent);
    expect(handover.settle(desk.ground, louis, sent).settled).toEqual(first.settled);
    expect(booked()).toEqual([['ROUX Simone', 600]]);
    expect(handover.setAside(desk.ground, clara, { id, version, reason: 'wrong-call' }).settled).toEqual(
      first.settled,
    );
  });

  it('a place that went meanwhile leaves the line waiting; another place may be said', () => {
    bring(NIGHT);
    const { id, version, reading } = line(3);
    desk.book(desk.open({ patientId: DUPONT }), { day: '2026-11-24', start: 600 });
    const sent = {
      id,
      version,
      what: 'appointment',
      patientId: reading?.patient?.id ?? null,
      confirmedNew: false,
    } as const;
    expect(refused(() => handover.settle(desk.ground, clara, sent)).code).toBe('SLOT_TAKEN');
    expect(line(3).settled).toBe(null);
    settle(3, { place: { practitionerId: NGUYEN, day: '2026-11-24', start: 630 } });
    expect(booked()).toEqual([
      ['DUPONT Marie', 600],
      ['ROUX Simone', 630],
    ]);
  });

  it('that fails after its record was made leaves nothing behind, no person either', () => {
    bring(['23:30;INCONNU;Ada;;;consultation;Nguyen;rdv;24/11;13:00']);
    const people = all(desk.ground.db, 'SELECT id FROM patients').length;
    expect(refused(() => settle(1))).toEqual({ code: 'OUTSIDE_HOURS', data: { why: 'closed' } });
    expect(all(desk.ground.db, 'SELECT id FROM patients')).toHaveLength(people);
    expect(desk.actions()).toEqual(['night-return.brought']);
  });

  it('is nobody’s by guess: who looks alike is chosen, or said to be somebody else', () => {
    bring(['1:00;DUPONT;Marie;;;question;;message;;']);
    expect(refused(() => settle(1))).toEqual({ code: 'RESEMBLES', data: { patientIds: [DUPONT] } });
    settle(1, { confirmedNew: true });
    expect(pending(desk.ground)).toMatchObject([{ patient: null, callerName: 'DUPONT Marie' }]);
  });

  it('is stopped at the field that says why, and goes on once that is corrected', () => {
    bring(['22:10;DUPONT;Marie;12/03/1952;;ordonnance;Dr Absente;message;;']);
    expect(refused(() => settle(1))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'whom', code: 'practitioner-unknown' }] },
    });
    const { id, version, cells } = line(1);
    handover.correct(desk.ground, clara, { id, version, cells: { ...cells, whom: 'Nguyen' } });
    expect(refused(() => handover.correct(desk.ground, louis, { id, version, cells }))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['cells'] },
    });
    expect(settle(1).settled?.what).toBe('request');
    expect(line(1).typed).toContain('Dr Absente');
  });

  it('set aside, says by whom and why', () => {
    bring(NIGHT);
    const { id, version } = line(1);
    handover.setAside(desk.ground, louis, { id, version, reason: 'not-for-us' });
    expect(line(1).settled).toMatchObject({ what: 'aside', reason: 'not-for-us', by: 2 });
    expect(since(desk.ground.db, 0).at(-1)).toMatchObject({ action: 'night-return.aside', actor: 'LB' });
  });
});

describe('Ctrl+Z on a line', () => {
  it.each([
    [1, 'night-return.settled'],
    [2, 'callback.added'],
    [3, 'appointment.booked'],
  ])('line %i goes back with what it made, and waits again', (position, action) => {
    bring(NIGHT);
    settle(position);
    expect(undo()).toEqual({ action });
    expect(line(position).settled).toBe(null);
    expect([pending(desk.ground), pendingCallbacks(desk.ground), booked()]).toEqual([[], [], []]);
    settle(position);
    expect(line(position).settled).not.toBe(null);
  });

  it('of a line that was set aside or corrected, the line is as it was', () => {
    bring(NIGHT);
    const { id, version, cells } = line(1);
    handover.correct(desk.ground, clara, { id, version, cells: { ...cells, matter: 'autre' } });
    handover.setAside(desk.ground, clara, { id, version: version + 1, reason: 'duplicate' });
    undo();
    expect(line(1)).toMatchObject({ settled: null, cells: { matter: 'autre' } });
    undo();
    expect(line(1).cells.matter).toBe('ordonnance');
  });

  it('never closes a request that was open before the night', () => {
    desk.open({
      patientId: DUPONT,
      nature: 'message',
      message: { kind: 'prescription', urgent: false },
      practitionerId: NGUYEN,
    });
    desk.clock.set(desk.clock.now() + 1000);
    bring(NIGHT);
    settle(1);
    expect(pending(desk.ground)).toHaveLength(1);
    expect(refused(() => undo()).code).toBe('NOTHING_TO_UNDO');
  });
});
