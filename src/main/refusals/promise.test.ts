/** A call-back promised besides the list or another ending: with the refusal in one commit, or nothing at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { BERNARD, fixtureDb, PETIT } from '../../../tests/support/agenda-house.ts';
import { openRefusalHouse, type RefusalHouse, refusalDraft } from '../../../tests/support/refusal-house.ts';
import { RefusalDraft } from '../../contract/refusals.ts';
import type { Closing } from '../../contract/requests.ts';
import { since } from '../core/journal.ts';
import * as requests from '../requests/service.ts';
import * as refusals from './service.ts';

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

const askedAndRuledOut = (more = {}) => {
  const request = house.ask(more);
  house.urgency(request.id);
  return request;
};
const tomorrow = () => house.clock.now() + 24 * 3_600_000;
const refusedWhole = (work: () => unknown) => {
  const before = house.counts();
  const why = refused(work);
  expect(house.counts()).toEqual(before);
  return [why.code, why.data];
};

describe('A call-back promised with a refusal', () => {
  test('is written with it, beside the place on the list', () => {
    const request = askedAndRuledOut({ wish: 'suivi de la tension' });
    const seq = since(house.ground.db, 0).at(-1)?.seq ?? 0;
    const { refusal, request: after } = house.record(request, {
      close: LISTED,
      callback: { due: tomorrow() },
    });
    expect(after.outcome).toEqual(LISTED);
    const [promised] = requests.pendingCallbacks(house.ground);
    expect(promised).toMatchObject({
      requestId: request.id,
      patient: { id: BERNARD },
      about: 'suivi de la tension',
      owner: { kind: 'staff', staffId: 1 },
      due: tomorrow(),
    });
    const written = since(house.ground.db, seq);
    expect(written.map(({ action }) => action)).toEqual([
      'callback.opened',
      'request.closed',
      'refusal.recorded',
    ]);
    expect(written.at(-1)?.rows).toContainEqual({ entity: 'callback', id: promised?.id });
    expect(refusals.ofRequest(house.ground, request.id)).toEqual([refusal]);
  });

  test('is written with it while the request stays open for a slot', () => {
    const request = askedAndRuledOut();
    const owner = { kind: 'practitioner', practitionerId: PETIT } as const;
    const { request: after } = house.record(request, { callback: { due: tomorrow(), owner } });
    expect(after.closedAt).toBeNull();
    expect(requests.pendingCallbacks(house.ground)).toMatchObject([{ requestId: request.id, owner }]);
  });

  test.each([
    ['the promise', "BEFORE INSERT ON callbacks BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"],
    ['the ending', "BEFORE UPDATE OF closed_at ON requests BEGIN SELECT RAISE(ABORT, 'full'); END"],
    [
      'the last line of the journal',
      "BEFORE INSERT ON journal WHEN NEW.action = 'refusal.recorded' BEGIN SELECT RAISE(ABORT, 'full'); END",
    ],
  ])('leaves nothing behind when %s cannot be written, and is whole at the second try', (_, fault) => {
    const request = askedAndRuledOut();
    const record = () => house.record(request, { close: LISTED, callback: { due: tomorrow() } });
    const before = house.counts();
    fixtureDb(house.ground).exec(`CREATE TRIGGER fault ${fault}`);
    expect(record).toThrow();
    expect(house.counts()).toEqual(before);
    expect(requests.get(house.ground, request.id)).toMatchObject({ version: 1, closedAt: null });
    fixtureDb(house.ground).exec('DROP TRIGGER fault');
    expect(record().request.outcome).toEqual(LISTED);
    expect(requests.pendingCallbacks(house.ground)).toHaveLength(1);
  });

  test('is not given to somebody who no longer works here, and the refusal waits with it', () => {
    const request = askedAndRuledOut();
    fixtureDb(house.ground).exec('UPDATE staff SET active = 0 WHERE id = 2');
    const callback = { due: tomorrow(), owner: { kind: 'staff', staffId: 2 as never } } as const;
    expect(refusedWhole(() => house.record(request, { close: LISTED, callback }))).toEqual([
      'INVALID_INPUT',
      { fields: [{ path: 'owner', code: 'inactive' }] },
    ]);
  });

  test('needs somebody to ring', () => {
    const request = askedAndRuledOut({ patientId: null });
    expect(refusedWhole(() => house.record(request, { callback: { due: tomorrow() } }))).toEqual([
      'INVALID_INPUT',
      { fields: [{ path: 'callback.phone', code: 'nobody-to-call' }] },
    ]);
  });

  test('with the answer to whoever asked for the person: beside the list, or as the ending itself', () => {
    const answer = { due: tomorrow() + 3_600_000, phone: '01 99 00 12 34' };
    const asked = { origin: 'pharmacy', professional: 'Pharmacie fictive', patientAgrees: true } as const;
    const answers = () =>
      requests
        .pendingCallbacks(house.ground)
        .filter(({ answersProfessional }) => answersProfessional)
        .map(({ callerName, phone, about, due }) => ({ callerName, phone, about, due }));
    const told = {
      callerName: 'Pharmacie fictive',
      phone: '+33199001234',
      about: null,
      due: tomorrow() + 3_600_000,
    };
    house.record(askedAndRuledOut(asked), { close: LISTED, callback: { due: tomorrow(), answer } });
    expect(answers()).toEqual([told]);
    const close: Closing = { kind: 'callback', callback: { due: tomorrow() }, answer };
    house.record(askedAndRuledOut({ ...asked, separate: true }), { close });
    expect(answers()).toEqual([told, told]);
  });

  test('without the answer, and without anything, when the person does not agree', () => {
    const request = askedAndRuledOut({ origin: 'pharmacy', professional: 'Pharmacie fictive' });
    const callback = { due: tomorrow(), answer: { due: tomorrow(), phone: '01 99 00 12 34' } };
    expect(refusedWhole(() => house.record(request, { callback }))).toEqual([
      'INVALID_INPUT',
      { fields: [{ path: 'callback.answer', code: 'without-agreement' }] },
    ]);
  });

  test('is promised once: not besides the call-back that ends the request', () => {
    const request = askedAndRuledOut();
    const twice = {
      close: { kind: 'callback', callback: { due: tomorrow() } },
      callback: { due: tomorrow() },
    } as const;
    expect(refusedWhole(() => house.record(request, twice))).toEqual([
      'INVALID_INPUT',
      { fields: [{ path: 'callback', code: 'promised-twice' }] },
    ]);
  });

  test('carries nobody’s words: by when and by whom, the rest is the request’s', () => {
    const draft = (callback: object) =>
      RefusalDraft.safeParse({ ...refusalDraft(askedAndRuledOut()), callback }).success;
    expect(draft({ due: tomorrow() })).toBe(true);
    expect(draft({ due: tomorrow(), about: 'ne parle pas français' })).toBe(false);
  });
});
