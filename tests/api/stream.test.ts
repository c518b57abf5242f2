import { Server as HttpServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../src/contract/gate.ts';
import { startHttpHost } from '../../src/main/hosts/http.ts';
import { CONSULTATION, DUPONT, NGUYEN } from '../support/agenda-house.ts';
import { httpClient } from '../support/client.ts';
import { CLARA, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const place = {
  practitionerId: NGUYEN,
  day: '2026-11-24',
  appointmentTypeId: CONSULTATION,
  patientId: DUPONT,
};
const pairs = transports.flatMap((from) => transports.map((to) => ({ from, to })));

/** The next hint that tells of this kind of row; the first one of a stream only says where the journal stands. */
const nextTelling = async (feed: AsyncIterator<Change>, entity: string): Promise<Change> => {
  for (;;) {
    const { done, value } = await feed.next();
    if (done) throw new Error(`the stream ended without a word of ${entity}`);
    if (value.entities.includes(entity)) return value;
  }
};

let house: TestDesk;
let connections: Connection[];
beforeEach(async () => {
  house = await openTestHouse();
  connections = [];
});
afterEach(async () => {
  for (const connection of connections) await connection.close();
  await house.close();
});
const through = async ({ connect }: (typeof transports)[number]): Promise<Connection> => {
  const connection = await connect(house.desk);
  connections.push(connection);
  return connection;
};

describe.each(pairs)('news of a change made $from.name', ({ from, to }) => {
  it(`reach a window ${to.name}`, async () => {
    const writer = (await through(from)).as({ actorId: CLARA });
    const reader = (await through(to)).as({ actorId: LOUIS, station: 'Accueil 2' });
    const feed = await reader.gate.changes();
    const first = await feed.next();
    await writer.agenda.book({ ...place, start: 600 });
    const told = await nextTelling(feed, 'claim');
    expect(told.seq).toBeGreaterThan((first.value as Change).seq);
    await feed.return?.();
  });
});

describe.each(transports)('the stream of changes, $name', (transport) => {
  it('misses nothing over a cut: what stands where it starts again is what there is to fetch', async () => {
    const clara = (await through(transport)).as({ actorId: CLARA });
    const cut = new AbortController();
    const feed = await clara.gate.changes(undefined, { signal: cut.signal });
    const before = (await feed.next()).value as Change;
    cut.abort();
    await clara.agenda.book({ ...place, start: 600 });
    await clara.agenda.book({ ...place, start: 615, acceptPatientBusy: true });

    const again = await clara.gate.changes();
    const now = (await again.next()).value as Change;
    // Two entries were missed: the window sees the gap, and asks again for all that it shows.
    expect(now.seq - before.seq).toBe(2);
    const [day] = await clara.agenda.range({ from: '2026-11-24', to: '2026-11-24' });
    expect(day?.appointments.map(({ start }) => start)).toEqual([600, 615]);
    await clara.agenda.book({ ...place, start: 630, acceptPatientBusy: true });
    expect((await nextTelling(again, 'claim')).seq).toBe(now.seq + 1);
    await again.return?.();
  });

  it('ends when the desk closes, so that no window waits for ever', async () => {
    const clara = (await through(transport)).as({ actorId: CLARA });
    const feed = await clara.gate.changes();
    await feed.next();
    const ended = (async () => {
      for await (const _ of feed);
    })();
    house.desk.endStreams();
    await ended;
  });

  it('is refused to whoever is nobody', async () => {
    const nobody = (await through(transport)).as({});
    await expect(nobody.gate.changes()).rejects.toMatchObject({ code: 'NO_ACTOR' });
  });
});

describe.each(transports)('a call that is given up, $name', (transport) => {
  it('settles at once, and the next one is answered', async () => {
    const clara = (await through(transport)).as({ actorId: CLARA });
    const givenUp = new AbortController();
    const waiting = clara.gate.changes(undefined, { signal: givenUp.signal }).then(async (feed) => {
      await feed.next();
      givenUp.abort();
      await feed.next();
    });
    await Promise.allSettled([waiting]);
    expect(await clara.gate.undoable()).toBe(null);
  });
});

describe('a host that closes while a window listens', () => {
  it('waits for its news to end and for what it had asked, and cuts nothing', async () => {
    const cut = vi.spyOn(HttpServer.prototype, 'closeAllConnections');
    const host = await startHttpHost({ desk: house.desk, page: '/nowhere', port: 0 });
    const feed = await httpClient(host.url, host.bearer, { actorId: LOUIS }).gate.changes();
    await feed.next();
    const after = feed.next();
    house.desk.endStreams();
    await host.close();
    expect((await after).done).toBe(true);
    expect(cut).not.toHaveBeenCalled();
  });
});
