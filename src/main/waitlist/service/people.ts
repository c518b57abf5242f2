/** All that the rank may know of whoever waits, read in a handful of statements for thousands of people. */
import type { ClaimId, PatientId } from '../../../contract/ids.ts';
import { type Day, type Instant, type Interval, localNow, overlaps } from '../../../contract/time.ts';
import type { WaitlistKind } from '../../../contract/waitlist.ts';
import { bookedPlaces, presentOn, type StandingClaim } from '../../agenda/store/claims.ts';
import type { ReadDb } from '../../core/db.ts';
import { summariesOf, survivorOf } from '../../patients/store.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import type { OfferFilter, Place, RankFacts } from '../rules/facts.ts';
import { partFor } from '../rules/filters.ts';
import { type EntryRow, openEntries } from '../store/entries.ts';
import { chainOf, type FreedRow } from '../store/freed-slots.ts';
import { type OfferRow, offersOn, openOffers, peopleMovedIn } from '../store/offers.ts';
import { placeFactsOf } from '../store/place-facts.ts';
import { newcomerType } from './around.ts';

/** A card, and what of it can be offered now. */
export interface Offered {
  readonly card: FreedRow;
  readonly part: Interval;
}

interface Waiting {
  readonly row: EntryRow;
  readonly person: PatientId;
  readonly appointment: StandingClaim | null;
  readonly facts: Omit<RankFacts, 'minutes' | 'elsewhere' | 'held'>;
}

/** Somebody who waits, as one place sees her. */
export interface Candidate extends RankFacts {
  readonly row: EntryRow;
  /** What of this very time she was offered before. */
  readonly offers: readonly OfferRow[];
}

const dayOf = (zone: string): ((at: Instant) => Day) => {
  const known = new Map<Instant, Day>();
  return (at) => {
    const day = known.get(at) ?? localNow(at, zone).day;
    known.set(at, day);
    return day;
  };
};

/** Whoever waits on that list and can be rung; of the earlier one, while her appointment is still to come. */
export const waitingOn = (db: ReadDb, kind: WaitlistKind): Waiting[] => {
  const rows = openEntries(db, kind).filter(({ state }) => state === 'waiting');
  const people = summariesOf(
    db,
    rows.map(({ patientId }) => patientId),
  );
  const booked = bookedPlaces(
    db,
    rows.flatMap(({ appointmentId }): ClaimId[] => (appointmentId === null ? [] : [appointmentId])),
  );
  const houseDay = dayOf(housesZone(db));
  return rows.flatMap((row): Waiting[] => {
    const person = people.get(row.patientId);
    const appointment = row.appointmentId === null ? null : booked.get(row.appointmentId);
    if (!person || appointment === undefined) return [];
    const { kind, profession, practitionerIds, wishes, homeVisit, stepFree } = row;
    return [
      {
        row,
        person: person.id,
        appointment,
        facts: {
          entryId: row.id,
          kind,
          profession,
          since: houseDay(row.since),
          counting: [],
          birth: person.birth,
          practitionerIds,
          wishes,
          homeVisit,
          stepFree,
          appointment,
        },
      },
    ];
  });
};

export const placeOf = (db: ReadDb, { card, part }: Offered): Place => {
  const { practitionerId, day } = card;
  const { sex, stepFree, homeVisits } = placeFactsOf(db, practitionerId);
  const { profession } = practitioner(db, practitionerId);
  return {
    practitionerId,
    profession,
    sex,
    stepFree,
    homeVisits,
    slot: { day, start: part.start, end: part.end },
  };
};

/** What was said of this very time: once declined it is not offered again, and whoever did not answer is not rung twice. */
const saidOf = (offers: readonly OfferRow[]): OfferFilter[] => [
  ...(offers.some(({ answer }) => answer === 'not-this-slot') ? (['declined'] as const) : []),
  ...(offers.some(({ answer }) => answer === 'no-answer') ? (['not-reached'] as const) : []),
];

/** The same people before one place: how long each needs, where each is that day, what was offered already. */
export const candidatesFor = (
  db: ReadDb,
  now: Instant,
  waiting: readonly Waiting[],
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
  return waiting.map(({ row, person, appointment, facts }): Candidate => {
    const minutes = appointment === null ? newcomer : appointment.end - appointment.start;
    const hers = partFor({ wishes: facts.wishes, minutes }, part);
    const offers = (offered.get(row.id) ?? []).filter(
      ({ start, end }) => start !== null && end !== null && overlaps({ start, end }, hers),
    );
    return {
      ...facts,
      row,
      offers,
      minutes,
      elsewhere: (present.get(person) ?? []).filter(({ claimId }) => claimId !== appointment?.id),
      held: [
        ...saidOf(offers),
        ...(inOffer.has(row.id) ? (['in-offer'] as const) : []),
        ...(moved.has(person) ? (['moved-in-chain'] as const) : []),
      ],
    };
  });
};
