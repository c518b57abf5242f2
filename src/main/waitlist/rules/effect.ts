/** What places would do to a list, for the three criteria that the CPTS looks at: shares, never people. Pure. */
import type { Criterion } from '../../../contract/criteria.ts';
import type { Effect, Share } from '../../../contract/waitlist-offers.ts';

/** Under so many, a share would tell of somebody. */
const FEWEST = 11;

const LOOKED_AT = ['age-70', 'long-term-illness', 'c2s'] as const;

type People = readonly (readonly Criterion[])[];

const share = (people: People, criterion: Criterion): Share => ({
  n: people.length < FEWEST ? null : people.filter((counting) => counting.includes(criterion)).length,
  of: people.length,
});

/**
 * @param served criteria of each person taken on in the last twelve months, together with those who come next
 * @param waiting of each person who waits
 */
export const effectOf = (served: People, waiting: People): Effect[] =>
  LOOKED_AT.map((criterion) => ({
    criterion,
    served: share(served, criterion),
    list: share(waiting, criterion),
  }));
