/** The guarded act, on the real encrypted file: in order, whole or not at all, and once. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import {
  BERNARD,
  COLIN,
  clara,
  DUPONT,
  louis,
  NGUYEN,
  PETIT,
  ROLLAND,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import {
  bareRefusalHouse,
  CLOSED,
  drNguyen,
  openRefusalHouse,
  quota,
  type RefusalHouse,
} from '../../../tests/support/refusal-house.ts';
import type { RefusalDraft } from '../../contract/refusals.ts';
import type { Closing } from '../../contract/requests.ts';
import { instantOf } from '../../contract/time.ts';
import { since } from '../core/journal.ts';
import { undoable } from '../core/undo.ts';
import * as requests from '../requests/service.ts';
import { requestCompensations } from '../requests/service.ts';
import * as urgency from '../urgency/service.ts';
import * as refusals from './service.ts';
import { refusalCompensations } from './undo.ts';

const LISTED: Closing = {
  kind: 'registration-list',
  profession: 'general-practitioner',
  practitionerIds: [],
  wishes: { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null },
};

let house: RefusalHouse;
beforeEach(() => {
  house = openRefusalHouse();
});
afterEach(() => house.close());

const askedAndRuledOut = () => {
  const request = house.ask();
  house.urgency(request.id);
  return request;
};
const whoCan = (id: number) =>
  refusals
    .whoCan(house.ground, { requestId: id as never, homeVisit: false })
    .map((one) => [one.practitionerId, one.can, one.meter.left, one.placeKept]);

/** What is refused, and that it left nothing behind. */
const refusedWhole = (work: () => unknown) => {
  const before = house.counts();
  const why = refused(work);
  expect(house.counts()).toEqual(before);
  return [why.code, why.data];
};

describe('A refusal', () => {
  test('is written whole, with all that was said', () => {
    const request = askedAndRuledOut();
    const { refusal, request: after } = house.record(request);
    expect(refusal).toMatchObject({
      id: 1,
      requestId: request.id,
      practitionerId: NGUYEN,
      ground: 'list-full',
      policyId: 1,
      decisionId: null,
      homeVisit: false,
      colleagues: [{ practitionerId: PETIT, answer: 'declined-by-patient' }],
      waysForward: [{ kind: 'registration-list' }, { kind: 'cpts' }],
      wordsShown: [{ key: 'say.unavailable', version: 1 }],
      at: house.clock.now(),
      by: 1,
    });
    expect(refusal.duties.reasons).toEqual({
      owed: false,
      source: 'CSP R.4127-47, commentaire du CNOM',
      toBeChecked: false,
    });
    expect(after).toMatchObject({ id: request.id, version: 1, closedAt: null });
    expect(refusals.ofRequest(house.ground, request.id)).toEqual([refusal]);
    expect(refusals.get(house.ground, refusal.id)).toEqual(refusal);
    expect(since(house.ground.db, 0).at(-1)).toMatchObject({
      action: 'refusal.recorded',
      actor: 'CM',
      undoable: false,
      rows: [
        { entity: 'patient', id: BERNARD },
        { entity: 'practitioner', id: NGUYEN },
        { entity: 'refusal', id: 1 },
        { entity: 'request', id: request.id },
      ],
    });
  });

  test('may close its request in the same breath, with any outcome that is whole', () => {
    const request = askedAndRuledOut();
    const { request: after } = house.record(request, {
      close: { kind: 'redirected', to: { kind: 'cpts', label: null } },
    });
    expect(after).toMatchObject({
      version: 2,
      closedAt: house.clock.now(),
      outcome: { kind: 'redirected', to: { kind: 'cpts' } },
    });
  });

  test('that would close its request without what the outcome needs is not written at all', () => {
    const request = askedAndRuledOut();
    expect(refusedWhole(() => house.record(request, { close: { kind: 'answered', said: '' } }))).toEqual([
      'OUTCOME_REQUIRED',
      { why: 'said' },
    ]);
  });

  test.each<[string, Closing]>([
    ['on the list', LISTED],
    ['at the CPTS', { kind: 'redirected', to: { kind: 'cpts', label: null } }],
    ['with somebody else', { kind: 'redirected', to: { kind: 'colleague', practitionerId: NGUYEN } }],
    ['as withdrawn', { kind: 'withdrawn' }],
  ])('does not end %s what a colleague accepted: her place would be lost as it is promised', (_, close) => {
    const request = askedAndRuledOut();
    const colleagues = [{ practitionerId: PETIT, answer: 'accepted' }] as const;
    expect(refusedWhole(() => house.record(request, { colleagues: [...colleagues], close }))).toEqual([
      'CONFLICT',
      { reason: 'place-promised' },
    ]);
  });

  test.each<[string, Closing]>([
    ['sent to her', { kind: 'redirected', to: { kind: 'colleague', practitionerId: PETIT } }],
    ['with a call-back', { kind: 'callback', callback: { due: 1_800_000_000_000 } }],
  ])('may end %s what a colleague accepted, and her place stays kept', (_, close) => {
    const request = askedAndRuledOut();
    const colleagues = [{ practitionerId: PETIT, answer: 'accepted' }] as const;
    const { request: after } = house.record(request, { colleagues: [...colleagues], close });
    expect([after.outcome?.kind, whoCan(request.id)[0]]).toEqual([close.kind, [PETIT, 'yes', 1, true]]);
  });

  test('keeps the accepting colleague’s place with the same commit, and says so as a way forward', () => {
    const request = askedAndRuledOut();
    const { refusal } = house.record(request, {
      colleagues: [{ practitionerId: PETIT, answer: 'accepted' }],
      waysForward: [],
    });
    expect(refusal.waysForward).toEqual([{ kind: 'colleague', practitionerId: PETIT }]);
    expect(whoCan(request.id)).toEqual([
      [PETIT, 'yes', 1, true],
      [NGUYEN, 'no', null, false],
    ]);
  });

  test('gives back the place of a colleague whom the person declines after all', () => {
    const request = askedAndRuledOut();
    house.accept(request, PETIT);
    house.record(request);
    expect(whoCan(request.id)[0]).toEqual([PETIT, 'yes', 2, false]);
  });

  test('is said once for a request and a practitioner', () => {
    const request = askedAndRuledOut();
    house.record(request);
    expect(refusedWhole(() => house.record(request, {}, louis))).toEqual([
      'CONFLICT',
      { reason: 'already-refused' },
    ]);
  });

  test('of two practitioners is two refusals, and whoever has refused is not asked again', () => {
    house.set(PETIT, CLOSED);
    const request = askedAndRuledOut();
    house.record(request, { colleagues: [] });
    house.record(request, { practitionerId: PETIT, colleagues: [] });
    expect(refusals.ofRequest(house.ground, request.id).map((r) => r.practitionerId)).toEqual([
      NGUYEN,
      PETIT,
    ]);
  });

  test('is not undone: it was heard', () => {
    house.record(askedAndRuledOut(), { close: { kind: 'withdrawn' } });
    expect(undoable(house.ground, clara, { ...requestCompensations, ...refusalCompensations })).toBeNull();
  });

  test('of somebody nobody has named yet is possible: not every caller gives a name', () => {
    const request = house.ask({ patientId: null });
    house.urgency(request.id);
    expect(house.record(request).refusal.requestId).toBe(request.id);
  });
});

describe('Nothing is written, and the first guard that is not passed says why', () => {
  const stops = (more: Partial<RefusalDraft> = {}, request = askedAndRuledOut()) =>
    refusedWhole(() => house.record(request, more));

  test('before urgency is ruled out for this very request', () => {
    askedAndRuledOut();
    const other = house.ask({ patientId: ROUX });
    expect(stops({}, other)).toEqual(['URGENCY_NOT_RULED_OUT', {}]);
  });

  test('while a doubt waits for a practitioner, whatever reception says after it', () => {
    const request = house.ask();
    const doubt = house.urgency(request.id, 'doubt');
    house.urgency(request.id);
    expect(stops({}, request)).toEqual(['URGENCY_NOT_RULED_OUT', {}]);
    urgency.acknowledge(house.ground, drNguyen, { eventId: doubt as never, decision: 'no-urgency' });
    expect(house.record(request).refusal.id).toBe(1);
  });

  test('when reception answers a doubt in a practitioner’s place', () => {
    const request = house.ask();
    const doubt = house.urgency(request.id, 'doubt');
    expect(
      refusedWhole(() =>
        urgency.acknowledge(house.ground, clara, { eventId: doubt as never, decision: 'no-urgency' }),
      ),
    ).toEqual(['NOT_A_PRACTITIONER', {}]);
  });

  test('while no practitioner has signed the card', () => {
    house.close();
    house = bareRefusalHouse();
    house.set(NGUYEN, CLOSED);
    house.set(PETIT, quota(2));
    expect(stops()).toEqual(['CARD_NOT_SIGNED', {}]);
  });

  test('under a card whose review is overdue it goes on: that warns, and forbids nothing', () => {
    house.clock.set(instantOf('2027-11-02', 600, 'Europe/Paris'));
    expect(house.record(askedAndRuledOut()).refusal.id).toBe(1);
  });

  test('for a practitioner whom nobody has asked how she receives newcomers', () => {
    house.close();
    house = bareRefusalHouse();
    house.sign();
    expect(stops()).toEqual(['NO_POLICY', { practitionerId: NGUYEN }]);
    house.set(NGUYEN, CLOSED);
    expect(stops({}, house.ask({ separate: true }))).toEqual(['URGENCY_NOT_RULED_OUT', {}]);
    const request = house.ask({ separate: true });
    house.urgency(request.id);
    expect(stops({ colleagues: [] }, request)).toEqual(['NO_POLICY', { practitionerId: PETIT }]);
  });

  test('on a ground that is not the policy’s', () => {
    expect(stops({ ground: 'outside-competence' })).toEqual(['GROUND_NOT_ALLOWED', { why: 'not-in-policy' }]);
    house.set(NGUYEN);
    expect(stops({}, house.ask())).toEqual(['GROUND_NOT_ALLOWED', { why: 'policy-open' }]);
    house.set(NGUYEN, quota(1));
    expect(stops({}, house.ask())).toEqual(['GROUND_NOT_ALLOWED', { why: 'places-left' }]);
    const decided = { ground: 'breach-of-trust' } as const;
    expect(stops(decided, house.ask())).toEqual(['GROUND_NOT_ALLOWED', { why: 'no-decision' }]);
  });

  test('to somebody whom this practitioner follows: a policy speaks of newcomers', () => {
    const request = house.ask({ patientId: DUPONT });
    house.urgency(request.id);
    expect(stops({}, request)).toEqual(['GROUND_NOT_ALLOWED', { why: 'known-patient' }]);
    const listed = refusals.whoCan(house.ground, { requestId: request.id, homeVisit: false });
    expect(listed[0]).toMatchObject({ practitionerId: NGUYEN, can: 'yes', followed: true, grounds: [] });
  });

  test('with an open colleague not asked, or set aside on a condition that she does not have', () => {
    expect(stops({ colleagues: [] })).toEqual(['COLLEAGUE_NOT_ASKED', { practitionerIds: [PETIT] }]);
    const untrue = [{ practitionerId: PETIT, answer: 'condition-not-met' }] as const;
    expect(stops({ colleagues: [...untrue] }, house.ask())).toEqual([
      'COLLEAGUE_NOT_ASKED',
      { practitionerIds: [PETIT] },
    ]);
  });

  test('with somebody named as colleague who is none', () => {
    expect(stops({ colleagues: [{ practitionerId: ROLLAND, answer: 'accepted' }] })).toEqual([
      'INVALID_INPUT',
      { fields: [{ path: 'colleagues.0.practitionerId', code: 'not-a-colleague' }] },
    ]);
  });

  test('without a way forward', () => {
    expect(stops({ waysForward: [] })).toEqual(['NO_WAY_FORWARD', { why: 'none' }]);
    const closedColleague = [{ kind: 'colleague', practitionerId: PETIT }] as const;
    expect(stops({ waysForward: [...closedColleague] }, house.ask())).toEqual([
      'NO_WAY_FORWARD',
      { why: 'colleague-not-accepting' },
    ]);
  });

  test('where the profession owes an orientation and only a list is given', () => {
    const request = house.ask({ profession: 'nurse' });
    house.urgency(request.id);
    const nurse = {
      practitionerId: ROLLAND,
      colleagues: [],
      waysForward: [{ kind: 'registration-list' }],
    } as const;
    expect(stops(nurse as never, request)).toEqual(['NO_WAY_FORWARD', { why: 'orientation-owed' }]);
    expect(
      house.record(request, { ...nurse, waysForward: [{ kind: 'outside', place: 'practitioner' }] } as never)
        .refusal.duties.reasons.owed,
    ).toBe(true);
  });

  test('without the words', () => {
    expect(stops({ wordsShown: [] })).toEqual(['WORDS_NOT_SHOWN', {}]);
  });

  test('on a request that is closed, or that somebody changed meanwhile', () => {
    const request = askedAndRuledOut();
    requests.update(house.ground, louis, { id: request.id, version: 1, wish: 'suivi' });
    expect(stops({}, request)).toEqual(['STALE_VERSION', { version: 2, changed: ['wish'] }]);
    const closed = requests.close(house.ground, clara, {
      id: request.id,
      version: 2,
      outcome: { kind: 'withdrawn' },
    });
    expect(stops({}, closed as never)).toEqual(['CONFLICT', { reason: 'request-closed' }]);
  });

  test('for a practitioner who has left, or never was', () => {
    expect(stops({ practitionerId: 99 as never })).toEqual(['NOT_FOUND', { what: 'practitioner' }]);
  });
});

describe('« Qui peut ? »', () => {
  test('shows each practitioner of the profession, those who can first', () => {
    const request = house.ask();
    expect(refusals.whoCan(house.ground, { requestId: request.id, homeVisit: false })).toEqual([
      {
        practitionerId: PETIT,
        profession: 'general-practitioner',
        state: 'quota',
        policyId: 2,
        can: 'yes',
        meter: { month: '2026-11', taken: 0, quota: 2, left: 2 },
        conditions: [],
        visitSector: null,
        validFrom: '2026-11-23',
        reviewOn: '2027-11-23',
        reviewOverdue: false,
        grounds: [],
        groundOnPaper: false,
        instructions: null,
        whoSorts: 'reception',
        decision: null,
        placeKept: false,
        followed: false,
        refused: false,
      },
      expect.objectContaining({ practitionerId: NGUYEN, can: 'no', grounds: ['list-full'] }),
    ]);
  });

  test('shows the profession that is named, or every practitioner when the request asks for none', () => {
    const request = house.ask({ profession: null });
    const ids = (profession?: 'nurse') =>
      refusals
        .whoCan(house.ground, { requestId: request.id, homeVisit: false, profession })
        .map((one) => one.practitionerId);
    expect(ids()).toEqual([PETIT, NGUYEN, ROLLAND, COLIN]);
    expect(ids('nurse')).toEqual([ROLLAND]);
  });

  test('tells the sector of home visits to whoever asks for one, and to nobody else', () => {
    house.set(PETIT, {
      state: 'conditional',
      conditions: ['home-visit-in-sector'],
      visitSector: 'Bourg-Fictif',
    });
    const request = house.ask();
    const petit = (homeVisit: boolean) =>
      refusals
        .whoCan(house.ground, { requestId: request.id, homeVisit })
        .find((one) => one.practitionerId === PETIT);
    expect(petit(false)).toMatchObject({ can: 'yes', visitSector: null });
    expect(petit(true)).toMatchObject({ can: 'ask', visitSector: 'Bourg-Fictif' });
    house.urgency(request.id);
    const colleagues = [{ practitionerId: PETIT, answer: 'condition-not-met' }] as const;
    expect(house.record(request, { homeVisit: true, colleagues: [...colleagues] }).refusal.homeVisit).toBe(
      true,
    );
  });

  test('takes those whom a professional sends without asking more, and asks whoever calls for herself', () => {
    house.set(PETIT, { state: 'conditional', conditions: ['referred-by-professional'], ground: 'list-full' });
    expect(whoCan(house.ask({ origin: 'pharmacy', patientId: ROUX }).id)[0]).toEqual([
      PETIT,
      'yes',
      null,
      false,
    ]);
    const request = askedAndRuledOut();
    expect(whoCan(request.id)[0]).toEqual([PETIT, 'ask', null, false]);
    // She has a letter, she says: whoever accepts has heard it.
    house.accept(request, PETIT);
    expect(whoCan(request.id)[0]).toEqual([PETIT, 'yes', null, true]);
  });

  test('does not leave out in silence whoever may have a letter', () => {
    house.set(PETIT, { state: 'conditional', conditions: ['referred-by-professional'], ground: 'list-full' });
    const request = askedAndRuledOut();
    expect(refusedWhole(() => house.record(request, { colleagues: [] }))).toEqual([
      'COLLEAGUE_NOT_ASKED',
      { practitionerIds: [PETIT] },
    ]);
    const noLetter = [{ practitionerId: PETIT, answer: 'condition-not-met' }] as const;
    expect(house.record(request, { colleagues: [...noLetter] }).refusal.colleagues).toEqual(noLetter);
  });
});
