/** What is said on the phone about a freed place, and what becomes of the person, of the place and of the next. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MONDAY, refused, TUESDAY } from '../../../tests/support/agenda-desk.ts';
import {
  BERNARD,
  COLIN,
  clara,
  DUPONT,
  fixtureDb,
  louis,
  MARTIN,
  NEW_PATIENT,
  NGUYEN,
  PHYSIO,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { FRIDAY, freedFor } from '../../../tests/support/freed-place.ts';
import { type OffersDesk, openOffersDesk } from '../../../tests/support/offers-desk.ts';
import { all, run } from '../core/db.ts';
import * as patients from '../patients/service.ts';
import { updatePractitioner } from '../practice/service/practitioners.ts';
import { practitioner } from '../practice/store/practitioners.ts';
import { accept, markExpired } from './offers-service.ts';
import { close } from './service.ts';

let desk: OffersDesk;
beforeEach(() => {
  desk = openOffersDesk();
});
afterEach(() => desk.close());

/** One more time of Tuesday comes free. */
const freedAt = (start: number) => {
  const gone = desk.book({ patientId: DUPONT, start });
  desk.cancel(gone.id, gone.version);
  const card = desk.cards().find((one) => one.start === start);
  if (!card) throw new Error('no card');
  return card;
};

const holds = () =>
  all<{ status: string }>(
    desk.house.ground.db,
    "SELECT status FROM claims WHERE kind = 'hold' ORDER BY id",
  ).map(({ status }) => status);

describe('Rung about a freed place, she', () => {
  it('does not answer: counted, and out of the order once the house has tried as often as it does', () => {
    run(fixtureDb(desk.house.ground), 'UPDATE waitlist_settings SET attempts = 2');
    const { card, entry } = freedFor(desk);
    desk.answer(desk.offer(card.id, entry.id), 'no-answer');
    expect(desk.entry(entry.id)).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(desk.card(card.id).others.map(({ filtered }) => filtered)).toEqual([['not-reached']]);
    const second = freedAt(630);
    expect(second.matching).toBe(1);
    desk.answer(desk.offer(second.id, entry.id), 'no-answer');
    expect(desk.entry(entry.id)).toMatchObject({
      state: 'unreachable',
      attempts: 2,
      lastAttemptAt: desk.house.clock.now(),
    });
    const third = freedAt(660);
    expect([third.matching, desk.card(third.id).others]).toEqual([0, []]);
    expect(refused(() => desk.offer(third.id, entry.id, 'nobody-else'))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'not-waiting' },
    });
  });

  it('does not want this one: it is not offered to her again, another is', () => {
    const { card, entry } = freedFor(desk);
    desk.answer(desk.offer(card.id, entry.id), 'not-this-slot');
    expect(desk.entry(entry.id)).toMatchObject({ state: 'waiting', attempts: 0, version: entry.version });
    expect(refused(() => desk.offer(card.id, entry.id))).toEqual({
      code: 'OFFER_FILTERED',
      data: { reasons: ['declined'] },
    });
    expect(desk.offer(freedAt(630).id, entry.id).answer).toBeNull();
  });

  it('is no longer looking: off the list, and her appointment stands', () => {
    const { card, entry, later } = freedFor(desk);
    desk.answer(desk.offer(card.id, entry.id), 'no-longer-looking', louis);
    expect(desk.entry(entry.id)).toMatchObject({
      state: 'closed',
      ended: 'no-longer-looking',
      closedBy: 2,
      appointmentId: later.id,
    });
    expect(desk.cards()).toMatchObject([{ id: card.id, offer: null, matching: 0 }]);
  });

  it('is not to be rung after all: the place is free again at once, and nothing is counted', () => {
    const { card, entry } = freedFor(desk);
    desk.answer(desk.offer(card.id, entry.id), 'withdrawn');
    expect(holds()).toEqual(['released']);
    expect(desk.entry(entry.id)).toMatchObject({ attempts: 0, version: entry.version });
    expect(desk.card(card.id).candidates.map(({ entry: one }) => one.id)).toEqual([entry.id]);
  });

  it('says nothing in time: it ends by the clock, written down in nobody’s name, and is not an attempt in vain', () => {
    const { card, entry } = freedFor(desk);
    const { id, expiresAt } = desk.offer(card.id, entry.id);
    desk.house.clock.set(expiresAt - 1);
    markExpired(desk.house.ground);
    expect(holds()).toEqual(['held']);
    desk.house.clock.set(expiresAt);
    markExpired(desk.house.ground);
    markExpired(desk.house.ground);
    expect(holds()).toEqual(['expired']);
    expect(desk.actions().filter((action) => action === 'offer.expired')).toEqual(['offer.expired']);
    const [told] = desk.card(card.id).candidates[0]?.offers ?? [];
    expect(told).toMatchObject({ id, answer: 'expired', answeredAt: expiresAt, answeredBy: null });
    expect(desk.entry(entry.id).attempts).toBe(0);
    expect(desk.book({ patientId: BERNARD }).start).toBe(600);
  });

  it('was taken off the list at the other desk meanwhile: said so, nobody is booked', () => {
    desk.house.ground.db.exec(
      "UPDATE opening_hours SET kind = 'newPatient' WHERE practitioner_id = 1 AND start_min = 840",
    );
    const gone = desk.book({ start: 840, appointmentTypeId: NEW_PATIENT });
    desk.cancel(gone.id, gone.version);
    const entry = desk.wantsDoctor(ROUX);
    const [card] = desk.cards();
    const offer = desk.offer(card?.id ?? (0 as never), entry.id);
    close(desk.house.ground, louis, { id: entry.id, version: entry.version, end: 'found-elsewhere' });
    expect(refused(() => desk.accept(offer))).toEqual({ code: 'CONFLICT', data: { reason: 'entry-closed' } });
    expect(desk.entry(entry.id)).toMatchObject({ ended: 'found-elsewhere', closedBy: 2 });
    desk.answer(offer, 'withdrawn');
    expect(desk.cards()).toMatchObject([{ start: 840, offer: null }]);
  });
});

describe('While she is on the phone, the place', () => {
  it('is kept until its own first minute is over, when that comes before the house’s twenty', () => {
    const { card, entry } = freedFor(desk);
    desk.at(TUESDAY, 595);
    const { offeredAt, expiresAt } = desk.offer(card.id, entry.id);
    expect(expiresAt - offeredAt).toBe(6 * 60_000);
  });

  it('is hers although she is elsewhere then only once she has said that she knows', () => {
    const { card, entry } = freedFor(desk);
    const offer = desk.offer(card.id, entry.id);
    desk.book({ patientId: MARTIN, practitionerId: COLIN, appointmentTypeId: PHYSIO }, louis);
    expect(refused(() => desk.accept(offer)).code).toBe('PATIENT_BUSY');
    expect(desk.entry(entry.id).state).toBe('waiting');
    const { id, version } = offer;
    const { appointment } = accept(desk.house.ground, clara, { id, version, acceptPatientBusy: true });
    expect([appointment.day, appointment.start]).toEqual([TUESDAY, 600]);
  });

  it('keeps no reason for somebody whom nothing held back', () => {
    const { card, entry } = freedFor(desk);
    expect(desk.offer(card.id, entry.id, 'nobody-else').override).toBeNull();
  });
});

describe('Nobody is rung for a freed place', () => {
  it('of the other list, whatever the reason', () => {
    const { card } = freedFor(desk);
    const newcomer = desk.wantsDoctor(ROUX);
    expect(refused(() => desk.offer(card.id, newcomer.id, 'practitioner-asks'))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'other-list' },
    });
  });

  it('with somebody who has left the house: its card is gone', () => {
    const { card, entry } = freedFor(desk);
    const who = practitioner(desk.house.ground.db, NGUYEN);
    updatePractitioner(desk.house.ground, clara, { ...who, active: false });
    expect(refused(() => desk.offer(card.id, entry.id))).toEqual({
      code: 'FREED_OVER',
      data: { why: 'gone' },
    });
    expect(desk.cards()).toEqual([]);
    expect(desk.card(card.id).slot.ended).toBe('gone');
  });

  it('whose own appointment has begun: neither in order nor with a reason', () => {
    const { card, entry } = freedFor(desk, { day: MONDAY, start: 540 });
    expect(desk.card(card.id).others.map(({ filtered }) => filtered)).toEqual([['not-earlier']]);
    desk.at(MONDAY, 540);
    expect(desk.card(card.id)).toMatchObject({ candidates: [], others: [] });
    expect(refused(() => desk.offer(card.id, entry.id, 'nobody-else'))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'not-waiting' },
    });
  });
});

describe('Who is rung first', () => {
  it('of two who have waited since the same day: whoever was put on the list first', () => {
    const { card, entry } = freedFor(desk);
    const second = desk.wantsSooner(desk.book({ patientId: ROUX, day: FRIDAY, start: 700 }).id);
    expect(second.since).toBe(entry.since);
    expect(desk.card(card.id).candidates.map(({ rank }) => rank.entryId)).toEqual([entry.id, second.id]);
  });

  it('less than two hours before: whoever said that she is there at once', () => {
    const { card, entry } = freedFor(desk);
    const quick = desk.wantsSooner(desk.book({ patientId: ROUX, day: FRIDAY, start: 700 }).id, {
      since: Date.parse('2026-11-20T09:00:00Z'),
      wishes: { ...entry.wishes, atShortNotice: true },
    });
    const order = () => desk.card(card.id).candidates.map(({ rank }) => rank.entryId);
    desk.at(TUESDAY, 480);
    expect(order()).toEqual([entry.id, quick.id]);
    desk.at(TUESDAY, 481);
    expect(order()).toEqual([quick.id, entry.id]);
  });
});

describe('The time that she leaves', () => {
  it('is offered to the next, and so on, until nobody would come sooner; never to whoever has moved', () => {
    const { card, entry } = freedFor(desk);
    const after = desk.wantsSooner(desk.book({ patientId: ROUX, day: FRIDAY, start: 700 }).id);
    const first = desk.accept(desk.offer(card.id, entry.id));
    expect(first.next).toMatchObject({ day: FRIDAY, start: 660, after: card.id, matching: 1 });
    const again = desk.wantsSooner(first.appointment.id);
    const next = first.next?.id ?? (0 as never);
    expect(desk.card(next).others.map(({ rank, filtered }) => [rank.entryId, filtered])).toEqual([
      [again.id, ['not-earlier', 'moved-in-chain']],
    ]);
    expect(refused(() => desk.offer(next, again.id, 'agreed-by-phone'))).toEqual({
      code: 'OFFER_FILTERED',
      data: { reasons: ['not-earlier', 'moved-in-chain'] },
    });
    const second = desk.accept(desk.offer(next, after.id));
    expect(second.next).toMatchObject({ day: FRIDAY, start: 700, after: next, matching: 0 });
    expect(desk.cards().map(({ id }) => id)).toEqual([second.next?.id]);
    expect(desk.undo()).toBe('appointment.moved');
    expect(desk.cards().map(({ id }) => id)).toEqual([next]);
  });
});

describe('Ctrl+Z on an accepted place', () => {
  it('comes too late once the same person was put on the list under her other record', () => {
    desk.house.ground.db.exec(
      "UPDATE opening_hours SET kind = 'newPatient' WHERE practitioner_id = 1 AND start_min = 840",
    );
    const gone = desk.book({ start: 840, appointmentTypeId: NEW_PATIENT });
    desk.cancel(gone.id, gone.version);
    const entry = desk.wantsDoctor(MARTIN);
    const [card] = desk.cards();
    desk.accept(desk.offer(card?.id ?? (0 as never), entry.id));
    const other = desk.wantsDoctor(ROUX);
    patients.mergePatient(desk.house.ground, louis, { id: MARTIN, version: 1, into: ROUX });
    expect(refused(() => desk.undo(clara)).code).toBe('UNDO_TOO_LATE');
    expect([desk.entry(entry.id).state, desk.entry(other.id).state]).toEqual(['closed', 'waiting']);
  });
});
