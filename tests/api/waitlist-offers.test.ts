/** A freed place, from the cancelling to the answer on the phone, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FreedSlot } from '../../src/contract/waitlist-offers.ts';
import { BERNARD, CONSULTATION, DUPONT, MARTIN, NGUYEN, ROUX } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { anybody } from '../support/waitlist-desk.ts';
import { errorOf } from './error-of.ts';
import { CLARA, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const TUESDAY = '2026-11-24';
const FRIDAY = '2026-11-27';
const MINUTE = 60_000;

describe.each(transports)('a freed place $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  let louis: DeskClient;

  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
    clara = connection.as({ actorId: CLARA });
    louis = connection.as({ actorId: LOUIS, station: 'Accueil 2' });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  const book = async (patientId: number, day: string, start: number) =>
    (
      await clara.agenda.book({
        practitionerId: NGUYEN,
        day,
        start,
        appointmentTypeId: CONSULTATION,
        patientId: patientId as never,
      })
    ).appointment;
  const wantsSooner = async (patientId: number, start: number) => {
    const { id } = await book(patientId, FRIDAY, start);
    return clara.waitlist.add({ kind: 'earlier', appointmentId: id, origin: 'call', limits: anybody });
  };
  /** The card comes after the answer, when the desk has nothing else to do. */
  const freedAt = async (start: number): Promise<FreedSlot> => {
    const { id, version } = await book(DUPONT, TUESDAY, start);
    await clara.agenda.cancel({ id, version, by: 'patient' });
    for (;;) {
      const card = (await clara.waitlist.freed()).find((one) => one.day === TUESDAY && one.start === start);
      if (card) return card;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('S6: is offered, accepted, and leaves the next one', async () => {
    const entry = await wantsSooner(MARTIN, 660);
    const card = await freedAt(600);
    expect(card).toMatchObject({ cause: 'cancelled', serves: 'earlier', end: 615, matching: 1, offer: null });
    const { candidates, others } = await louis.waitlist.freedSlot({ id: card.id });
    expect([candidates.map((one) => one.entry), others]).toEqual([[entry], []]);
    const offer = await louis.waitlist.offer({ slotId: card.id, entryId: entry.id });
    expect(offer).toMatchObject({
      of: { kind: 'freed', id: card.id, day: TUESDAY, start: 600, end: 615 },
      offeredBy: LOUIS,
      expiresAt: house.clock.now() + 20 * MINUTE,
      answer: null,
    });
    const { id, version } = offer;
    const accepted = await louis.waitlist.accept({ id, version });
    expect(accepted).toMatchObject({
      offer: { id, answer: 'accepted', answeredBy: LOUIS },
      appointment: { day: TUESDAY, start: 600, patient: { id: MARTIN } },
      next: { day: FRIDAY, start: 660, after: card.id, cause: 'moved' },
    });
    expect((await clara.waitlist.get({ id: entry.id })).entry).toMatchObject({
      state: 'closed',
      end: 'accepted',
    });
    expect(await errorOf(clara.waitlist.accept({ id, version }))).toMatchObject({
      code: 'OFFER_OVER',
      defined: true,
      data: { answer: 'accepted' },
    });
  });

  it('is kept meanwhile, and whoever else wants it or her is told by whom and until when', async () => {
    const entry = await wantsSooner(MARTIN, 660);
    const other = await wantsSooner(ROUX, 690);
    const [card, second] = [await freedAt(600), await freedAt(630)];
    const { id, version, expiresAt } = await clara.waitlist.offer({ slotId: card.id, entryId: entry.id });
    const told = { defined: true, data: { by: 'CM', expiresAt } };
    expect(await errorOf(louis.waitlist.offer({ slotId: card.id, entryId: other.id }))).toMatchObject({
      code: 'SLOT_OFFERED',
      ...told,
    });
    expect(await errorOf(louis.waitlist.offer({ slotId: second.id, entryId: entry.id }))).toMatchObject({
      code: 'ENTRY_OFFERED',
      ...told,
    });
    expect(await errorOf(book(BERNARD, TUESDAY, 600))).toMatchObject({ code: 'SLOT_TAKEN', defined: true });
    expect(await errorOf(louis.waitlist.leaveFree({ id: card.id, version: card.version }))).toMatchObject({
      code: 'SLOT_OFFERED',
      ...told,
    });
    const said = await clara.waitlist.answer({ id, version, answer: 'no-answer' });
    expect([said.answer, said.answeredBy]).toEqual(['no-answer', CLARA]);
    expect((await clara.waitlist.get({ id: entry.id })).entry.attempts).toBe(1);
    expect(await errorOf(clara.waitlist.offer({ slotId: card.id, entryId: entry.id }))).toMatchObject({
      code: 'OFFER_FILTERED',
      defined: true,
      data: { reasons: ['not-reached'] },
    });
    expect(
      (await clara.waitlist.offer({ slotId: card.id, entryId: entry.id, override: 'nobody-else' })).override,
    ).toBe('nobody-else');
  });

  it('is free for the next once its time has run out, and whoever accepts too late is told', async () => {
    const entry = await wantsSooner(MARTIN, 660);
    const card = await freedAt(600);
    const { id, version, expiresAt } = await clara.waitlist.offer({ slotId: card.id, entryId: entry.id });
    house.clock.set(expiresAt);
    expect(await errorOf(clara.waitlist.accept({ id, version }))).toMatchObject({
      code: 'OFFER_OVER',
      defined: true,
      data: { answer: 'expired' },
    });
    expect((await book(BERNARD, TUESDAY, 600)).start).toBe(600);
    expect(await errorOf(clara.waitlist.offer({ slotId: card.id, entryId: entry.id }))).toMatchObject({
      code: 'FREED_OVER',
      defined: true,
      data: { why: 'taken' },
    });
  });

  it('is for nobody on the list, when whoever is at the desk says so', async () => {
    const entry = await wantsSooner(MARTIN, 660);
    const { id, version } = await freedAt(600);
    expect(await errorOf(clara.waitlist.leaveFree({ id, version: version + 1 }))).toMatchObject({
      code: 'STALE_VERSION',
      defined: true,
    });
    expect(await clara.waitlist.leaveFree({ id, version })).toMatchObject({ id, ended: 'left-free' });
    expect(await clara.waitlist.freed()).toEqual([]);
    expect(await errorOf(clara.waitlist.offer({ slotId: id, entryId: entry.id }))).toMatchObject({
      code: 'FREED_OVER',
      data: { why: 'left-free' },
    });
    expect(await errorOf(connection.as({}).waitlist.leaveFree({ id, version }))).toMatchObject({
      code: 'NO_ACTOR',
    });
  });

  it('taken by two desks in the same instant goes to one, and the other is told', async () => {
    const entries = [await wantsSooner(MARTIN, 660), await wantsSooner(ROUX, 690)];
    const card = await freedAt(600);
    const offered = await Promise.allSettled(
      [clara, louis].map((desk, at) =>
        desk.waitlist.offer({ slotId: card.id, entryId: entries[at]?.id ?? (0 as never) }),
      ),
    );
    expect(offered.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const won = offered.find((one) => one.status === 'fulfilled')?.value;
    const { id = 0 as never, version = 0 } = won ?? {};
    const answers = await Promise.allSettled([
      clara.waitlist.accept({ id, version }),
      louis.waitlist.accept({ id, version }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'OFFER_OVER', defined: true, data: { answer: 'accepted' } },
    });
  });
});
