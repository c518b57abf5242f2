/** From « who can? » to a refusal that is whole, as a screen does it, over every way to the desk. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../src/contract/ids.ts';
import type { DeskRequest } from '../../src/contract/requests.ts';
import { BERNARD, NGUYEN, PETIT, ROUX } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { CLOSED, policyDraft, quota, refusalDraft } from '../support/refusal-house.ts';
import { errorOf as whole } from './error-of.ts';
import { CLARA, DR_NGUYEN, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

/** A code of the contract with its data; anything else fails here. */
const errorOf = async (call: Promise<unknown>): Promise<{ code: string; data: unknown }> => {
  const { code, data, defined } = await whole(call);
  expect([code, defined]).toEqual([code, true]);
  return { code, data };
};

describe.each(transports)('a refusal $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  let louis: DeskClient;
  let drNguyen: DeskClient;

  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
    clara = connection.as({ actorId: CLARA });
    louis = connection.as({ actorId: LOUIS, station: 'Accueil 2' });
    drNguyen = connection.as({ actorId: DR_NGUYEN, station: 'Cabinet 1' });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  const sign = async (): Promise<void> => {
    const { id } = await drNguyen.urgency.saveCard({
      redFlags: ['Douleur'],
      author: 'Dr Nguyen',
      basedOn: 0,
    });
    await drNguyen.urgency.signCard({ cardId: id as never, reviewDue: '2027-11-01' });
  };
  const ask = (patientId = BERNARD): Promise<DeskRequest> =>
    clara.requests.open({ nature: 'registration', profession: 'general-practitioner', patientId });
  const ruleOut = async (requestId: RequestId) =>
    clara.urgency.record({
      key: randomUUID(),
      at: house.clock.now(),
      what: 'ruled-out',
      requestId,
      requestOpenedAt: (await clara.requests.get({ id: requestId })).openedAt,
      practitionerId: null,
      cardId: null,
      followsKey: null,
    });

  it('is held back guard by guard, each with its own error, and then written whole', async () => {
    const request = await ask();
    const stop = (more = {}) => errorOf(clara.refusals.record(refusalDraft(request, more)));
    expect(await stop()).toEqual({ code: 'URGENCY_NOT_RULED_OUT', data: {} });
    await ruleOut(request.id);
    expect(await stop()).toEqual({ code: 'CARD_NOT_SIGNED', data: {} });
    await sign();
    expect(await stop()).toEqual({ code: 'NO_POLICY', data: { practitionerId: NGUYEN } });
    await drNguyen.refusals.setPolicy(policyDraft({ practitionerId: NGUYEN }));
    expect(await stop()).toEqual({ code: 'GROUND_NOT_ALLOWED', data: { why: 'policy-open' } });
    await drNguyen.refusals.setPolicy(policyDraft({ practitionerId: NGUYEN, ...CLOSED }));
    expect(await stop()).toEqual({ code: 'NO_POLICY', data: { practitionerId: PETIT } });
    await clara.refusals.setPolicy(policyDraft({ practitionerId: PETIT, ...quota(1) }));
    expect(await stop({ colleagues: [] })).toEqual({
      code: 'COLLEAGUE_NOT_ASKED',
      data: { practitionerIds: [PETIT] },
    });
    expect(await stop({ waysForward: [] })).toEqual({ code: 'NO_WAY_FORWARD', data: { why: 'none' } });
    expect(await stop({ wordsShown: [] })).toEqual({ code: 'WORDS_NOT_SHOWN', data: {} });
    expect((await stop({ ground: 'ame' })).code).toBe('INVALID_INPUT');
    const promise = { due: house.clock.now() + 3_600_000, about: 'ne parle pas français' };
    expect((await stop({ callback: promise })).code).toBe('INVALID_INPUT');
    expect((await stop({ note: 'ne parle pas français' })).code).toBe('INVALID_INPUT');
    expect(await clara.refusals.ofRequest({ requestId: request.id })).toEqual([]);

    const written = await clara.refusals.record(
      refusalDraft(request, {
        close: {
          kind: 'callback',
          callback: { due: house.clock.now() + 3_600_000, about: 'dire où en est la liste' },
        },
      }),
    );
    expect(written.request.outcome).toMatchObject({ kind: 'callback' });
    expect(await clara.refusals.ofRequest({ requestId: request.id })).toEqual([written.refusal]);
    expect(await clara.refusals.get({ id: written.refusal.id })).toEqual(written.refusal);
    expect((await clara.refusals.history({ patientId: BERNARD })).map(({ what }) => what.kind)).toEqual([
      'refused',
    ]);
    expect(await stop()).toEqual({ code: 'STALE_VERSION', data: { version: 2, changed: expect.any(Array) } });
  });

  it('of the last place, wanted at two windows, leaves one of them with who can now', async () => {
    await clara.refusals.setPolicy(policyDraft({ practitionerId: NGUYEN, ...CLOSED }));
    await clara.refusals.setPolicy(policyDraft({ practitionerId: PETIT, ...quota(1) }));
    const [one, other] = [await ask(), await ask(ROUX)];
    const place = (desk: DeskClient, { id, version }: DeskRequest) =>
      desk.refusals.accept({ request: { id, version }, practitionerId: PETIT });
    const both = await Promise.allSettled([place(clara, one), place(louis, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = both.find((result) => result.status === 'rejected');
    expect(await errorOf(Promise.reject(late?.reason))).toMatchObject({
      code: 'QUOTA_FULL',
      data: {
        practitionerId: PETIT,
        whoCan: [{ practitionerId: NGUYEN }, { practitionerId: PETIT, can: 'no' }],
      },
    });
    const petit = (await clara.refusals.policies()).find(({ practitionerId }) => practitionerId === PETIT);
    expect(petit?.meter).toEqual({ month: '2026-11', taken: 1, quota: 1, left: 0 });
  });

  it('on a practitioner’s own decision needs that practitioner', async () => {
    const decision = {
      patientId: BERNARD,
      ground: 'breach-of-trust',
      decidedOn: '2026-11-20',
      knownPatient: true,
    } as const;
    expect(await errorOf(clara.refusals.decide(decision))).toEqual({ code: 'NOT_A_PRACTITIONER', data: {} });
    const { id, owed } = await drNguyen.refusals.decide(decision);
    expect(owed).toEqual(['patient-told', 'successor-named', 'information-passed']);
    const handed = await drNguyen.refusals.handOver({
      id,
      version: 1,
      patientToldOn: '2026-11-20',
      successor: { kind: 'house', practitionerId: PETIT },
      informationPassedOn: '2026-11-21',
    });
    expect(handed.owed).toEqual([]);
    expect(await clara.refusals.decisions({ patientId: BERNARD })).toEqual([handed]);
    expect(await errorOf(clara.refusals.record(refusalDraft({ id: 1 as never, version: 1 })))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await errorOf(drNguyen.refusals.record(refusalDraft({ id: 1 as never, version: 1 })))).toEqual({
      code: 'FORBIDDEN',
      data: { right: 'refusals.write' },
    });
  });
});
