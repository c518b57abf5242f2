/** What was done about an urgency, and the card, on the real encrypted file. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MONDAY, refused } from '../../../tests/support/agenda-desk.ts';
import {
  clara,
  DUPONT,
  fillHouse,
  fixtureDb,
  MARTIN,
  NGUYEN,
  PETIT,
} from '../../../tests/support/agenda-house.ts';
import { callAs, openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import type { UrgencyLine } from '../../contract/urgency.ts';
import { defaultNumbers, exampleCard } from '../../contract/urgency-example.ts';
import { all, run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import * as requests from '../requests/service.ts';
import * as urgency from './service.ts';

let house: TestGround;
beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
  run(
    fixtureDb(house.ground),
    `INSERT INTO staff (id, version, initials, name, role, practitioner_id, active)
     VALUES (3, 1, 'LN', 'Dr Linh Nguyen', 'practitioner', ?, 1)`,
    [NGUYEN],
  );
});
afterEach(() => house.close());

const drNguyen = callAs(3, 'LN', 'practitioner', 'Cabinet 1');
const now = () => house.clock.now();
const asked = () => requests.open(house.ground, clara, { patientId: DUPONT });
const openedAt = (id: UrgencyLine['requestId']) =>
  all<{ at: number }>(house.ground.db, 'SELECT opened_at AS at FROM requests WHERE id = ?', [id])[0]?.at;
const line = (more: Partial<UrgencyLine>): UrgencyLine => ({
  key: randomUUID(),
  at: now(),
  what: 'ruled-out',
  requestId: null,
  requestOpenedAt: more.requestId === undefined ? null : (openedAt(more.requestId) ?? now()),
  practitionerId: null,
  staffId: null,
  cardId: null,
  followsKey: null,
  ...more,
});
const say = (more: Partial<UrgencyLine>, call = clara) => urgency.record(house.ground, call, line(more));
const stateOf = (id: number) => requests.requestById(house.ground.db, id);
const rows = () => all(house.ground.db, 'SELECT what FROM urgency_events ORDER BY id');

describe('A line', () => {
  test('« le patient appelle le 15 » closes the request with that outcome, by the same commit', () => {
    const { id } = asked();
    const event = say({ what: 'patient-calls-15', requestId: id });
    expect(event).toMatchObject({ what: 'patient-calls-15', requestId: id, by: 1, waiting: false });
    expect(stateOf(id)).toMatchObject({ closedAt: now(), closedBy: 1, outcome: { kind: 'emergency' } });
    expect(
      since(house.ground.db, 0)
        .slice(-2)
        .map(({ action, actor }) => [action, actor]),
    ).toEqual([
      ['request.closed', 'CM'],
      ['urgency.patient-calls-15', 'CM'],
    ]);
  });

  test('is written without any request in hand: F8 comes first', () => {
    expect(say({ what: 'we-call-15' })).toMatchObject({ requestId: null, waiting: false });
    expect(rows()).toEqual([{ what: 'we-call-15' }]);
  });

  test('sent twice is written once', () => {
    const { id } = asked();
    const same = line({ what: 'we-call-15', requestId: id });
    const first = urgency.record(house.ground, clara, same);
    expect(urgency.record(house.ground, clara, same)).toEqual(first);
    expect(rows()).toHaveLength(1);
  });

  test('that waited keeps the hour of the act; a clock that runs ahead does not write the future', () => {
    const earlier = now() - 20 * 60_000;
    expect(say({ what: 'we-call-15', at: earlier })).toMatchObject({ at: earlier, writtenAt: now() });
    expect(say({ what: 'we-call-15', at: now() + 60_000 }).at).toBe(now());
  });

  test('that waited is whose desk it was then, whoever writes it down', () => {
    expect(say({ what: 'we-call-15', staffId: 2 as never }).by).toBe(2);
    expect(say({ what: 'we-call-15', staffId: 99 as never }).by).toBe(1);
    expect(since(house.ground.db, 0).at(-2)?.actor).toBe('CM');
  });

  test('about a request that ended otherwise meanwhile is written; the outcome stays as it was', () => {
    const { id, version } = asked();
    requests.close(house.ground, clara, { id, version, outcome: { kind: 'withdrawn' } });
    say({ what: 'we-call-15', requestId: id });
    expect(stateOf(id).outcome).toEqual({ kind: 'withdrawn' });
  });

  test('about a request that a restoration lost is written all the same, without it', () =>
    expect(say({ what: 'we-call-15', requestId: 999 as never })).toMatchObject({ requestId: null }));

  test('about a request whose number went to another person’s after a restoration is written without it', () => {
    const { id, openedAt: then } = asked();
    // The copy that was put back did not know that request yet: its number went to the next who called.
    const another = { what: 'we-call-15', requestId: id, requestOpenedAt: then - 1 } as const;
    expect(say(another)).toMatchObject({ what: 'we-call-15', requestId: null, requestOpenedAt: null });
    expect(stateOf(id).closedAt).toBe(null);
    expect(refused(() => say({ ...another, what: 'ruled-out' })).code).toBe('NOT_FOUND');
    expect(urgency.urgencyRuledOut(house.ground.db, id, now())).toBe(null);
    expect(urgency.ofRequest(house.ground, id).events).toEqual([]);
  });

  test('says since when its request is open: a number alone names nobody for certain', () => {
    const { id } = asked();
    expect(refused(() => say({ what: 'doubt', requestId: id, requestOpenedAt: null })).data).toEqual({
      fields: [{ path: 'requestOpenedAt', code: 'required' }],
    });
    expect(rows()).toEqual([]);
  });

  test('that lacks what it needs is refused at its field, and nothing is written', () => {
    const fields = (more: Partial<UrgencyLine>) => refused(() => say(more)).data;
    expect(fields({ what: 'ruled-out' })).toEqual({ fields: [{ path: 'requestId', code: 'required' }] });
    expect(fields({ what: 'practitioner-told' })).toEqual({
      fields: [{ path: 'practitionerId', code: 'required' }],
    });
    expect(fields({ what: 'doubt', practitionerId: NGUYEN })).toEqual({
      fields: [{ path: 'practitionerId', code: 'not-told' }],
    });
    expect(refused(() => say({ what: 'ruled-out', requestId: 999 as never })).code).toBe('NOT_FOUND');
    expect(rows()).toEqual([]);
  });
});

describe('A doubt', () => {
  test('means the 15 until a practitioner has answered: it waits, and rules nothing out', () => {
    const { id } = asked();
    const doubt = say({ what: 'doubt', requestId: id });
    expect(urgency.waiting(house.ground)).toEqual([doubt]);
    say({ what: 'ruled-out', requestId: id });
    expect(urgency.urgencyRuledOut(house.ground.db, id, now())).toBe(null);
    expect(urgency.ofRequest(house.ground, id)).toMatchObject({ state: 'waiting', ruledOutAt: null });

    const answer = urgency.acknowledge(house.ground, drNguyen, {
      eventId: doubt.id,
      decision: 'no-urgency',
    });
    expect(answer).toMatchObject({
      waiting: false,
      acknowledged: { at: now(), practitionerId: NGUYEN, decision: 'no-urgency' },
    });
    expect(urgency.waiting(house.ground)).toEqual([]);
    expect(urgency.urgencyRuledOut(house.ground.db, id, now())).not.toBe(null);
    expect(urgency.ofRequest(house.ground, id)).toMatchObject({ state: 'ruled-out', ruledOutAt: now() });
  });

  test('is not answered by somebody who is not a practitioner, and nothing is written', () => {
    const doubt = say({ what: 'doubt' });
    const before = since(house.ground.db, 0).length;
    expect(
      refused(() => urgency.acknowledge(house.ground, clara, { eventId: doubt.id, decision: 'no-urgency' }))
        .code,
    ).toBe('NOT_A_PRACTITIONER');
    expect(since(house.ground.db, 0)).toHaveLength(before);
    expect(urgency.waiting(house.ground)).toEqual([doubt]);
    // Nor behind the service's back.
    expect(() =>
      run(
        fixtureDb(house.ground),
        `UPDATE urgency_events SET acknowledged_at = 1, acknowledged_by = 1, acknowledged_staff = 1,
           decision = 'no-urgency' WHERE id = ?`,
        [doubt.id],
      ),
    ).toThrow('answered by a practitioner only');
  });

  test('written down before there was a request is not forgotten by ruling urgency out afterwards', () => {
    const doubt = say({ what: 'doubt' });
    const { id } = asked();
    say({ what: 'ruled-out', requestId: id, followsKey: doubt.key });
    expect(urgency.urgencyRuledOut(house.ground.db, id, now())).toBe(null);
    expect(urgency.ofRequest(house.ground, id).state).toBe('waiting');
  });

  test('told to one practitioner, then to another, is settled whole by the 15', () => {
    const first = say({ what: 'practitioner-told', practitionerId: NGUYEN });
    const second = say({ what: 'practitioner-told', practitionerId: PETIT, followsKey: first.key });
    expect(urgency.waiting(house.ground)).toEqual([second]);
    say({ what: 'we-call-15', followsKey: second.key });
    expect(urgency.waiting(house.ground)).toEqual([]);
  });

  test('answered « le 15 » closes the request so', () => {
    const { id } = asked();
    const doubt = say({ what: 'practitioner-told', practitionerId: PETIT, requestId: id });
    urgency.acknowledge(house.ground, drNguyen, { eventId: doubt.id, decision: 'fifteen' });
    expect(stateOf(id).outcome).toEqual({ kind: 'emergency' });
  });

  test('is answered once; one that the 15 has followed waits no more', () => {
    const doubt = say({ what: 'doubt' });
    say({ what: 'we-call-15', followsKey: doubt.key });
    expect(urgency.waiting(house.ground)).toEqual([]);
    expect(
      refused(() =>
        urgency.acknowledge(house.ground, drNguyen, { eventId: doubt.id, decision: 'no-urgency' }),
      ),
    ).toEqual({ code: 'CONFLICT', data: { reason: 'urgency-settled' } });
  });
});

test('What was written is never rewritten nor removed, even behind the program’s back', () => {
  say({ what: 'doubt' });
  const db = fixtureDb(house.ground);
  expect(() => run(db, "UPDATE urgency_events SET what = 'we-call-15'", [])).toThrow('never rewritten');
  expect(() => run(db, 'DELETE FROM urgency_events', [])).toThrow('kept');
});

describe('The person’s path', () => {
  const told = () =>
    urgency
      .history(house.ground, DUPONT)
      .map(({ at, by, what }) => [
        at,
        by,
        what.kind === 'said' ? `${what.act}${what.waiting ? ', waiting' : ''}` : what.decision,
        what.practitionerId,
      ]);

  test('tells what was done, when and by whom, who was told, and who answered what; the latest first', () => {
    const { id } = asked();
    const start = now();
    say({ what: 'ruled-out', requestId: id });
    house.clock.set(start + 60_000);
    const doubt = say({
      what: 'practitioner-told',
      practitionerId: PETIT,
      requestId: id,
      staffId: 2 as never,
    });
    say({ what: 'we-call-15' });
    expect(told()).toEqual([
      [start + 60_000, 'LB', 'practitioner-told, waiting', PETIT],
      [start, 'CM', 'ruled-out', null],
    ]);
    house.clock.set(start + 120_000);
    urgency.acknowledge(house.ground, drNguyen, { eventId: doubt.id, decision: 'i-take-it' });
    expect(told()).toEqual([
      [start + 120_000, 'LN', 'i-take-it', NGUYEN],
      [start + 60_000, 'LB', 'practitioner-told', PETIT],
      [start, 'CM', 'ruled-out', null],
    ]);
  });

  test('begins with the doubt that was written down before there was a request, and tells of nobody else’s', () => {
    const doubt = say({ what: 'doubt' });
    say({ what: 'doubt' });
    const { id } = asked();
    say({ what: 'we-call-15', requestId: id, followsKey: doubt.key });
    expect(told().map(([, , what]) => what)).toEqual(['we-call-15', 'doubt']);
    expect(urgency.history(house.ground, MARTIN)).toEqual([]);
  });
});

describe('The card', () => {
  const write = (redFlags: string[], basedOn: number, call = drNguyen) =>
    urgency.saveCard(house.ground, call, { redFlags, author: 'Dr Linh Nguyen', basedOn });
  const today = () => urgency.cardToday(house.ground);

  test('of a fresh house is the example, to be validated by a doctor', () =>
    expect(today()).toEqual({
      inForce: exampleCard,
      status: 'example',
      waiting: null,
      numbers: defaultNumbers,
    }));

  test('is in force once a practitioner of the house has signed it, until its review is due', () => {
    const written = write(['Douleur dans la poitrine'], 0);
    expect(today()).toMatchObject({ status: 'unsigned', inForce: { number: 1 } });
    expect(urgency.cardInForce(house.ground.db, MONDAY)).toEqual({ id: 1, signed: false, overdue: false });
    const signed = urgency.signCard(house.ground, drNguyen, {
      cardId: written.id as never,
      reviewDue: '2027-05-23',
    });
    expect(signed).toEqual({ ...written, signedBy: NGUYEN, signedOn: MONDAY, reviewDue: '2027-05-23' });
    expect(today().status).toBe('signed');
    expect(urgency.cardInForce(house.ground.db, '2027-05-23')).toEqual({
      id: 1,
      signed: true,
      overdue: false,
    });
    expect(urgency.cardInForce(house.ground.db, '2027-05-24')).toEqual({
      id: 1,
      signed: true,
      overdue: true,
    });
  });

  test('rewritten stays in force as it was signed; the new version waits for its signature', () => {
    const first = write(['Douleur dans la poitrine'], 0);
    urgency.signCard(house.ground, drNguyen, { cardId: first.id as never, reviewDue: '2027-05-23' });
    const second = write(['Douleur dans la poitrine', 'Saignement abondant'], 1);
    expect(today()).toMatchObject({ status: 'signed', inForce: { number: 1 }, waiting: { number: 2 } });
    urgency.signCard(house.ground, drNguyen, { cardId: second.id as never, reviewDue: '2027-05-23' });
    expect(today()).toMatchObject({ status: 'signed', inForce: { number: 2 }, waiting: null });
    expect(urgency.cards(house.ground).map(({ number }) => number)).toEqual([2, 1]);
  });

  test('written by two people at once: the second is told, and loses nothing', () => {
    write(['Douleur dans la poitrine'], 0);
    expect(refused(() => write(['Saignement abondant'], 0)).data).toEqual({ reason: 'card-changed' });
  });

  test('is not signed by reception, nor twice, nor for ever', () => {
    const { id } = write(['Douleur dans la poitrine'], 0, clara);
    const sign = (reviewDue: string, call = drNguyen) =>
      urgency.signCard(house.ground, call, { cardId: id as never, reviewDue });
    expect(refused(() => sign('2027-05-23', clara)).code).toBe('NOT_A_PRACTITIONER');
    expect(refused(() => sign(MONDAY)).data).toEqual({
      fields: [{ path: 'reviewDue', code: 'not-to-come' }],
    });
    expect(refused(() => sign('2029-01-01')).data).toEqual({
      fields: [{ path: 'reviewDue', code: 'too-far' }],
    });
    sign('2027-05-23');
    expect(refused(() => sign('2027-05-23')).data).toEqual({ reason: 'already-signed' });
    expect(() => run(fixtureDb(house.ground), "UPDATE urgency_cards SET author = 'X'", [])).toThrow('once');
  });

  test('has the number of the house out of hours, changed on purpose', () => {
    expect(urgency.setNumbers(house.ground, clara, { version: 0, outOfHours: '116 117' })).toEqual({
      version: 1,
      outOfHours: '116117',
    });
    expect(refused(() => urgency.setNumbers(house.ground, clara, defaultNumbers)).code).toBe('STALE_VERSION');
    expect(today().numbers.outOfHours).toBe('116117');
  });
});
