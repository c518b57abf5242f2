/** Who comes next, and why (docs/spec/waitlist-rank.md). Pure. */
import type { Criterion } from '../../../contract/criteria.ts';
import { addDays, type Day, daysBetween, type Instant, instantOf, localNow } from '../../../contract/time.ts';
import type { FilterReason, Rank, RulesDraft } from '../../../contract/waitlist-rank.ts';
import type { Place, RankFacts } from './facts.ts';
import { filtersFor } from './filters.ts';
import { scoreOf, type Worth, waitingPart, worthOf } from './score.ts';
import { sentenceOf } from './sentence.ts';

export interface RankedAt {
  /** The version in force; null: nobody has adopted one, and the date alone counts. */
  readonly rules: RulesDraft | null;
  readonly now: Instant;
  readonly zone: string;
  /** Null: the list as such, for no place in particular. */
  readonly place: Place | null;
}

export interface Standing<F extends RankFacts = RankFacts> {
  readonly facts: F;
  readonly rank: Rank;
  /** Empty: comes in question. */
  readonly filtered: readonly FilterReason[];
}

export interface Ranked<F extends RankFacts = RankFacts> {
  /** The first to come first. */
  readonly candidates: readonly Standing<F>[];
  /** Those who do not come in question for this place, in the same order. */
  readonly others: readonly Standing<F>[];
}

const SHORT_NOTICE_MS = 2 * 60 * 60_000;

/** Two hours that pass, not two hours on the wall: a night that skips one leaves less time to come. */
const isNear = ({ place, now, zone }: RankedAt): boolean =>
  place?.slot != null && instantOf(place.slot.day, place.slot.start, zone) - now < SHORT_NOTICE_MS;

/** Thousands wait, and share a few hundred days and a few dozen sets of criteria: each is reckoned once. */
const once = <A, T>(keyOf: (of: A) => string, reckon: (of: A) => T): ((of: A) => T) => {
  const known = new Map<string, T>();
  return (of) => {
    const key = keyOf(of);
    const found = known.get(key) ?? reckon(of);
    known.set(key, found);
    return found;
  };
};

const byTurn = (a: Standing, b: Standing): number =>
  Number(b.rank.atShortNotice) - Number(a.rank.atShortNotice) ||
  b.rank.score - a.rank.score ||
  (a.facts.since < b.facts.since ? -1 : a.facts.since > b.facts.since ? 1 : 0) ||
  a.facts.entryId - b.facts.entryId;

const NOTHING: Worth = { said: [], parts: [], daysToPassNewcomers: 0 };

const rankerAt = (at: RankedAt): ((facts: RankFacts) => Rank) => {
  const { rules, now, zone } = at;
  const today = localNow(now, zone).day;
  const near = isNear(at);
  const elapsed = once(String, (since: Day) => daysBetween(since, today));
  const worth = once(String, (counting: readonly Criterion[]) =>
    rules === null ? NOTHING : worthOf(rules, counting),
  );
  const inDays = once(String, (days: number) => addDays(today, days));
  return ({ entryId, since, counting, birth, wishes }) => {
    const days = elapsed(since);
    const waitingDays = Math.max(0, days);
    const { said, parts: ofCriteria, daysToPassNewcomers } = worth(counting);
    const parts = rules === null ? [] : [...ofCriteria, waitingPart(rules, waitingDays)];
    return {
      entryId,
      score: scoreOf(parts),
      parts,
      sentence: sentenceOf({ birth, wishes }, said, waitingDays, today),
      beforeEveryNewcomerOn: daysToPassNewcomers <= waitingDays ? null : inDays(daysToPassNewcomers - days),
      waitingDays,
      atShortNotice: near && wishes.atShortNotice,
    };
  };
};

/** The order in which people are rung. It depends on nothing but `facts`: neither on their order here. */
export const ranked = <F extends RankFacts>(people: readonly F[], at: RankedAt): Ranked<F> => {
  const rankOf = rankerAt(at);
  const filters = at.place === null ? () => [] : filtersFor(at.place);
  const standings = people
    .map((facts): Standing<F> => ({ facts, rank: rankOf(facts), filtered: filters(facts) }))
    .sort(byTurn);
  return {
    candidates: standings.filter(({ filtered }) => filtered.length === 0),
    others: standings.filter(({ filtered }) => filtered.length > 0),
  };
};
