/** The sum, and the day from which nobody new can come before: the whole of what orders a list. Pure. */
import type { Criterion } from '../../../contract/criteria.ts';
import type { RankPart, RulesDraft, Weights } from '../../../contract/waitlist-rank.ts';

/** Seven days of the house, whatever the clocks did meanwhile. */
const WEEK = 7;

/** What the house starts from: points to be discussed, never in force by themselves. */
export const PROPOSED: RulesDraft = {
  weights: {
    'age-70': 20,
    'long-term-illness': 30,
    c2s: 20,
    pregnancy: 20,
    'hospital-discharge': 25,
    'doctor-gone': 10,
    'child-under-2': 10,
    // Every other door is further away for this person; it says nothing of how soon care is needed. As « doctor gone ».
    'reduced-mobility': 10,
  },
  cap: 60,
  perWeek: 2,
};

/** In the order in which they are said: ages first. */
const SAID: readonly Criterion[] = [
  'age-70',
  'child-under-2',
  'long-term-illness',
  'c2s',
  'pregnancy',
  'hospital-discharge',
  'doctor-gone',
  'reduced-mobility',
];

/** Those that this version gives points for, in the order in which they are said. */
export const worthPoints = (weights: Weights, criteria: readonly Criterion[]): Criterion[] =>
  SAID.filter((criterion) => weights[criterion] > 0 && criteria.includes(criterion));

const sum = (weights: Weights, criteria: readonly Criterion[]): number =>
  criteria.reduce((points, criterion) => points + weights[criterion], 0);

export const completedWeeks = (waitingDays: number): number => Math.max(0, Math.floor(waitingDays / WEEK));

export const scoreOf = (parts: readonly RankPart[]): number =>
  parts.reduce((points, part) => points + part.points, 0);

/** What one newcomer can bring on the first day at most. Nobody is both 70 and under two. */
export const mostOfNewcomer = ({ weights, cap }: RulesDraft): number => {
  const { 'age-70': old, 'child-under-2': small, ...asked } = weights;
  return Math.min(cap, Math.max(old, small) + Object.values(asked).reduce((a, b) => a + b, 0));
};

/**
 * After so many days of waiting, before whoever signs up then or later. While both wait the earlier of two never loses
 * ground (of two waits, the longer one completes at least as many weeks in any stretch that starts with its own day), and
 * an equal sum goes to the earlier day: so it is enough to hold against the heaviest newcomer on the first day.
 */
export const daysToPassNewcomers = (rules: RulesDraft, counting: readonly Criterion[]): number => {
  const own = Math.min(rules.cap, sum(rules.weights, worthPoints(rules.weights, counting)));
  return WEEK * Math.max(0, Math.ceil((mostOfNewcomer(rules) - own) / rules.perWeek));
};

/** What some criteria are worth by one version, whatever the wait: the same for everybody who has them. */
export interface Worth {
  /** Those that give points, in the order in which they are said. */
  readonly said: readonly Criterion[];
  /** The lines of the sum that they make. */
  readonly parts: readonly RankPart[];
  readonly daysToPassNewcomers: number;
}

export const worthOf = (rules: RulesDraft, counting: readonly Criterion[]): Worth => {
  const { weights, cap } = rules;
  const said = worthPoints(weights, counting);
  const over = sum(weights, said) - cap;
  return {
    said,
    parts: [
      ...said.map((criterion) => ({ kind: 'criterion' as const, criterion, points: weights[criterion] })),
      ...(over > 0 ? [{ kind: 'cap' as const, points: -over }] : []),
    ],
    daysToPassNewcomers: daysToPassNewcomers(rules, counting),
  };
};

/** The last line of the sum; the score is their total. */
export const waitingPart = ({ perWeek }: RulesDraft, waitingDays: number): RankPart => {
  const weeks = completedWeeks(waitingDays);
  return { kind: 'waiting', weeks, points: weeks * perWeek };
};
