/** Places to be taken on at all, given by a practitioner until a day. Nothing that a caller hears of. */
import type { GivenPlacesId, PractitionerId, WaitlistEntryId } from '../../../contract/ids.ts';
import { addDays, type Day, type Instant, instantOf, localNow } from '../../../contract/time.ts';
import type { Candidate, Effect, GivenPlaces } from '../../../contract/waitlist-offers.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { effectOf } from '../rules/effect.ts';
import type { OfferFilter } from '../rules/facts.ts';
import type { Ranked } from '../rules/rank.ts';
import { type EntryRow, openEntries } from '../store/entries.ts';
import {
  type GivenRow,
  givenPlacesById,
  insertGivenPlaces,
  saveClosed,
  servedSince,
  standingPlaces,
  takenAndInOffer,
} from '../store/given-places.ts';
import { type OfferRow, offersOfPlaces, openOffers, toOffers } from '../store/offers.ts';
import { seatedAs } from './rule-versions.ts';
import { staffOf } from './shared.ts';
import { countingOf, factsOf, type PersonFacts, placeWith, rankedNow, toLines } from './standings.ts';

const dayAt = (db: ReadDb, now: Instant): Day => localNow(now, housesZone(db)).day;

export const rowsOfPlaces = ({ id, practitionerId }: GivenRow): RowRef[] => [
  { entity: 'given-places', id },
  { entity: 'practitioner', id: practitionerId },
];

/** Whose last day has passed is over, and whoever left takes nobody on, whether or not anybody has written it down yet. */
export const asOf = (db: ReadDb, now: Instant, row: GivenRow): GivenRow => {
  if (row.closed !== null) return row;
  if (row.until < dayAt(db, now))
    return { ...row, closed: 'ended', closedAt: instantOf(addDays(row.until, 1), 0, housesZone(db)) };
  return practitioner(db, row.practitionerId).active ? row : { ...row, closed: 'withdrawn', closedAt: now };
};

export const toGivenPlaces = (db: ReadDb, now: Instant, row: GivenRow): GivenPlaces => {
  const { taken, inOffer } = takenAndInOffer(db, row.id, now);
  return { ...asOf(db, now, row), taken, inOffer, left: row.count - taken - inOffer };
};

export const givenPlaces = ({ db, clock }: Ground): GivenPlaces[] => {
  const now = clock.now();
  return standingPlaces(db)
    .map((row) => toGivenPlaces(db, now, row))
    .filter(({ closed }) => closed === null);
};

const waitingFor = (db: ReadDb, practitionerId: PractitionerId): EntryRow[] =>
  openEntries(db, 'registration', practitioner(db, practitionerId).profession).filter(
    ({ state }) => state === 'waiting',
  );

/**
 * What this person said of these very places; and whether she is on the phone for another one. Places stand for weeks:
 * whoever did not answer is rung again on another day, until the house's number of attempts.
 */
const heldBy =
  (
    offers: ReadonlyMap<WaitlistEntryId, readonly OfferRow[]>,
    onThePhone: ReadonlySet<WaitlistEntryId>,
    isToday: (at: Instant) => boolean,
  ) =>
  ({ id }: { readonly id: WaitlistEntryId }): OfferFilter[] => {
    const hers = offers.get(id) ?? [];
    const held: OfferFilter[] = [];
    if (hers.some(({ answer }) => answer === 'not-this-slot')) held.push('declined');
    const last = hers.at(-1);
    if (last?.answer === 'no-answer' && last.answeredAt !== null && isToday(last.answeredAt))
      held.push('not-reached');
    if (onThePhone.has(id)) held.push('in-offer');
    return held;
  };

interface Ringing {
  readonly standing: Ranked<PersonFacts>;
  readonly offers: ReadonlyMap<WaitlistEntryId, readonly OfferRow[]>;
}

/** @param places null: not given yet */
export const ringing = (
  db: ReadDb,
  now: Instant,
  practitionerId: PractitionerId,
  places: GivenPlacesId | null,
): Ringing => {
  const offers = Map.groupBy(places === null ? [] : offersOfPlaces(db, places), ({ entryId }) => entryId);
  const onThePhone = new Set(openOffers(db, now).map(({ entryId }) => entryId));
  const today = dayAt(db, now);
  const isToday = (at: Instant): boolean => dayAt(db, at) === today;
  const people = factsOf(db, now, waitingFor(db, practitionerId), heldBy(offers, onThePhone, isToday));
  return { standing: rankedNow(db, now, people, placeWith(db, practitionerId, null)), offers };
};

const toCandidates = (
  db: ReadDb,
  now: Instant,
  standings: Ranked<PersonFacts>['candidates'],
  offers: Ringing['offers'],
): Candidate[] =>
  toLines(db, standings).map((line, i) => ({
    ...line,
    filtered: [...(standings[i]?.filtered ?? [])],
    offers: toOffers(db, offers.get(line.entry.id) ?? [], now),
  }));

const YEAR = { years: 1 } as const;

const effect = (
  db: ReadDb,
  now: Instant,
  practitionerId: PractitionerId,
  { candidates, others }: Ranked<PersonFacts>,
  next: Ranked<PersonFacts>['candidates'],
): Effect[] => {
  const { profession } = practitioner(db, practitionerId);
  const from = Temporal.PlainDate.from(dayAt(db, now)).subtract(YEAR).toString();
  const served = servedSince(db, profession, instantOf(from, 0, housesZone(db)));
  return effectOf(
    [...countingOf(db, now, served), ...next.map(({ facts }) => facts.counting)],
    [...candidates, ...others].map(({ facts }) => facts.counting),
  );
};

export const previewPlaces = (
  { db, clock }: Ground,
  { practitionerId, count }: { readonly practitionerId: PractitionerId; readonly count: number },
): { next: Candidate[]; effect: Effect[]; waiting: number } => {
  const now = clock.now();
  const { standing, offers } = ringing(db, now, practitionerId, null);
  const next = standing.candidates.slice(0, count);
  return {
    next: toCandidates(db, now, next, offers),
    effect: effect(db, now, practitionerId, standing, next),
    waiting: standing.candidates.length,
  };
};

export const places = (
  { db, clock }: Ground,
  id: GivenPlacesId,
): { places: GivenPlaces; candidates: Candidate[]; others: Candidate[] } => {
  const now = clock.now();
  const row = givenPlacesById(db, id);
  const { standing, offers } = ringing(db, now, row.practitionerId, id);
  return {
    places: toGivenPlaces(db, now, row),
    candidates: toCandidates(db, now, standing.candidates, offers),
    others: toCandidates(db, now, standing.others, offers),
  };
};

/** A practitioner gives her own places, never a colleague's; reception writes down what it was told. */
const refuseColleague = (tx: Tx, practitionerId: PractitionerId): void => {
  const own = seatedAs(tx.db, staffOf(tx));
  if (own !== null && own !== practitionerId) fail('FORBIDDEN', { right: 'policies.write' });
};

/** Those whose day has passed, written down by whoever comes next. */
const endOverdue = (tx: Tx): void => {
  for (const before of standingPlaces(tx.db)) {
    const { closed, closedAt } = asOf(tx.db, tx.now, before);
    if (closed === null) continue;
    const after = saveClosed(tx.db, before, { closed, closedAt });
    tx.record({ action: 'places.ended', rows: rowsOfPlaces(after), before, after });
  }
};

export interface Giving {
  readonly practitionerId: PractitionerId;
  readonly count: number;
  readonly until: Day;
}

/** @throws DeskError NOT_FOUND, INVALID_INPUT, FORBIDDEN, CONFLICT `places-standing` */
export const givePlacesWithin = (tx: Tx, draft: Giving): GivenPlaces => {
  const givenBy = staffOf(tx);
  refuseColleague(tx, draft.practitionerId);
  if (!practitioner(tx.db, draft.practitionerId).active)
    failFields({ path: 'practitionerId', code: 'inactive' });
  if (draft.until < dayAt(tx.db, tx.now)) failFields({ path: 'until', code: 'past' });
  endOverdue(tx);
  if (standingPlaces(tx.db).some(({ practitionerId }) => practitionerId === draft.practitionerId))
    fail('CONFLICT', { reason: 'places-standing' });
  const after = insertGivenPlaces(tx.db, { ...draft, givenAt: tx.now, givenBy });
  tx.record({ action: 'places.given', rows: rowsOfPlaces(after), after, undoable: true });
  return toGivenPlaces(tx.db, tx.now, after);
};

/** @throws DeskError NOT_FOUND, INVALID_INPUT, FORBIDDEN, CONFLICT `places-standing` */
export const givePlaces = (ground: Ground, call: Call, draft: Giving): GivenPlaces =>
  ground.write(call, (tx) => givePlacesWithin(tx, draft));

/**
 * Those that nobody has yet. Whoever is being offered one right now was told so: it stays kept until she has answered.
 * @throws DeskError NOT_FOUND, FORBIDDEN, STALE_VERSION, PLACES_OVER
 */
export const withdrawPlaces = (
  ground: Ground,
  call: Call,
  sent: { readonly id: GivenPlacesId; readonly version: number },
): GivenPlaces =>
  ground.write(call, (tx) => {
    const before = givenPlacesById(tx.db, sent.id);
    refuseColleague(tx, before.practitionerId);
    const { closed } = asOf(tx.db, tx.now, before);
    if (closed !== null) fail('PLACES_OVER', { why: closed });
    refuseStale(tx.db, 'given-places', before, sent);
    const after = saveClosed(tx.db, before, { closed: 'withdrawn', closedAt: tx.now });
    tx.record({ action: 'places.withdrawn', rows: rowsOfPlaces(after), before, after, undoable: true });
    return toGivenPlaces(tx.db, tx.now, after);
  });
