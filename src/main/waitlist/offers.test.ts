import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MONDAY, refused, TUESDAY } from '../../../tests/support/agenda-desk.ts';
import {
  BERNARD,
  clara,
  DUPONT,
  louis,
  MARTIN,
  NEW_PATIENT,
  NGUYEN,
  PETIT,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { type OffersDesk, openOffersDesk } from '../../../tests/support/offers-desk.ts';

let desk: OffersDesk;
beforeEach(() => {
  desk = openOffersDesk();
});
afterEach(() => desk.close());

const FRIDAY = '2026-11-27';
const MINUTE = 60_000;

/** Somebody cancels Tuesday 10:00; Jean Martin would leave his Friday for it. */
const cancelled = () => {
  const gone = desk.book({ patientId: DUPONT });
  const later = desk.book({ patientId: MARTIN, day: FRIDAY, start: 660 });
  const entry = desk.wantsSooner(later.id);
  desk.cancel(gone.id, gone.version);
  const [card] = desk.cards();
  if (!card) throw new Error('no card');
  return { card, entry, later };
};

describe('a place that comes free is offered', () => {
  it('to somebody who waits for a sooner one: her appointment moves there, her entry ends, the time that she leaves is next', () => {
    const { card, entry, later } = cancelled();
    expect(card).toMatchObject({
      practitionerId: NGUYEN,
      day: TUESDAY,
      start: 600,
      end: 615,
      kind: 'regular',
      serves: 'earlier',
      cause: 'cancelled',
      matching: 1,
      offer: null,
    });
    expect(desk.card(card.id).candidates.map((one) => one.entry.id)).toEqual([entry.id]);
    const offer = desk.offer(card.id, entry.id);
    expect(offer).toMatchObject({
      of: { kind: 'freed', id: card.id, day: TUESDAY, start: 600, end: 615 },
      entryId: entry.id,
      expiresAt: desk.house.clock.now() + 20 * MINUTE,
      answer: null,
      override: null,
    });
    expect(desk.cards()[0]?.offer?.id).toBe(offer.id);
    const { offer: accepted, appointment, next } = desk.accept(offer);
    expect(accepted).toMatchObject({ answer: 'accepted', appointmentId: later.id });
    expect(appointment).toMatchObject({ id: later.id, day: TUESDAY, start: 600, end: 615 });
    expect(next).toMatchObject({ day: FRIDAY, start: 660, end: 675, after: card.id, cause: 'moved' });
    expect(desk.entry(entry.id)).toMatchObject({ state: 'closed', ended: 'accepted', closedBy: 1 });
    expect(desk.cards().map(({ id }) => id)).toEqual([next?.id]);
    expect(desk.card(card.id).slot.ended).toBe('taken');
  });

  it('undone, the appointment is back where it was, the person waits again and the place is to be had', () => {
    const { card, entry, later } = cancelled();
    const before = desk.entry(entry.id);
    desk.accept(desk.offer(card.id, entry.id));
    expect(desk.undo()).toBe('appointment.moved');
    expect(desk.entry(entry.id)).toEqual({ ...before, version: before.version + 2 });
    expect(desk.cards().map(({ id }) => id)).toEqual([card.id]);
    const { others, candidates } = desk.card(card.id);
    expect([candidates.map((one) => one.entry.appointment?.day), others]).toEqual([[FRIDAY], []]);
    expect(candidates[0]?.offers.map(({ answer }) => answer)).toEqual(['withdrawn']);
    expect(candidates[0]?.entry.appointment?.id).toBe(later.id);
  });

  it('for nobody else meanwhile: neither booked, nor offered from another desk', () => {
    const { card, entry } = cancelled();
    const other = desk.wantsSooner(desk.book({ patientId: ROUX, day: FRIDAY, start: 700 }).id);
    const offer = desk.offer(card.id, entry.id);
    expect(desk.offer(card.id, entry.id)).toEqual(offer);
    const { expiresAt } = offer;
    expect(refused(() => desk.offer(card.id, other.id, null, louis))).toEqual({
      code: 'SLOT_OFFERED',
      data: { by: 'CM', expiresAt },
    });
    expect(refused(() => desk.book({ patientId: BERNARD })).code).toBe('SLOT_TAKEN');
    const second = desk.book({ patientId: DUPONT, start: 630 });
    desk.cancel(second.id, second.version);
    const next = desk.cards().find(({ start }) => start === 630);
    expect(refused(() => next && desk.offer(next.id, entry.id, null, louis))).toEqual({
      code: 'ENTRY_OFFERED',
      data: { by: 'CM', expiresAt },
    });
  });

  it('of which the time runs out by the clock: it says so, and the next is asked', () => {
    const { card, entry } = cancelled();
    const offer = desk.offer(card.id, entry.id);
    desk.at(MONDAY, 480 + 20);
    expect(refused(() => desk.accept(offer))).toEqual({ code: 'OFFER_OVER', data: { answer: 'expired' } });
    expect(desk.cards()[0]).toMatchObject({ id: card.id, offer: null });
    expect(desk.card(card.id).candidates[0]?.offers[0]).toMatchObject({ answer: 'expired' });
    const again = desk.offer(card.id, entry.id, null, louis);
    expect(again.id).not.toBe(offer.id);
    expect(desk.actions()).toContain('offer.expired');
    desk.accept(again, louis);
    expect(desk.card(card.id).slot.ended).toBe('taken');
  });

  it('to a newcomer in newcomers’ time: booked as one, and off the list', () => {
    const { ground } = desk.house;
    ground.db.exec(
      "UPDATE opening_hours SET kind = 'newPatient' WHERE practitioner_id = 1 AND start_min = 840",
    );
    const gone = desk.book({ start: 840, appointmentTypeId: NEW_PATIENT });
    desk.cancel(gone.id, gone.version);
    const entry = desk.wantsDoctor(ROUX);
    const [card] = desk.cards();
    expect(card).toMatchObject({
      kind: 'newPatient',
      serves: 'registration',
      start: 840,
      end: 870,
      matching: 1,
    });
    const offer = desk.offer(card?.id ?? (0 as never), entry.id);
    const { appointment, next } = desk.accept(offer);
    expect([appointment.appointmentTypeId, appointment.start, appointment.end, next]).toEqual([
      NEW_PATIENT,
      840,
      870,
      null,
    ]);
    expect(appointment.patient.id).toBe(ROUX);
    expect(desk.entry(entry.id).ended).toBe('accepted');
    expect(desk.undo(clara)).toBe('appointment.booked');
    expect(desk.entry(entry.id).state).toBe('waiting');
    expect(desk.cards().map(({ id }) => id)).toEqual([card?.id]);
    expect(PETIT).toBe(2);
  });
});
