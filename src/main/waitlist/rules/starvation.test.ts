import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facts, PARIS, person, rules, TODAY } from '../../../../tests/support/waiting-people.ts';
import { Criterion } from '../../../contract/criteria.ts';
import type { WaitlistEntryId } from '../../../contract/ids.ts';
import { addDays, type Day, daysBetween, instantOf } from '../../../contract/time.ts';
import type { RulesDraft } from '../../../contract/waitlist-rank.ts';
import type { RankFacts } from './facts.ts';
import { ranked } from './rank.ts';
import { daysToPassNewcomers, PROPOSED } from './score.ts';

const noonOf = (day: Day) => instantOf(day, 720, PARIS);
const at = (rule: RulesDraft | null, day: Day) => ({
  rules: rule,
  now: noonOf(day),
  zone: PARIS,
  place: null,
});
const everything = (without: Criterion) => Criterion.options.filter((criterion) => criterion !== without);

/** Every day two more sign up who bring all that can be brought: somebody of 70 and a small child. */
const newcomersOf = (day: Day, since: Day): RankFacts[] => {
  const id = 10 + 2 * daysBetween(since, day);
  return [
    person(id, { since: day, counting: everything('child-under-2') }),
    person(id + 1, { since: day, counting: everything('age-70') }),
  ];
};

/** The house lives through `days` days; the last day on which somebody signed up who was ever seen before `one`. */
const lastToComeBefore = (one: RankFacts, rule: RulesDraft | null, days: number): Day | null => {
  const list: RankFacts[] = [one];
  let last: Day | null = null;
  for (let n = 0; n < days; n += 1) {
    const day = addDays(one.since, n);
    list.push(...newcomersOf(day, one.since));
    for (const { facts: who } of ranked(list, at(rule, day)).candidates) {
      if (who.entryId === one.entryId) break;
      if (last === null || who.since > last) last = who.since;
    }
  }
  return last;
};

const shown = (one: RankFacts, rule: RulesDraft | null, on: Day): Day | null | undefined =>
  ranked([one], at(rule, on)).candidates[0]?.rank.beforeEveryNewcomerOn;

describe('Nobody waits for ever', () => {
  test('without any criterion, thirty weeks under the proposed rule, lived through day by day', () => {
    const one = person(1);
    const last = lastToComeBefore(one, PROPOSED, 240);
    expect(last).toBe('2027-06-20');
    expect(shown(one, PROPOSED, TODAY)).toBe('2027-06-21');
    expect(shown(one, PROPOSED, '2027-06-20')).toBe('2027-06-21');
    expect(shown(one, PROPOSED, '2027-06-21')).toBe(null);
  });

  test('by the date alone, nobody who comes later ever comes before', () => {
    expect(lastToComeBefore(person(1), null, 30)).toBe(null);
    expect(shown(person(1), null, TODAY)).toBe(null);
  });

  test('the day shown is the first from which nobody new comes before: neither sooner nor later', () => {
    fc.assert(
      fc.property(facts, rules, (drawn, rule) => {
        const one = { ...drawn, entryId: 1 as WaitlistEntryId };
        const needed = daysToPassNewcomers(rule, one.counting);
        fc.pre(needed <= 8 * 7);
        const last = lastToComeBefore(one, rule, needed + 15);
        const first = last === null ? one.since : addDays(last, 1);
        for (const on of [one.since, addDays(one.since, Math.floor(needed / 2)), addDays(one.since, needed)])
          expect(shown(one, rule, on)).toBe(first <= on ? null : first);
      }),
      { numRuns: 40 },
    );
  });

  test('under any rule that may be adopted, somebody who brings nothing passes within the cap over the points of a week', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const days = daysToPassNewcomers(rule, []);
        expect(days % 7).toBe(0);
        expect(days).toBeLessThanOrEqual(7 * Math.ceil(rule.cap / rule.perWeek));
      }),
      { numRuns: 2000 },
    );
  });
});
