/** Dr Nguyen opens her list again for a few: who comes next, one call after the other, and it closes by itself. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import {
  addPatient,
  BERNARD,
  CONSULTATION,
  clara,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
  PETIT,
  patient,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { newEntry } from '../../../tests/support/offers-desk.ts';
import {
  bareRefusalHouse,
  drNguyen,
  drPetit,
  type RefusalHouse,
} from '../../../tests/support/refusal-house.ts';
import type { GivenPlacesId, PatientId } from '../../contract/ids.ts';
import { agendaCompensations } from '../agenda/service.ts';
import { run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import { mergePatient } from '../patients/service.ts';
import { pendingCallbacks, requestCompensations } from '../requests/service.ts';
import { answer, offerCompensations } from './offers-service.ts';
import { PROPOSED } from './rules/score.ts';
import { givenPlaces, givePlaces, places, previewPlaces, withdrawPlaces } from './service/given-places.ts';
import { acceptPlace, offerPlace, type TakenWith } from './service/offer-place.ts';
import { adoptRules, writeRules } from './service/rule-versions.ts';
import { placesCompensations } from './service/undo-places.ts';
import { type EntryRow, entryById, insertEntry } from './store/entries.ts';

const MINUTE = 60_000;
const compensations = {
  ...agendaCompensations,
  ...requestCompensations,
  ...offerCompensations,
  ...placesCompensations,
};

let house: RefusalHouse;
beforeEach(() => {
  house = bareRefusalHouse();
});
afterEach(() => house.close());

const waits = (patientId: PatientId, day = '2026-10-12'): EntryRow =>
  insertEntry(fixtureDb(house.ground), newEntry({ patientId, since: Date.parse(`${day}T09:00:00Z`) }));
const says = (patientId: PatientId, criterion: string) =>
  run(
    fixtureDb(house.ground),
    `INSERT INTO criteria (patient_id, criterion, version, answer, source, said_on, set_at, set_by)
     VALUES (?, ?, 1, 'yes', 'person', '2026-11-02', 0, 1)`,
    [patientId, criterion],
  );
const adopted = () => {
  const { id } = writeRules(house.ground, clara, PROPOSED);
  return adoptRules(house.ground, drNguyen, { id, on: '2026-11-20', practitionerIds: [NGUYEN, PETIT] });
};
const give = (count = 2, more: object = {}, call = drNguyen) =>
  givePlaces(house.ground, call, { practitionerId: NGUYEN, count, until: '2026-12-18', ...more });
const offer = (
  placesId: GivenPlacesId,
  { id }: EntryRow,
  call = clara,
  override: 'nobody-else' | null = null,
) => offerPlace(house.ground, call, { placesId, entryId: id, override });
const booking: TakenWith = {
  kind: 'appointment',
  booking: {
    practitionerId: NGUYEN,
    day: '2026-11-24',
    start: 600,
    appointmentTypeId: CONSULTATION,
    acceptPatientBusy: false,
  },
};
const ring = (): TakenWith => ({ kind: 'callback', callback: { due: house.clock.now() + 60 * MINUTE } });
const accept = ({ id, version }: { id: number; version: number }, sent: TakenWith = ring(), call = clara) =>
  acceptPlace(house.ground, call, { id: id as never, version, with: sent });
const undo = (call = clara) => undoLast(house.ground, call, compensations).action;
const now = (id: GivenPlacesId) => places(house.ground, id);

describe('Places that a practitioner gives', () => {
  test('are hers: a colleague gives none in her name, the reception does as it was told', () => {
    expect(refused(() => give(2, {}, drPetit))).toEqual({
      code: 'FORBIDDEN',
      data: { right: 'policies.write' },
    });
    expect(give(2, {}, clara)).toEqual({
      id: 1,
      version: 1,
      practitionerId: NGUYEN,
      count: 2,
      until: '2026-12-18',
      taken: 0,
      inOffer: 0,
      left: 2,
      givenAt: house.clock.now(),
      givenBy: 1,
      closedAt: null,
      closed: null,
    });
    expect(givenPlaces(house.ground).map(({ id }) => id)).toEqual([1]);
  });

  test('stand once at a time, and not until a day that has passed', () => {
    expect(refused(() => give(2, { until: '2026-11-22' }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'until', code: 'past' }] },
    });
    give(2, { until: '2026-11-23' });
    expect(refused(() => give())).toEqual({ code: 'CONFLICT', data: { reason: 'places-standing' } });
    house.clock.set(house.clock.now() + 24 * 60 * MINUTE);
    expect(givenPlaces(house.ground)).toEqual([]);
    expect(give().id).toBe(2);
    expect(now(1 as GivenPlacesId).places).toMatchObject({ closed: 'ended', left: 2 });
  });

  test('are not offered twice the same day to somebody who did not answer; on the morrow she is back at her rank', () => {
    const [first, second] = [waits(BERNARD, '2026-09-14'), waits(ROUX)];
    const { id } = give();
    const { version, ...rung } = offer(id, first);
    answer(house.ground, clara, { id: rung.id, version, answer: 'no-answer' });
    expect(now(id).candidates.map(({ entry }) => entry.id)).toEqual([second.id]);
    expect(now(id).others.map(({ entry, filtered }) => [entry.id, filtered])).toEqual([
      [first.id, ['not-reached']],
    ]);
    house.clock.set(house.clock.now() + 24 * 60 * MINUTE);
    expect(now(id).candidates.map(({ entry }) => entry.id)).toEqual([first.id, second.id]);
  });

  test('go to whoever comes next by the rule, said in a sentence', () => {
    adopted();
    waits(BERNARD, '2026-09-14');
    waits(ROUX);
    says(ROUX, 'long-term-illness');
    const { next, waiting } = previewPlaces(house.ground, { practitionerId: NGUYEN, count: 1 });
    expect(waiting).toBe(2);
    expect(next.map(({ entry, rank }) => [entry.patient.id, rank.score, rank.sentence])).toEqual([
      [ROUX, 62, '77 ans, ALD, attend depuis 42 jours'],
    ]);
    expect(now(give().id).candidates.map(({ entry, rank }) => [entry.patient.id, rank.score])).toEqual([
      [ROUX, 62],
      [BERNARD, 20],
    ]);
  });

  test('tell of their effect in shares, and of none behind fewer than eleven people', () => {
    for (let id = 100; id < 110; id += 1) {
      addPatient(fixtureDb(house.ground), [id, `VIDAL${id}`, 'Éloi', '1950-01-01', '+33639980099', null]);
      waits(patient(id));
    }
    const effect = () => previewPlaces(house.ground, { practitionerId: NGUYEN, count: 3 }).effect[0];
    expect(effect()).toEqual({
      criterion: 'age-70',
      served: { n: null, of: 3 },
      list: { n: null, of: 10 },
    });
    waits(BERNARD);
    expect(effect()?.list).toEqual({ n: 10, of: 11 });
  });

  test('count whoever was taken on in the last twelve months once, whichever record it was', () => {
    const { id } = give(3);
    accept(offer(id, waits(MARTIN)));
    accept(offer(id, waits(ROUX)));
    const served = () =>
      previewPlaces(house.ground, { practitionerId: NGUYEN, count: 1 }).effect[0]?.served.of;
    expect(served()).toBe(2);
    mergePatient(house.ground, clara, { id: MARTIN, version: 1, into: ROUX });
    expect(served()).toBe(1);
    house.clock.set(Date.parse('2027-11-24T09:00:00Z'));
    expect(served()).toBe(0);
  });

  test('are taken with a first appointment: offer, entry and appointment in one commit, and one Ctrl+Z takes all back', () => {
    adopted();
    const entry = waits(BERNARD);
    const given = give(1);
    const made = offer(given.id, entry);
    expect(made).toMatchObject({
      of: { kind: 'given', id: given.id },
      holdId: null,
      rulesId: 1,
      score: 12,
      sentence: 'attend depuis 42 jours',
      expiresAt: house.clock.now() + 20 * MINUTE,
    });
    expect(now(given.id).places).toMatchObject({ taken: 0, inOffer: 1, left: 0 });
    const done = accept(made, booking);
    expect(done.offer).toMatchObject({ answer: 'accepted', appointmentId: done.appointment?.id });
    expect(done.appointment).toMatchObject({ practitionerId: NGUYEN, start: 600, patient: { id: BERNARD } });
    expect(done.places).toMatchObject({ taken: 1, left: 0, closed: 'used' });
    expect(entryById(house.ground.db, entry.id)).toMatchObject({ state: 'closed', ended: 'accepted' });
    expect(givenPlaces(house.ground)).toEqual([]);
    expect(undo()).toBe('appointment.booked');
    expect(entryById(house.ground.db, entry.id)).toMatchObject({ state: 'waiting', ended: null });
    expect(now(given.id).places).toMatchObject({ taken: 0, left: 1, closed: null });
  });

  test('are taken with a promised call and its hour, never with neither, and go back with it', () => {
    const entry = waits(BERNARD);
    const given = give(2);
    const made = offer(given.id, entry);
    expect(refused(() => accept(made, { kind: 'callback', callback: { due: house.clock.now() } }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'with.callback.due', code: 'past' }] },
    });
    expect(accept(made)).toMatchObject({ appointment: null, places: { taken: 1, left: 1, closed: null } });
    expect(pendingCallbacks(house.ground).map((one) => one.patient?.id)).toEqual([BERNARD]);
    expect(undo()).toBe('places.taken');
    expect(pendingCallbacks(house.ground)).toEqual([]);
    expect(entryById(house.ground.db, entry.id)).toMatchObject({ state: 'waiting' });
    expect(now(given.id).places).toMatchObject({ taken: 0, left: 2 });
  });

  test('are hers to fill: a first appointment with somebody else takes none', () => {
    const made = offer(give().id, waits(BERNARD));
    const elsewhere = { ...booking, booking: { ...booking.booking, practitionerId: PETIT } };
    expect(refused(() => accept(made, elsewhere))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'with.booking.practitionerId', code: 'other-practitioner' }] },
    });
  });

  test('go to one desk only when two offer the last one, and are free again when nobody answered', () => {
    const [luc, simone] = [waits(BERNARD), waits(ROUX)];
    const { id } = give(1);
    const first = offer(id, luc);
    expect(offer(id, luc).id).toBe(first.id);
    expect(refused(() => offer(id, simone, louis))).toEqual({ code: 'PLACES_OVER', data: { why: 'used' } });
    expect(() =>
      run(
        fixtureDb(house.ground),
        `INSERT INTO waitlist_offers (version, places_id, practitioner_id, entry_id, score, sentence, offered_at,
           offered_by, expires_at) VALUES (1, ?, 1, ?, 0, 'x', 0, 1, 1)`,
        [id, simone.id],
      ),
    ).toThrow('given places: none left');
    house.clock.set(house.clock.now() + 20 * MINUTE);
    expect(refused(() => accept(first))).toEqual({ code: 'OFFER_OVER', data: { answer: 'expired' } });
    const second = offer(id, simone, louis);
    expect(now(id).places).toMatchObject({ inOffer: 1, left: 0 });
    accept(second, ring(), louis);
    expect(refused(() => offer(id, luc))).toEqual({ code: 'PLACES_OVER', data: { why: 'used' } });
  });

  test('are offered to one who is held back only with a reason of the closed list', () => {
    const visit = insertEntry(fixtureDb(house.ground), newEntry({ patientId: MARTIN, homeVisit: true }));
    const { id } = give();
    expect(refused(() => offer(id, visit))).toEqual({
      code: 'OFFER_FILTERED',
      data: { reasons: ['home-visit'] },
    });
    expect(offer(id, visit, clara, 'nobody-else')).toMatchObject({ override: 'nobody-else' });
    expect(since(house.ground.db, 0).at(-1)).toMatchObject({
      action: 'offer.made',
      after: { filtered: ['home-visit'] },
    });
  });

  test('are withdrawn as long as some are left; whoever is on the phone keeps hers', () => {
    const entry = waits(BERNARD);
    const given = give(2);
    const made = offer(given.id, entry);
    const back = withdrawPlaces(house.ground, drNguyen, { id: given.id, version: given.version });
    expect(back).toMatchObject({ closed: 'withdrawn', inOffer: 1 });
    expect(refused(() => offer(given.id, waits(ROUX), louis))).toEqual({
      code: 'PLACES_OVER',
      data: { why: 'withdrawn' },
    });
    expect(accept(made).places).toMatchObject({ closed: 'withdrawn', taken: 1 });
    expect(undo(drNguyen)).toBe('places.withdrawn');
    expect(now(given.id).places).toMatchObject({ closed: null, left: 1 });
  });

  test('are nobody’s once she no longer works here: neither offered nor taken, not even by whoever is on the phone', () => {
    const given = give(2);
    const made = offer(given.id, waits(BERNARD));
    run(fixtureDb(house.ground), 'UPDATE practitioners SET active = 0 WHERE id = ?', [NGUYEN]);
    const over = { code: 'PLACES_OVER', data: { why: 'withdrawn' } };
    expect(refused(() => offer(given.id, waits(ROUX), louis))).toEqual(over);
    expect(refused(() => accept(made))).toEqual(over);
    expect(givenPlaces(house.ground)).toEqual([]);
    run(fixtureDb(house.ground), 'UPDATE practitioners SET active = 1 WHERE id = ?', [NGUYEN]);
    expect(givenPlaces(house.ground)).toMatchObject([{ id: given.id, inOffer: 1, left: 1 }]);
  });

  test('that were given by mistake are taken back, unless somebody was rung', () => {
    const { id } = give();
    expect(undo(drNguyen)).toBe('places.given');
    expect(now(id).places.closed).toBe('withdrawn');
    offer(give().id, waits(BERNARD));
    expect(refused(() => undo(drNguyen)).code).toBe('UNDO_TOO_LATE');
  });
});

describe('The order of the list', () => {
  test('is the same whatever the names, the sexes, the communes, and who asked', () => {
    adopted();
    const entries = [BERNARD, MARTIN, ROUX].map((id, i) => waits(id, `2026-10-0${i + 1}`));
    says(ROUX, 'c2s');
    const order = () => now(1 as GivenPlacesId).candidates.map(({ rank }) => rank);
    give();
    const before = order();
    const db = fixtureDb(house.ground);
    run(
      db,
      "UPDATE patients SET birth_name = 'AAA', display_name = 'AAA Zoé', sort_key = 'AAA', sex = 'female', city = 'Cusset' WHERE id = ?",
      [MARTIN],
    );
    run(
      db,
      "UPDATE patients SET birth_name = 'ZZZ', display_name = 'ZZZ Abel', sort_key = 'ZZZ', sex = 'male', city = 'Vichy' WHERE id = ?",
      [ROUX],
    );
    run(db, "UPDATE waitlist_entries SET origin = 'pharmacy' WHERE id = ?", [entries[0]?.id ?? 0]);
    expect(order()).toEqual(before);
    expect(before.map(({ entryId }) => entryId)).toEqual([entries[2]?.id, entries[0]?.id, entries[1]?.id]);
  });
});
