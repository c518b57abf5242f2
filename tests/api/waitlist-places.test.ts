/** Places that a practitioner gives, from her word to the appointment or the promised call, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BERNARD, CONSULTATION, MARTIN, NGUYEN, PETIT } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { anybody } from '../support/waitlist-desk.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const MINUTE = 60_000;
const UNTIL = '2026-12-18';

describe.each(transports)('given places, $name', ({ connect }) => {
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

  const waits = (patientId = BERNARD) =>
    clara.waitlist.add({
      kind: 'registration',
      patientId,
      profession: 'general-practitioner',
      origin: 'counter',
      limits: anybody,
    });
  const give = (count: number) =>
    drNguyen.waitlist.givePlaces({ practitionerId: NGUYEN, count, until: UNTIL });

  it('are looked at first, given, offered, and taken with a first appointment; one Ctrl+Z takes that back', async () => {
    const entry = await waits();
    const ahead = await drNguyen.waitlist.previewPlaces({ practitionerId: NGUYEN, count: 1 });
    expect(ahead.next.map((one) => [one.entry.id, one.filtered])).toEqual([[entry.id, []]]);
    expect(ahead.waiting).toBe(1);
    expect(ahead.effect).toContainEqual({
      criterion: 'c2s',
      served: { n: null, of: 1 },
      list: { n: null, of: 1 },
    });
    const given = await give(1);
    expect(await clara.waitlist.givenPlaces()).toEqual([given]);
    const offer = await clara.waitlist.offerPlace({ placesId: given.id, entryId: entry.id });
    expect(offer).toMatchObject({ of: { kind: 'given', id: given.id }, holdId: null, rulesId: null });
    const taken = await clara.waitlist.acceptPlace({
      id: offer.id,
      version: offer.version,
      with: {
        kind: 'appointment',
        booking: {
          practitionerId: NGUYEN,
          day: '2026-11-24',
          start: 600,
          appointmentTypeId: CONSULTATION,
          acceptPatientBusy: false,
        },
      },
    });
    expect(taken.places).toMatchObject({ taken: 1, left: 0, closed: 'used' });
    expect(taken.appointment).toMatchObject({ day: '2026-11-24', start: 600, patient: { id: BERNARD } });
    expect(await clara.waitlist.givenPlaces()).toEqual([]);
    await clara.gate.undo();
    expect((await clara.waitlist.places({ id: given.id })).places).toMatchObject({
      taken: 0,
      left: 1,
      closed: null,
    });
    expect((await clara.waitlist.get({ id: entry.id })).entry).toMatchObject({ state: 'waiting', end: null });
  });

  it('are taken with a promised call that says when, never with neither', async () => {
    const entry = await waits();
    const given = await give(2);
    const { id, version } = await clara.waitlist.offerPlace({ placesId: given.id, entryId: entry.id });
    const due = house.clock.now() + 60 * MINUTE;
    expect(await errorOf(clara.waitlist.acceptPlace({ id, version } as never))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const late = { kind: 'callback', callback: { due: house.clock.now() } } as const;
    expect(await errorOf(clara.waitlist.acceptPlace({ id, version, with: late }))).toMatchObject({
      code: 'INVALID_INPUT',
      defined: true,
      data: { fields: [{ path: 'with.callback.due', code: 'past' }] },
    });
    const taken = await clara.waitlist.acceptPlace({
      id,
      version,
      with: { kind: 'callback', callback: { due } },
    });
    expect([taken.appointment, taken.places.left, taken.offer.answer]).toEqual([null, 1, 'accepted']);
    expect((await clara.callbacks.pending()).map((one) => [one.patient?.id, one.due])).toEqual([
      [BERNARD, due],
    ]);
  });

  it('two desks at the last place: one offers it, the other is told that none is left', async () => {
    const entries = [await waits(BERNARD), await waits(MARTIN)];
    const given = await give(1);
    const both = await Promise.allSettled(
      [clara, louis].map((desk, at) =>
        desk.waitlist.offerPlace({ placesId: given.id, entryId: entries[at]?.id ?? (0 as never) }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'PLACES_OVER', defined: true, data: { why: 'used' } },
    });
    expect((await clara.waitlist.places({ id: given.id })).places).toMatchObject({ inOffer: 1, left: 0 });
  });

  it('are a practitioner’s own: nobody gives or takes back a colleague’s, and one set stands at a time', async () => {
    const own = (practitionerId = PETIT) =>
      drNguyen.waitlist.givePlaces({ practitionerId, count: 2, until: UNTIL });
    expect(await errorOf(own())).toMatchObject({ code: 'FORBIDDEN', data: { right: 'policies.write' } });
    const given = await give(2);
    expect(await errorOf(own(NGUYEN))).toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'places-standing' },
    });
    const hers = await clara.waitlist.givePlaces({ practitionerId: PETIT, count: 1, until: UNTIL });
    expect(
      await errorOf(drNguyen.waitlist.withdrawPlaces({ id: hers.id, version: hers.version })),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const { id, version } = given;
    expect(await errorOf(drNguyen.waitlist.withdrawPlaces({ id, version: version + 1 }))).toMatchObject({
      code: 'STALE_VERSION',
    });
    expect(await drNguyen.waitlist.withdrawPlaces({ id, version })).toMatchObject({ closed: 'withdrawn' });
    const entry = await waits();
    expect(await errorOf(clara.waitlist.offerPlace({ placesId: id, entryId: entry.id }))).toMatchObject({
      code: 'PLACES_OVER',
      defined: true,
      data: { why: 'withdrawn' },
    });
  });
});
