/** Somebody is sent on and followed to the answer, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARTIN, ROUX } from '../support/agenda-house.ts';
import { colleague } from '../support/directory-drafts.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const HOUR = 3_600_000;

describe.each(transports)('redirections $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  const sentTo = async (newcomers: 'yes' | 'no', patientId = ROUX) => {
    const clara = connection.as({ actorId: CLARA });
    const { entry } = await clara.directory.create(
      colleague({ name: newcomers === 'yes' ? 'Accueil' : 'Complet', takesNewcomers: newcomers }),
    );
    const request = await clara.requests.open({ nature: 'registration', patientId });
    const start = (despite: 'agreed-by-phone' | null) =>
      clara.redirections.start({
        request: { id: request.id, version: request.version },
        redirection: {
          to: { kind: 'entry', entryId: entry.id, despite },
          how: 'phone',
          due: request.openedAt + 24 * HOUR,
        },
      });
    return { clara, entry, request, start };
  };

  it('ends the request, waits for the answer, and counts it on the entry', async () => {
    const { clara, entry, request, start } = await sentTo('yes');
    const sent = await start(null);
    expect(sent).toMatchObject({ requestId: request.id, state: 'sent', attempts: 0, takenUpBy: null });
    expect((await clara.requests.get({ id: request.id })).outcome).toMatchObject({ kind: 'redirected' });
    expect((await clara.redirections.pending()).map(({ id }) => id)).toEqual([sent.id]);
    const accepted = await clara.redirections.step({ id: sent.id, version: sent.version, step: 'accepted' });
    expect(accepted.state).toBe('accepted');
    expect(await clara.redirections.pending()).toEqual([]);
    const { outcomes } = await clara.redirections.ofEntry({ entryId: entry.id });
    expect([outcomes.sent, outcomes.accepted, outcomes.sinks]).toEqual([1, 1, false]);
  });

  it('« complet » takes the person up again by a new request, in the same commit', async () => {
    const { clara, start } = await sentTo('yes', MARTIN);
    const sent = await start(null);
    const full = await clara.redirections.step({ id: sent.id, version: sent.version, step: 'full' });
    expect(full.state).toBe('full');
    const [again] = (await clara.requests.ofPatient({ patientId: MARTIN })).filter(
      ({ id }) => id === full.takenUpBy,
    );
    expect(again).toMatchObject({ outcome: null, nature: 'registration' });
    const stale = clara.redirections.step({ id: sent.id, version: sent.version, step: 'accepted' });
    expect(await errorOf(stale)).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('whoever takes nobody new is asked for only with a reason; nothing is written without', async () => {
    const { clara, request, start } = await sentTo('no');
    expect(await errorOf(start(null))).toMatchObject({ code: 'DESPITE_REQUIRED', defined: true });
    expect((await clara.requests.get({ id: request.id })).outcome).toBeNull();
    expect((await start('agreed-by-phone')).despite).toBe('agreed-by-phone');
  });

  it('is read by a practitioner, and written with the right that requests need', async () => {
    const { start } = await sentTo('yes');
    const sent = await start(null);
    const doctor = connection.as({ actorId: DR_NGUYEN });
    expect((await doctor.redirections.get({ id: sent.id })).id).toBe(sent.id);
    const nobody = connection.as({});
    expect(
      await errorOf(nobody.redirections.step({ id: sent.id, version: sent.version, step: 'accepted' })),
    ).toMatchObject({ code: 'NO_ACTOR' });
  });
});
