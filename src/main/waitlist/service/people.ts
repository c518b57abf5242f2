/** Whoever waits, as one freed time sees them: read in a handful of statements for thousands of people. */
import type { ClaimId, WaitlistEntryId } from '../../../contract/ids.ts';
import { type Instant, type Interval, overlaps } from '../../../contract/time.ts';
import type { WaitlistKind } from '../../../contract/waitlist.ts';
import { bookedPlaces, presentOn } from '../../agenda/store/claims.ts';
import type { ReadDb } from '../../core/db.ts';
import { survivorOf } from '../../patients/store.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import type { OfferFilter, Place } from '../rules/facts.ts';
import { partFor } from '../rules/filters.ts';
import { openEntries, overdueEarlier } from '../store/entries.ts';
import { chainOf, type FreedRow } from '../store/freed-slots.ts';
import { type OfferRow, offersOn, openOffers, peopleMovedIn } from '../store/offers.ts';
import { newcomerType } from './around.ts';
import { wallNow } from './shared.ts';
import { factsOf, type PersonFacts, placeWith } from './standings.ts';

/** A card, and what of it can be offered now. */
export interface Offered {
  readonly card: FreedRow;
  readonly part: Interval;
}

/** Somebody who waits, as one place sees her. */
export interface Candidate extends PersonFacts {
  /** What of this very time she was offered before. */
  readonly offers: readonly OfferRow[];
}

/** Whoever waits on that list and can be rung; of the earlier one, while her appointment is still to come. */
export const waitingOn = (
  db: ReadDb,
  now: Instant,
  kind: WaitlistKind,
  only?: WaitlistEntryId,
): PersonFacts[] => {
  const begun = new Set(kind === 'earlier' ? overdueEarlier(db, wallNow(db, now)).map(({ id }) => id) : []);
  const rows = openEntries(db, kind).filter(
    ({ id, state }) => state === 'waiting' && !begun.has(id) && (only === undefined || id === only),
  );
  const booked = bookedPlaces(
    db,
    rows.flatMap(({ appointmentId }): ClaimId[] => (appointmentId === null ? [] : [appointmentId])),
  );
  return factsOf(
    db,
    now,
    rows.filter(({ appointmentId }) => appointmentId === null || booked.has(appointmentId)),
  );
};

export const placeOf = (db: ReadDb, { card, part }: Offered): Place =>
  placeWith(db, card.practitionerId, { day: card.day, start: part.start, end: part.end });

/** What was said of this very time: once declined it is not offered again, and whoever did not answer is not rung twice. */
const saidOf = (offers: readonly OfferRow[]): OfferFilter[] => [
  ...(offers.some(({ answer }) => answer === 'not-this-slot') ? (['declined'] as const) : []),
  ...(offers.some(({ answer }) => answer === 'no-answer') ? (['not-reached'] as const) : []),
];

/** The same people before one place: how long each needs, where each is that day, what was offered already. */
export const candidatesFor = (
  db: ReadDb,
  now: Instant,
  waiting: readonly PersonFacts[],
  { card, part }: Offered,
): Candidate[] => {
  const who = practitioner(db, card.practitionerId);
  const newcomer = newcomerType(appointmentTypes(db), who)?.minutes ?? null;
  const present = Map.groupBy(presentOn(db, card.day), ({ patientId }) => patientId);
  const offered = Map.groupBy(offersOn(db, card.practitionerId, card.day), ({ entryId }) => entryId);
  const inOffer = new Set(
    openOffers(db, now)
      .filter(({ slotId }) => slotId !== card.id)
      .map(({ entryId }) => entryId),
  );
  const moved = new Set(peopleMovedIn(db, chainOf(db, card.id)).map((id) => survivorOf(db, id) ?? id));
  return waiting.map((facts): Candidate => {
    const { appointment, patientId, row } = facts;
    const minutes = appointment === null ? newcomer : facts.minutes;
    const hers = partFor({ wishes: facts.wishes, minutes }, part);
    const offers = (offered.get(facts.entryId) ?? []).filter(
      ({ start, end }) => start !== null && end !== null && overlaps({ start, end }, hers),
    );
    return {
      ...facts,
      offers,
      minutes,
      elsewhere: (present.get(patientId) ?? []).filter(({ claimId }) => claimId !== row.appointmentId),
      held: [
        ...saidOf(offers),
        ...(inOffer.has(facts.entryId) ? (['in-offer'] as const) : []),
        ...(moved.has(patientId) ? (['moved-in-chain'] as const) : []),
      ],
    };
  });
};
