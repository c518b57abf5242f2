/** Who comes in question for a freed time, in order; and who does not, with the reasons. */
import type { PatientId, WaitlistEntryId } from '../../../contract/ids.ts';
import { daysBetween, type Instant, type Interval, localNow, overlaps } from '../../../contract/time.ts';
import type { WaitlistEntry } from '../../../contract/waitlist.ts';
import type { Candidate, FreedSlot } from '../../../contract/waitlist-offers.ts';
import type { FilterReason, Rank } from '../../../contract/waitlist-rank.ts';
import { appointmentsById } from '../../agenda/store/appointments.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { summariesOf, survivorOf } from '../../patients/store.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { type EntryRow, openEntries } from '../store/entries.ts';
import { chainOf, type FreedRow } from '../store/freed-slots.ts';
import { type OfferRow, offersOn, openOffers, peopleMovedIn, toOffers } from '../store/offers.ts';
import { newcomerType } from './around.ts';

/** A card, and what of it can be offered now. */
export interface Offered {
  readonly card: FreedRow;
  readonly part: Interval;
}

export interface Standing {
  readonly entry: EntryRow;
  readonly rank: Rank;
  readonly filtered: readonly FilterReason[];
  /** The part that this person would be offered. */
  readonly part: Interval;
  readonly offers: readonly OfferRow[];
}

/** What these offers of the same time say of each person. */
const heldOf = (rows: readonly OfferRow[]): FilterReason[] => {
  const last = rows.at(-1)?.answer;
  const reasons: FilterReason[] = [];
  if (rows.some(({ answer }) => answer === 'not-this-slot')) reasons.push('declined');
  if (last === 'no-answer') reasons.push('not-reached');
  return reasons;
};

export const standingsFor = (db: ReadDb, now: Instant, { card, part }: Offered): Standing[] => {
  const zone = housesZone(db);
  const today = localNow(now, zone).day;
  const who = practitioner(db, card.practitionerId);
  const entries = openEntries(db, card.serves).filter(({ state }) => state === 'waiting');
  const appointments = new Map(
    appointmentsById(
      db,
      entries.flatMap(({ appointmentId }) => appointmentId ?? []),
    ).appointments.map((one) => [one.id, one]),
  );
  const type = newcomerType(appointmentTypes(db), who);
  const offersOf = Map.groupBy(
    offersOn(db, card.practitionerId, card.day).filter(
      ({ start, end }) => start !== null && end !== null && overlaps({ start, end }, part),
    ),
    ({ entryId }) => entryId,
  );
  const elsewhere = new Set(
    openOffers(db, now)
      .filter(({ slotId }) => slotId !== card.id)
      .map(({ entryId }) => entryId),
  );
  const moved = new Set<PatientId>(
    peopleMovedIn(db, chainOf(db, card.id)).map((id) => survivorOf(db, id) ?? id),
  );
  return entries.map((entry): Standing => {
    const appointment = entry.appointmentId === null ? undefined : appointments.get(entry.appointmentId);
    const minutes = appointment ? appointment.end - appointment.start : (type?.minutes ?? who.step);
    const offers = offersOf.get(entry.id) ?? [];
    const filtered: FilterReason[] = [];
    if (entry.profession !== who.profession) filtered.push('other-profession');
    const accepted = entry.practitionerIds.length > 0 ? entry.practitionerIds : [appointment?.practitionerId];
    if ((entry.practitionerIds.length > 0 || appointment) && !accepted.includes(card.practitionerId))
      filtered.push('other-practitioner');
    if (part.start + minutes > part.end) filtered.push('too-short');
    if (
      appointment &&
      (appointment.day < card.day || (appointment.day === card.day && appointment.start <= part.start))
    )
      filtered.push('not-earlier');
    filtered.push(...heldOf(offers));
    if (elsewhere.has(entry.id)) filtered.push('in-offer');
    if (moved.has(survivorOf(db, entry.patientId) ?? entry.patientId)) filtered.push('moved-in-chain');
    const rank: Rank = {
      entryId: entry.id,
      score: 0,
      parts: [],
      sentence: '',
      beforeEveryNewcomerOn: null,
      waitingDays: Math.max(0, daysBetween(localNow(entry.since, zone).day, today)),
      atShortNotice: false,
    };
    return { entry, rank, filtered, part: { start: part.start, end: part.start + minutes }, offers };
  });
};

/** One person's standing for that time. @throws DeskError NOT_FOUND when she is not on the list that it serves */
export const standingOf = (db: ReadDb, now: Instant, offered: Offered, id: WaitlistEntryId): Standing =>
  found(
    standingsFor(db, now, offered).find(({ entry }) => entry.id === id),
    'waitlist-entry',
  );

const toEntries = (db: ReadDb, rows: readonly EntryRow[]): WaitlistEntry[] => {
  const people = summariesOf(
    db,
    rows.map(({ patientId }) => patientId),
  );
  const appointments = new Map(
    appointmentsById(
      db,
      rows.flatMap(({ appointmentId }) => appointmentId ?? []),
    ).appointments.map((one) => [one.id, one]),
  );
  return rows.map(({ patientId, appointmentId, ended, ...row }) => {
    const stands = appointmentId === null ? undefined : appointments.get(appointmentId);
    return {
      ...row,
      practitionerIds: [...row.practitionerIds],
      end: ended,
      patient: found(people.get(patientId), 'patient'),
      appointment: stands
        ? {
            id: stands.id,
            practitionerId: stands.practitionerId,
            day: stands.day,
            start: stands.start,
            end: stands.end,
          }
        : null,
    };
  });
};

export const toCandidates = (db: ReadDb, now: Instant, standings: readonly Standing[]): Candidate[] => {
  const entries = toEntries(
    db,
    standings.map(({ entry }) => entry),
  );
  return standings.map(
    ({ rank, filtered, offers }, i): Candidate => ({
      entry: found(entries[i], 'waitlist-entry'),
      criteria: [],
      rank,
      filtered: [...filtered],
      offers: toOffers(db, offers, now),
    }),
  );
};

export const countMatching = (db: ReadDb, now: Instant, offered: Offered): FreedSlot['matching'] =>
  standingsFor(db, now, offered).filter(({ filtered }) => filtered.length === 0).length;
