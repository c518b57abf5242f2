/** Who comes in question for a freed time, in order; and who does not, with the reasons. */
import type { WaitlistEntryId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Candidate as CandidateLine } from '../../../contract/waitlist-offers.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail } from '../../core/errors.ts';
import { filtersFor } from '../rules/filters.ts';
import type { Ranked, Standing } from '../rules/rank.ts';
import { toOffers } from '../store/offers.ts';
import { type Candidate, candidatesFor, type Offered, placeOf, waitingOn } from './people.ts';
import { type PersonFacts, rankedNow, toLines } from './standings.ts';

const rankedFrom = (
  db: ReadDb,
  now: Instant,
  offered: Offered,
  waiting: readonly PersonFacts[],
): Ranked<Candidate> => rankedNow(db, now, candidatesFor(db, now, waiting, offered), placeOf(db, offered));

export const rankedFor = (db: ReadDb, now: Instant, offered: Offered): Ranked<Candidate> =>
  rankedFrom(db, now, offered, waitingOn(db, now, offered.card.serves));

/** One person's standing for that time. @throws DeskError CONFLICT when nobody can ring her for it */
export const standingOf = (
  db: ReadDb,
  now: Instant,
  offered: Offered,
  id: WaitlistEntryId,
): Standing<Candidate> => {
  const own = waitingOn(db, now, offered.card.serves, id);
  const { candidates, others } = rankedFrom(db, now, offered, own);
  return [...candidates, ...others][0] ?? fail('CONFLICT', { reason: 'not-waiting' });
};

/** For many cards at once: whoever waits is read once a list. */
export const matchingIn = (db: ReadDb, now: Instant): ((offered: Offered) => number) => {
  const waiting = new Map<string, PersonFacts[]>();
  return (offered) => {
    const { serves } = offered.card;
    const people = waiting.get(serves) ?? waitingOn(db, now, serves);
    waiting.set(serves, people);
    const filters = filtersFor(placeOf(db, offered));
    return candidatesFor(db, now, people, offered).filter((one) => filters(one).length === 0).length;
  };
};

export const toCandidates = (
  db: ReadDb,
  now: Instant,
  standings: readonly Standing<Candidate>[],
): CandidateLine[] =>
  toLines(db, standings).map((line, i) => ({
    ...line,
    filtered: [...(standings[i]?.filtered ?? [])],
    offers: toOffers(db, standings[i]?.facts.offers ?? [], now),
  }));
