/** A newcomer's place: kept when it is said, never one too many, and back when nobody comes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { booking, refused } from '../../../tests/support/agenda-desk.ts';
import {
  BERNARD,
  clara,
  DUPONT,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
  PETIT,
  ROLLAND,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { CLOSED, openRefusalHouse, quota, type RefusalHouse } from '../../../tests/support/refusal-house.ts';
import type { Closing } from '../../contract/requests.ts';
import { instantOf } from '../../contract/time.ts';
import * as agenda from '../agenda/service.ts';
import { all, run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import * as requests from '../requests/service.ts';
import { requestCompensations } from '../requests/service.ts';
import * as refusals from './service.ts';
import { refusalCompensations } from './undo.ts';

let house: RefusalHouse;
beforeEach(() => {
  house = openRefusalHouse();
});
afterEach(() => house.close());

const meterOfPetit = () => refusals.policies(house.ground).find((p) => p.practitionerId === PETIT)?.meter;
const left = () => meterOfPetit()?.left;
const places = () =>
  all<{ r: number; p: number; back: number | null }>(
    house.ground.db,
    'SELECT request_id AS r, practitioner_id AS p, given_back_at AS back FROM newcomer_places',
  );
const refusedWhole = (work: () => unknown) => {
  const before = house.counts();
  const why = refused(work);
  expect(house.counts()).toEqual(before);
  return why;
};

describe('A place', () => {
  test('is kept when the practitioner’s yes is said, and the request stays open for its appointment', () => {
    const request = house.ask();
    house.accept(request, PETIT);
    expect(meterOfPetit()).toEqual({ month: '2026-11', taken: 1, quota: 2, left: 1 });
    expect(requests.get(house.ground, request.id).closedAt).toBeNull();
    expect(since(house.ground.db, 0).at(-1)).toMatchObject({ action: 'newcomer.accepted', undoable: false });
  });

  test('said twice is kept once', () => {
    const request = house.ask();
    house.accept(request, PETIT);
    house.accept(request, PETIT, louis);
    expect(places()).toHaveLength(1);
  });

  test('the last one, wanted at two windows in the same second, is promised once', () => {
    house.set(PETIT, quota(1));
    const [first, second] = [house.ask(), house.ask({ patientId: ROUX }, louis)];
    house.accept(first, PETIT, clara);
    const late = refusedWhole(() => house.accept(second, PETIT, louis));
    expect(late.code).toBe('QUOTA_FULL');
    expect(late.data).toMatchObject({
      practitionerId: PETIT,
      whoCan: [
        { practitionerId: NGUYEN, can: 'no' },
        { practitionerId: PETIT, can: 'no', meter: { left: 0 }, grounds: ['list-full'] },
      ],
    });
  });

  test('the last one, taken while a refusal was being written, stops that refusal whole', () => {
    house.set(PETIT, quota(1));
    const [first, second] = [house.ask(), house.ask({ patientId: ROUX }, louis)];
    house.urgency(first.id);
    house.accept(second, PETIT, louis);
    const late = refusedWhole(() =>
      house.record(first, { colleagues: [{ practitionerId: PETIT, answer: 'accepted' }] }),
    );
    expect(late.code).toBe('QUOTA_FULL');
    // What was said next: nobody is open any more.
    expect(house.record(first, { colleagues: [] }).refusal.colleagues).toEqual([]);
  });

  test('is not kept with somebody who is closed, nor with somebody who has left', () => {
    const request = house.ask();
    const why = (id: number) => refusedWhole(() => house.accept(request, id as never));
    expect(why(NGUYEN)).toEqual({ code: 'CONFLICT', data: { reason: 'practitioner-closed' } });
    run(fixtureDb(house.ground), `UPDATE practitioners SET active = 0 WHERE id = ?`, [ROLLAND]);
    expect(why(ROLLAND)).toEqual({ code: 'NOT_FOUND', data: { what: 'practitioner' } });
  });

  test('is taken from no newcomer by somebody whom the practitioner follows already', () => {
    house.set(NGUYEN, quota(1));
    house.accept(house.ask({ patientId: ROUX }), NGUYEN);
    const own = house.ask({ patientId: DUPONT });
    house.urgency(own.id);
    house.accept(own, PETIT);
    house.accept(own, NGUYEN);
    // The place with Dr Petit is free again, and none is needed with her own doctor.
    expect(left()).toBe(2);
    expect(places().filter(({ back }) => back === null)).toEqual([{ r: 1, p: NGUYEN, back: null }]);
    const colleagues = [{ practitionerId: NGUYEN, answer: 'accepted' }] as const;
    house.set(PETIT, CLOSED);
    const { refusal } = house.record(own, {
      practitionerId: PETIT,
      colleagues: [...colleagues],
      waysForward: [],
    });
    expect(refusal.waysForward).toEqual([{ kind: 'colleague', practitionerId: NGUYEN }]);
  });

  test('moves with the person who prefers somebody else: one person, one place', () => {
    house.set(NGUYEN);
    const request = house.ask();
    house.accept(request, PETIT);
    house.accept(request, NGUYEN);
    expect([left(), places()]).toEqual([
      2,
      [
        { r: request.id, p: PETIT, back: house.clock.now() },
        { r: request.id, p: NGUYEN, back: null },
      ],
    ]);
  });

  test('belongs to the month of the house’s calendar in which it was said', () => {
    house.clock.set(instantOf('2026-11-30', 23 * 60 + 59, 'Europe/Paris'));
    house.accept(house.ask(), PETIT);
    expect(left()).toBe(1);
    house.clock.set(instantOf('2026-12-01', 0, 'Europe/Paris'));
    expect(meterOfPetit()).toEqual({ month: '2026-12', taken: 0, quota: 2, left: 2 });
  });

  test('counts against a quota that is set later in the month', () => {
    house.set(PETIT);
    house.accept(house.ask(), PETIT);
    house.accept(house.ask({ patientId: ROUX }), PETIT);
    house.set(PETIT, quota(1));
    expect(meterOfPetit()).toEqual({ month: '2026-11', taken: 2, quota: 1, left: 0 });
  });

  test('is not refused to the very person for whom it is kept', () => {
    house.set(PETIT, quota(1));
    const request = house.ask();
    house.urgency(request.id);
    house.accept(request, PETIT);
    expect(refusedWhole(() => house.record(request, { practitionerId: PETIT, colleagues: [] }))).toEqual({
      code: 'GROUND_NOT_ALLOWED',
      data: { why: 'place-kept' },
    });
  });
});

describe('A place comes back', () => {
  const end = (request: { id: never } | ReturnType<RefusalHouse['ask']>, outcome: Closing) => {
    const { version } = requests.get(house.ground, request.id);
    return requests.close(house.ground, clara, { id: request.id, version, outcome });
  };
  const kept = () => {
    const request = house.ask();
    house.accept(request, PETIT);
    return request;
  };

  test.each<[string, Closing]>([
    ['withdrawn', { kind: 'withdrawn' }],
    ['unresolved', { kind: 'unresolved', reason: 'unreachable' }],
    ['sent to the 15', { kind: 'emergency' }],
    ['sent elsewhere', { kind: 'redirected', to: { kind: 'outside', label: 'Maison des Tilleuls' } }],
    ['sent to another colleague', { kind: 'redirected', to: { kind: 'colleague', practitionerId: NGUYEN } }],
    [
      'put on the list',
      {
        kind: 'registration-list',
        profession: 'general-practitioner',
        practitionerIds: [],
        wishes: { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null },
      },
    ],
  ])('when the request ends %s', (_, outcome) => {
    end(kept(), outcome);
    expect(left()).toBe(2);
  });

  test.each<[string, Closing]>([
    ['answered', { kind: 'answered', said: 'Le Dr Petit vous suit' }],
    ['with a call-back', { kind: 'callback', callback: { due: 1_800_000_000_000 } }],
    ['with that colleague', { kind: 'redirected', to: { kind: 'colleague', practitionerId: PETIT } }],
  ])('not when it ends %s: the promise stands', (_, outcome) => {
    end(kept(), outcome);
    expect(left()).toBe(1);
  });

  test('not with the appointment that was promised, but with one at somebody else’s', () => {
    const one = kept();
    requests.book(house.ground, clara, {
      id: one.id,
      version: one.version,
      booking: booking({ practitionerId: PETIT, patientId: BERNARD }),
    });
    expect(left()).toBe(1);
    const other = house.ask({ patientId: ROUX });
    house.accept(other, PETIT);
    expect(left()).toBe(0);
    requests.book(house.ground, clara, {
      id: other.id,
      version: other.version,
      booking: booking({ practitionerId: NGUYEN, patientId: ROUX }),
    });
    expect(left()).toBe(1);
  });

  test('not by itself: a request opened again asks anew, for the place may be somebody else’s by now', () => {
    house.set(PETIT, quota(1));
    const first = kept();
    end(first, { kind: 'withdrawn' });
    house.accept(house.ask({ patientId: ROUX }, louis), PETIT, louis);
    undoLast(house.ground, clara, { ...requestCompensations, ...refusalCompensations });
    const again = requests.get(house.ground, first.id);
    expect([again.closedAt, left()]).toEqual([null, 0]);
    expect(refusedWhole(() => house.accept(again, PETIT)).code).toBe('QUOTA_FULL');
  });

  test('by hand, this very minute', () => {
    const request = kept();
    const who = refusals.giveBack(house.ground, louis, { requestId: request.id, practitionerId: PETIT });
    expect(who.find((one) => one.practitionerId === PETIT)).toMatchObject({
      placeKept: false,
      meter: { left: 2 },
    });
    expect(
      refusedWhole(() =>
        refusals.giveBack(house.ground, louis, { requestId: request.id, practitionerId: PETIT }),
      ),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'place' } });
  });

  test('with a booking that is taken back it stays: the person still waits for one', () => {
    const request = kept();
    requests.book(house.ground, clara, {
      id: request.id,
      version: request.version,
      booking: booking({ practitionerId: PETIT, patientId: BERNARD }),
    });
    undoLast(house.ground, clara, { ...agenda.agendaCompensations, ...requestCompensations });
    expect([requests.get(house.ground, request.id).closedAt, left()]).toEqual([null, 1]);
  });
});

describe('Undo', () => {
  const compensations = { ...requestCompensations, ...refusalCompensations };
  test('does not take back a policy under which somebody was promised a place', () => {
    const set = house.set(PETIT, quota(3), louis);
    house.accept(house.ask(), PETIT, clara);
    expect(refused(() => undoLast(house.ground, louis, compensations))).toEqual({
      code: 'UNDO_TOO_LATE',
      data: {},
    });
    expect(refusals.policyHistory(house.ground, PETIT)[0]).toMatchObject({ id: set.id, withdrawnAt: null });
  });

  test('does not take back a policy on which somebody was refused', () => {
    house.set(NGUYEN, CLOSED, louis);
    const request = house.ask();
    house.urgency(request.id);
    house.record(request);
    expect(refused(() => undoLast(house.ground, louis, compensations)).code).toBe('UNDO_TOO_LATE');
  });
});

test('A person’s path tells what was promised, refused and given back, by whom, in codes', () => {
  const request = house.ask();
  house.urgency(request.id);
  house.accept(request, PETIT);
  house.record(request, {}, louis);
  const at = house.clock.now();
  const about = { at, requestId: request.id };
  expect(refusals.history(house.ground, BERNARD)).toEqual([
    {
      ...about,
      by: 'LB',
      practitionerId: NGUYEN,
      what: {
        kind: 'refused',
        refusalId: 1,
        ground: 'list-full',
        colleagues: [{ practitionerId: PETIT, answer: 'declined-by-patient' }],
        waysForward: [{ kind: 'registration-list' }, { kind: 'cpts' }],
      },
    },
    { ...about, by: 'LB', practitionerId: PETIT, what: { kind: 'place-given-back' } },
    { ...about, by: 'CM', practitionerId: PETIT, what: { kind: 'place-kept' } },
  ]);
  for (const other of [DUPONT, MARTIN]) expect(refusals.history(house.ground, other)).toEqual([]);
});

test('A place that came back with the end of its request tells who ended it', () => {
  const request = house.ask();
  house.accept(request, PETIT);
  requests.close(house.ground, louis, { id: request.id, version: 1, outcome: { kind: 'withdrawn' } });
  expect(refusals.history(house.ground, BERNARD).map(({ by, what }) => [by, what.kind])).toEqual([
    ['LB', 'place-given-back'],
    ['CM', 'place-kept'],
  ]);
});
