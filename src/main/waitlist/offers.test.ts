import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MONDAY, refused, TUESDAY } from '../../../tests/support/agenda-desk.ts';
import {
  addPatient,
  BERNARD,
  clara,
  DUPONT,
  fixtureDb,
  louis,
  MARTIN,
  NEW_PATIENT,
  NGUYEN,
  PETIT,
  patient,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { type OffersDesk, openOffersDesk } from '../../../tests/support/offers-desk.ts';
import { drNguyen } from '../../../tests/support/refusal-house.ts';
import { anyTime } from '../../../tests/support/requests-desk.ts';
import { appointmentClaim, insertAppointment } from '../agenda/store/claims.ts';
import { run } from '../core/db.ts';
import { PROPOSED } from './rules/score.ts';
import { adoptRules, writeRules } from './service/rule-versions.ts';

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

describe('the order of those who are rung', () => {
  it('is that of the rule in force, and each offer keeps the rule, the sum and the sentence of its moment', () => {
    const { ground } = desk.house;
    const db = fixtureDb(ground);
    run(
      db,
      `INSERT INTO staff (id, version, initials, name, role, practitioner_id, active)
       VALUES (3, 1, 'LN', 'Dr Linh Nguyen', 'practitioner', ?, 1)`,
      [NGUYEN],
    );
    run(
      db,
      `INSERT INTO criteria (patient_id, criterion, version, answer, source, said_on, set_at, set_by)
       VALUES (?, 'c2s', 1, 'yes', 'person', '2026-11-02', 0, 1)`,
      [BERNARD],
    );
    const { card, entry } = cancelled();
    const soon = desk.wantsSooner(desk.book({ patientId: BERNARD, day: FRIDAY, start: 600 }).id, {
      since: Date.parse('2026-11-16T09:00:00Z'),
    });
    const order = () =>
      desk.card(card.id).candidates.map(({ rank, criteria }) => [rank.entryId, rank.score, criteria.length]);
    expect(order()).toEqual([
      [entry.id, 0, 0],
      [soon.id, 0, 1],
    ]);
    const first = desk.offer(card.id, entry.id);
    expect(first).toMatchObject({ rulesId: null, score: 0, sentence: 'attend depuis 53 jours' });
    desk.answer(first, 'not-this-slot');
    const { id } = writeRules(ground, clara, PROPOSED);
    adoptRules(ground, drNguyen, { id, on: '2026-11-20', practitionerIds: [NGUYEN] });
    expect(order()).toEqual([[soon.id, 22, 1]]);
    expect(
      desk.card(card.id).others.map(({ rank, filtered, offers }) => [rank.score, filtered, offers]),
    ).toMatchObject([[14, ['declined'], [{ rulesId: null, score: 0, sentence: 'attend depuis 53 jours' }]]]);
    expect(desk.offer(card.id, soon.id)).toMatchObject({
      rulesId: id,
      score: 22,
      sentence: 'C2S, attend depuis 7 jours',
    });
  });
});

describe('a place that very many people wait for', () => {
  it('shows the first sixty, says how many wait, and keeps whoever is on the phone among those held back', () => {
    const gone = desk.book({ patientId: DUPONT });
    const booked = appointmentClaim(desk.house.ground.db, gone.id);
    const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-08', '2026-12-09'];
    const entries = Array.from({ length: 130 }, (_, i) => {
      const id = patient(1000 + i);
      addPatient(fixtureDb(desk.house.ground), [
        id,
        `FICTIF${i}`,
        'Alix',
        '1960-01-01',
        '+33639980010',
        null,
      ]);
      const wishes = i < 62 ? anyTime : { ...anyTime, days: [5] };
      // Only its hour is asked of the appointment that she has.
      const place = { day: days[i % 6] ?? '', start: 480 + 5 * Math.floor(i / 6) };
      const later = insertAppointment(fixtureDb(desk.house.ground), {
        ...booked,
        patientId: id,
        ...place,
        end: place.start + 5,
      });
      return desk.wantsSooner(later.id, { wishes, since: Date.parse('2026-10-01T09:00:00Z') + i });
    });
    desk.cancel(gone.id, gone.version);
    const [card] = desk.cards();
    if (!card) throw new Error('no card');
    const shown = desk.card(card.id);
    expect([shown.slot.matching, shown.candidates.length]).toEqual([62, 60]);
    expect([shown.othersCount, shown.others.length]).toEqual([68, 60]);
    expect(shown.candidates[0]?.entry).toMatchObject({
      id: entries[0]?.id,
      patient: { displayName: 'FICTIF0 Alix', phone: '+33639980010' },
      appointment: { day: '2026-12-01', start: 480 },
    });
    const last = entries.at(-1);
    if (last === undefined) throw new Error('nobody waits');
    desk.offer(card.id, last.id, 'agreed-by-phone');
    const { others, othersCount } = desk.card(card.id);
    expect([others.length, othersCount]).toEqual([61, 68]);
    expect(others.at(-1)?.entry.id).toBe(last.id);
  });
});
