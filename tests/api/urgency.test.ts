/** Urgency as the card works it, from the first key to a practitioner's answer, over every way to the desk. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRequest } from '../../src/contract/requests.ts';
import { defaultNumbers, exampleCard } from '../../src/contract/urgency-example.ts';
import { DUPONT, MARTIN, NGUYEN } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

type Line = Parameters<DeskClient['urgency']['record']>[0];

describe.each(transports)('urgency $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  let doctor: DeskClient;
  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
    clara = connection.as({ actorId: CLARA, station: 'Accueil 1' });
    doctor = connection.as({ actorId: DR_NGUYEN, station: 'Cabinet 1' });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  const line = (more: Partial<Line>): Line => ({
    key: randomUUID(),
    at: house.clock.now(),
    what: 'doubt',
    ...more,
  });
  const about = ({ id, openedAt }: DeskRequest) => ({ requestId: id, requestOpenedAt: openedAt });

  it('the 15 closes the request in hand; the same line sent again is written once', async () => {
    const asked = await clara.requests.open({ patientId: DUPONT, nature: 'unscheduled' });
    const sent = line({ what: 'we-call-15', ...about(asked) });
    const written = await clara.urgency.record(sent);
    expect(written).toMatchObject({ ...sent, by: CLARA, waiting: false, acknowledged: null });
    expect(await clara.urgency.record(sent)).toEqual(written);
    expect((await clara.requests.get({ id: asked.id })).outcome).toEqual({ kind: 'emergency' });
    expect(await clara.urgency.ofRequest({ requestId: asked.id })).toEqual({
      state: 'fifteen',
      ruledOutAt: null,
      events: [written],
    });
  });

  it('a doubt waits for a practitioner: nobody else answers it, and her answer is hers and given once', async () => {
    const asked = await clara.requests.open({ patientId: DUPONT });
    const doubt = await clara.urgency.record(
      line({ what: 'practitioner-told', practitionerId: NGUYEN, ...about(asked) }),
    );
    expect(await doctor.urgency.waiting()).toEqual([doubt]);
    const answer = { eventId: doubt.id, decision: 'no-urgency' } as const;
    expect(await errorOf(clara.urgency.acknowledge(answer))).toEqual({
      code: 'NOT_A_PRACTITIONER',
      defined: true,
      data: {},
    });
    expect(await errorOf(connection.as({}).urgency.acknowledge(answer))).toMatchObject({ code: 'NO_ACTOR' });
    expect(await clara.urgency.waiting()).toEqual([doubt]);

    house.clock.set(house.clock.now() + 60_000);
    const acknowledged = { at: house.clock.now(), practitionerId: NGUYEN, decision: 'no-urgency' };
    expect(await doctor.urgency.acknowledge(answer)).toEqual({ ...doubt, waiting: false, acknowledged });
    expect(await errorOf(doctor.urgency.acknowledge({ ...answer, decision: 'fifteen' }))).toEqual({
      code: 'CONFLICT',
      defined: true,
      data: { reason: 'urgency-settled' },
    });
    expect(await clara.urgency.waiting()).toEqual([]);
    expect(await clara.urgency.ofRequest({ requestId: asked.id })).toMatchObject({
      state: 'ruled-out',
      ruledOutAt: house.clock.now(),
    });
    const { decision } = answer;
    expect(await clara.urgency.history({ patientId: DUPONT })).toEqual([
      {
        at: acknowledged.at,
        by: 'LN',
        eventId: doubt.id,
        what: { kind: 'answered', practitionerId: NGUYEN, decision },
      },
      {
        at: doubt.at,
        by: 'CM',
        eventId: doubt.id,
        what: { kind: 'said', act: 'practitioner-told', practitionerId: NGUYEN, waiting: false },
      },
    ]);
  });

  it('a line that waited is written at its own hour, and never onto another person’s request', async () => {
    const earlier = house.clock.now() - 3_600_000;
    const martin = await clara.requests.open({ patientId: MARTIN });
    const late = await clara.urgency.record(
      line({ what: 'we-call-15', at: earlier, requestId: martin.id, requestOpenedAt: earlier }),
    );
    expect(late).toMatchObject({ at: earlier, writtenAt: house.clock.now(), requestId: null });
    expect((await clara.requests.get({ id: martin.id })).closedAt).toBe(null);
    expect(await clara.urgency.history({ patientId: MARTIN })).toEqual([]);
  });

  it('a line that lacks what it needs is refused at its field, and nothing is written', async () => {
    const { id } = await clara.requests.open({});
    const refused = async (more: Partial<Line>) => errorOf(clara.urgency.record(line(more)));
    const required = (path: string) => ({
      code: 'INVALID_INPUT',
      defined: true,
      data: { fields: [{ path, code: 'required' }] },
    });
    expect(await refused({ what: 'ruled-out' })).toEqual(required('requestId'));
    expect(await refused({ requestId: id })).toEqual(required('requestOpenedAt'));
    expect(await refused({ what: 'practitioner-told' })).toEqual(required('practitionerId'));
    expect(await refused({ what: 'practitioner-told', practitionerId: 99 as never })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await refused({ what: 'harmless' as never })).code).toBe('INVALID_INPUT');
    expect((await refused({ comment: 'DUPONT Marie' } as never)).code).toBe('INVALID_INPUT');
    expect(await clara.urgency.waiting()).toEqual([]);
  });

  it('the card is there before anybody sits down; signed by a practitioner alone; overdue it says so, and works', async () => {
    const nobody = connection.as({});
    expect(await nobody.urgency.card()).toEqual({
      inForce: exampleCard,
      status: 'example',
      waiting: null,
      numbers: defaultNumbers,
    });
    const written = await clara.urgency.saveCard({
      redFlags: ['Douleur dans la poitrine'],
      author: 'Dr Linh Nguyen',
      basedOn: 0,
    });
    expect(await nobody.urgency.card()).toMatchObject({ status: 'unsigned', inForce: { number: 1 } });
    const doubt = await clara.urgency.record(line({ cardId: written.id }));
    expect(doubt).toMatchObject({ cardId: written.id, waiting: true });

    const signature = { cardId: written.id as never, reviewDue: '2026-12-01' };
    expect((await errorOf(clara.urgency.signCard(signature))).code).toBe('NOT_A_PRACTITIONER');
    await doctor.urgency.signCard(signature);
    expect(await nobody.urgency.card()).toMatchObject({ status: 'signed' });
    house.clock.set(Temporal.Instant.from('2026-12-02T08:00+01:00').epochMilliseconds);
    expect(await nobody.urgency.card()).toMatchObject({ status: 'overdue', inForce: { number: 1 } });
    expect((await clara.urgency.record(line({ cardId: written.id }))).waiting).toBe(true);
    expect(await doctor.urgency.waiting()).toHaveLength(2);
  });
});
