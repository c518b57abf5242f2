/** Who comes in question for a freed time, in order; and who does not, with the reasons. */
import type { WaitlistEntryId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type { WaitlistEntry } from '../../../contract/waitlist.ts';
import type { Candidate as CandidateLine } from '../../../contract/waitlist-offers.ts';
import { appointmentsById } from '../../agenda/store/appointments.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, found } from '../../core/errors.ts';
import { summariesOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { filtersFor } from '../rules/filters.ts';
import { type Ranked, ranked, type Standing } from '../rules/rank.ts';
import type { EntryRow } from '../store/entries.ts';
import { toOffers } from '../store/offers.ts';
import { type Candidate, candidatesFor, type Offered, placeOf, waitingOn } from './people.ts';

const rankedFrom = (
  db: ReadDb,
  now: Instant,
  offered: Offered,
  waiting: ReturnType<typeof waitingOn>,
): Ranked<Candidate> =>
  ranked(candidatesFor(db, now, waiting, offered), {
    rules: null,
    now,
    zone: housesZone(db),
    place: placeOf(db, offered),
  });

export const rankedFor = (db: ReadDb, now: Instant, offered: Offered): Ranked<Candidate> =>
  rankedFrom(db, now, offered, waitingOn(db, offered.card.serves));

/** One person's standing for that time. @throws DeskError NOT_FOUND when nobody can ring her for it */
export const standingOf = (
  db: ReadDb,
  now: Instant,
  offered: Offered,
  id: WaitlistEntryId,
): Standing<Candidate> => {
  const own = waitingOn(db, offered.card.serves).filter(({ row }) => row.id === id);
  const { candidates, others } = rankedFrom(db, now, offered, own);
  return [...candidates, ...others][0] ?? fail('CONFLICT', { reason: 'not-waiting' });
};

/** For many cards at once: whoever waits is read once a list. */
export const matchingIn = (db: ReadDb, now: Instant): ((offered: Offered) => number) => {
  const waiting = new Map<string, ReturnType<typeof waitingOn>>();
  return (offered) => {
    const { serves } = offered.card;
    const people = waiting.get(serves) ?? waitingOn(db, serves);
    waiting.set(serves, people);
    const filters = filtersFor(placeOf(db, offered));
    return candidatesFor(db, now, people, offered).filter((one) => filters(one).length === 0).length;
  };
};
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

export const toCandidates = (
  db: ReadDb,
  now: Instant,
  standings: readonly Standing<Candidate>[],
): CandidateLine[] => {
  const entries = toEntries(
    db,
    standings.map(({ facts }) => facts.row),
  );
  return standings.map(
    ({ facts, rank, filtered }, i): CandidateLine => ({
      entry: found(entries[i], 'waitlist-entry'),
      criteria: [],
      rank,
      filtered: [...filtered],
      offers: toOffers(db, facts.offers, now),
    }),
  );
};
