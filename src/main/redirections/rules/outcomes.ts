/** What came of the persons sent to one entry, and whether it should come last in a search. Pure. */
import type { DirectoryEntry } from '../../../contract/directory.ts';
import {
  type EntryOutcomes,
  RECENT_DAYS,
  type Redirection,
  type RedirectionState,
} from '../../../contract/redirections.ts';
import { type Day, daysBetween, type Instant, localNow } from '../../../contract/time.ts';
import { isWaiting } from './steps.ts';

export type Sent = Pick<Redirection, 'id' | 'state' | 'stateAt' | 'acceptedAt'>;

interface Answer {
  readonly at: Instant;
  readonly id: number;
  readonly said: 'accepted' | 'full' | 'unreachable';
}

/** What the entry itself answered; a person who did not go says nothing of it. */
const answerOf = ({ id, state, stateAt, acceptedAt }: Sent): Answer[] => {
  if (acceptedAt !== null) return [{ id, at: acceptedAt, said: 'accepted' }];
  return state === 'full' || state === 'unreachable' ? [{ id, at: stateAt, said: state }] : [];
};

const latestFirst = (a: Answer, b: Answer): number => b.at - a.at || b.id - a.id;

type Verified = Pick<DirectoryEntry, 'takesNewcomers' | 'verifiedOn'>;

/**
 * Recent: within `RECENT_DAYS` on the house's calendar. An entry sinks while its last recent answer is « complet » or
 * « injoignable », unless somebody verified on a later day that it takes newcomers. « Complet depuis » is the first of
 * those answers since it last accepted anybody; an unreachable one in between says nothing of room.
 */
export const outcomesOf = (
  sent: readonly Sent[],
  { takesNewcomers, verifiedOn }: Verified,
  today: Day,
  zone: string,
): EntryOutcomes => {
  const counted = sent.filter(({ state }) => state !== 'taken-back');
  const count = (...states: readonly RedirectionState[]): number =>
    counted.filter(({ state }) => states.includes(state)).length;
  const dayOf = ({ at }: Answer): Day => localNow(at, zone).day;
  const answers = counted.flatMap(answerOf).sort(latestFirst);
  const accepted = answers.findIndex(({ said }) => said === 'accepted');
  // Since they last took somebody.
  const bad = accepted < 0 ? answers : answers.slice(0, accepted);
  const [last] = bad;
  const knownBetter =
    last !== undefined && takesNewcomers === 'yes' && verifiedOn !== null && verifiedOn > dayOf(last);
  const sinks = last !== undefined && daysBetween(dayOf(last), today) <= RECENT_DAYS && !knownBetter;
  const firstOf = (said: Answer['said']): Day | null => {
    const first = sinks ? bad.findLast((answer) => answer.said === said) : undefined;
    return first === undefined ? null : dayOf(first);
  };
  return {
    sent: counted.length,
    waiting: counted.filter(({ state }) => isWaiting(state)).length,
    accepted: counted.filter(({ acceptedAt }) => acceptedAt !== null).length,
    full: count('full'),
    unreachable: count('unreachable'),
    notGone: count('not-gone'),
    fullSince: firstOf('full'),
    unreachableSince: firstOf('unreachable'),
    sinks,
  };
};

/** Each half in the order in which it was: those that sink come last, and are still there. */
export const sunkLast = <T>(found: readonly T[], sinks: (one: T) => boolean): T[] => [
  ...found.filter((one) => !sinks(one)),
  ...found.filter(sinks),
];
