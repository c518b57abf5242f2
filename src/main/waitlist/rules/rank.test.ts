import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  facts,
  NOW,
  PARIS,
  people,
  person,
  placeOf,
  places,
  rules,
  TODAY,
} from '../../../../tests/support/waiting-people.ts';
import { Criterion } from '../../../contract/criteria.ts';
import type { WaitlistEntryId } from '../../../contract/ids.ts';
import { addDays, instantOf } from '../../../contract/time.ts';
import type { RulesDraft } from '../../../contract/waitlist-rank.ts';
import type { Place, RankFacts } from './facts.ts';
import { ranked } from './rank.ts';
import { PROPOSED } from './score.ts';

const at = (rulesInForce: RulesDraft | null = PROPOSED, place: Place | null = null, now = NOW) => ({
  rules: rulesInForce,
  now,
  zone: PARIS,
  place,
});
const order = (all: readonly RankFacts[], when = at()) =>
  ranked(all, when).candidates.map(({ rank }) => rank.entryId);
const rankOf = (one: RankFacts, when = at()) => ranked([one], when).candidates[0]?.rank;
const ago = (days: number) => addDays(TODAY, -days);

const mrsRoux = person(7, {
  since: ago(41),
  counting: ['long-term-illness', 'age-70'],
  birth: { precision: 'day', value: '1948-03-12' },
  wishes: { days: [], from: null, to: 720, practitionerSex: null, atShortNotice: false },
});

describe('The rank of one person', () => {
  test('is a sum that can be read aloud, line by line', () => {
    expect(rankOf(mrsRoux)).toEqual({
      entryId: 7,
      score: 60,
      parts: [
        { kind: 'criterion', criterion: 'age-70', points: 20 },
        { kind: 'criterion', criterion: 'long-term-illness', points: 30 },
        { kind: 'waiting', weeks: 5, points: 10 },
      ],
      sentence: '78 ans, ALD, attend depuis 41 jours, disponible le matin',
      beforeEveryNewcomerOn: null,
      waitingDays: 41,
      atShortNotice: false,
    });
  });

  test('shows what the cap takes away', () => {
    const one = person(1, { counting: ['age-70', 'long-term-illness', 'c2s'], since: ago(7) });
    expect(rankOf(one)).toMatchObject({
      score: 62,
      parts: [
        { kind: 'criterion', criterion: 'age-70', points: 20 },
        { kind: 'criterion', criterion: 'long-term-illness', points: 30 },
        { kind: 'criterion', criterion: 'c2s', points: 20 },
        { kind: 'cap', points: -10 },
        { kind: 'waiting', weeks: 1, points: 2 },
      ],
    });
  });

  test('leaves out, of the sum and of the words, a criterion for which the house gives nothing', () => {
    const none = { ...PROPOSED, weights: { ...PROPOSED.weights, c2s: 0 } };
    const one = person(1, { counting: ['c2s'], since: ago(3) });
    expect(rankOf(one, at(none))).toMatchObject({
      parts: [{ kind: 'waiting', weeks: 0, points: 0 }],
      sentence: 'attend depuis 3 jours',
    });
  });

  test('counts weeks of seven days of the house, also over the night on which clocks change', () => {
    // Monday 19 October 2026, 00:30, to Monday 26: an hour longer than a week, and just as well one week.
    const since = '2026-10-19';
    const weeks = (day: string, minute: number) =>
      rankOf(person(1, { since }), at(PROPOSED, null, instantOf(day, minute, PARIS)))?.parts.at(-1);
    expect(weeks('2026-10-25', 1439)).toEqual({ kind: 'waiting', weeks: 0, points: 0 });
    expect(weeks('2026-10-26', 0)).toEqual({ kind: 'waiting', weeks: 1, points: 2 });
    // The week of 29 March 2026 is an hour shorter.
    const spring = (day: string, minute: number) =>
      rankOf(person(1, { since: '2026-03-23' }), at(PROPOSED, null, instantOf(day, minute, PARIS)))?.parts.at(
        -1,
      );
    expect(spring('2026-03-29', 1439)).toEqual({ kind: 'waiting', weeks: 0, points: 0 });
    expect(spring('2026-03-30', 0)).toEqual({ kind: 'waiting', weeks: 1, points: 2 });
  });

  test('says from which day nobody new comes before: thirty weeks at most under the proposed rule', () => {
    expect(rankOf(person(1))?.beforeEveryNewcomerOn).toBe(addDays(TODAY, 210));
    expect(rankOf(person(1, { since: ago(209) }))?.beforeEveryNewcomerOn).toBe(addDays(TODAY, 1));
    expect(rankOf(person(1, { since: ago(210) }))?.beforeEveryNewcomerOn).toBe(null);
    // 60 points from the first day: whoever comes later comes after.
    const heavy = person(1, { counting: ['long-term-illness', 'age-70', 'c2s'] });
    expect(rankOf(heavy)?.beforeEveryNewcomerOn).toBe(null);
  });

  test('is the date alone until the practitioners have adopted a rule', () => {
    const late = person(1, { counting: ['long-term-illness'], since: ago(2) });
    const early = person(2, { since: ago(3) });
    expect(order([late, early], at(null))).toEqual([2, 1]);
    expect(rankOf(late, at(null))).toEqual({
      entryId: 1,
      score: 0,
      parts: [],
      sentence: 'attend depuis 2 jours',
      beforeEveryNewcomerOn: null,
      waitingDays: 2,
      atShortNotice: false,
    });
  });
});

describe('The order', () => {
  test('goes by the sum, then by the day on which somebody first asked, then by the entry', () => {
    const all = [
      person(9, { since: ago(20) }),
      person(8, { since: ago(21), counting: ['c2s'] }),
      person(4, { since: ago(15) }),
      person(3, { since: ago(15) }),
    ];
    expect(order(all)).toEqual([8, 9, 3, 4]);
  });

  test('puts first, for a place less than two hours away, those who can come at once', () => {
    const quick = person(2, { wishes: { ...person(2).wishes, atShortNotice: true } });
    const all = [mrsRoux, quick];
    const place = placeOf({ slot: { day: TODAY, start: 660, end: 690 } });
    const when = (minute: number) => at(PROPOSED, place, instantOf(TODAY, minute, PARIS));
    expect(order(all, when(540))).toEqual([7, 2]);
    expect(order(all, when(541))).toEqual([2, 7]);
    expect(ranked(all, when(541)).candidates.map(({ rank }) => rank.atShortNotice)).toEqual([true, false]);
  });

  test('reckons those two hours over midnight and over both nights on which clocks change', () => {
    const quick = person(2, { wishes: { ...person(2).wishes, atShortNotice: true } });
    const near = (day: string, start: number, now: number) =>
      ranked([quick], at(PROPOSED, placeOf({ slot: { day, start, end: start + 30 } }), now)).candidates[0]
        ?.rank.atShortNotice;
    expect(near('2026-11-24', 30, instantOf(TODAY, 1350, PARIS))).toBe(false);
    expect(near('2026-11-24', 30, instantOf(TODAY, 1351, PARIS))).toBe(true);
    // 29 March 2026: from 1:30 to 4:00 only an hour and a half passes.
    expect(near('2026-03-29', 240, instantOf('2026-03-29', 60, PARIS))).toBe(false);
    expect(near('2026-03-29', 240, instantOf('2026-03-29', 61, PARIS))).toBe(true);
    // 25 October 2026: from 1:30 to 3:00 two hours and a half pass.
    expect(near('2026-10-25', 180, instantOf('2026-10-25', 90, PARIS))).toBe(false);
    expect(near('2026-10-25', 180, instantOf('2026-10-25', 121, PARIS) + 60 * 60_000)).toBe(true);
  });

  test('lists apart, in the same order, those who do not come in question', () => {
    const visit = person(1, { homeVisit: true });
    const { candidates, others } = ranked(
      [visit, person(2), { ...mrsRoux, homeVisit: true }],
      at(PROPOSED, placeOf()),
    );
    expect(candidates.map(({ rank }) => rank.entryId)).toEqual([2]);
    expect(others.map(({ rank, filtered }) => [rank.entryId, filtered])).toEqual([
      [7, ['home-visit']],
      [1, ['home-visit']],
    ]);
  });
});

describe('Whatever the list, whatever the rule', () => {
  const lists = fc.record({ all: people(), rule: fc.option(rules), place: places });
  const runs = { numRuns: 1000 };
  const placeIn = (ids: readonly WaitlistEntryId[], id: WaitlistEntryId) => ids.indexOf(id);

  test('the order in which people were written down changes nothing', () => {
    fc.assert(
      fc.property(lists, fc.integer(), ({ all, rule, place }, salt) => {
        const when = at(rule, place);
        const mixed = [...all].sort(
          (a, b) => ((a.entryId * 7919 + salt) % 101) - ((b.entryId * 7919 + salt) % 101),
        );
        expect(ranked(mixed, when)).toEqual(ranked(all, when));
      }),
      runs,
    );
  });

  test('everybody is in one of the two parts, once', () => {
    fc.assert(
      fc.property(lists, ({ all, rule, place }) => {
        const { candidates, others } = ranked(all, at(rule, place));
        const ids = [...candidates, ...others].map(({ rank }) => rank.entryId).sort((a, b) => a - b);
        expect(ids).toEqual(all.map(({ entryId }) => entryId));
      }),
      runs,
    );
  });

  /** `all` with the first person changed: neither her score falls, nor does anybody come before her who did not. */
  const neverWorse = (change: (one: RankFacts) => RankFacts) =>
    fc.property(lists, ({ all, rule, place }) => {
      const [first] = all;
      if (!first) return;
      const lifted = [change(first), ...all.slice(1)];
      const ids = (list: readonly RankFacts[]) => {
        const { candidates, others } = ranked(list, at(rule, place));
        return [candidates, others].map((part) => part.map(({ rank }) => rank.entryId));
      };
      const score = (list: readonly RankFacts[]) => {
        const { candidates, others } = ranked(list, at(rule, place));
        return (
          [...candidates, ...others].find(({ rank }) => rank.entryId === first.entryId)?.rank.score ?? -1
        );
      };
      expect(score(lifted)).toBeGreaterThanOrEqual(score(all));
      const [before, after] = [ids(all), ids(lifted)];
      for (const [part, was] of before.entries())
        expect(placeIn(after[part] ?? [], first.entryId)).toBeLessThanOrEqual(placeIn(was, first.entryId));
    });

  test('one more completed week never lowers anybody', () => {
    fc.assert(
      neverWorse((one) => ({ ...one, since: addDays(one.since, -7) })),
      runs,
    );
  });

  test('one more day of waiting never lowers anybody', () => {
    fc.assert(
      neverWorse((one) => ({ ...one, since: addDays(one.since, -1) })),
      runs,
    );
  });

  for (const criterion of Criterion.options)
    test(`« ${criterion} » never lowers anybody`, () => {
      fc.assert(
        neverWorse((one) => ({ ...one, counting: [...new Set([...one.counting, criterion])] })),
        { numRuns: 300 },
      );
    });

  test('a week that passes for both leaves the earlier of two no further behind', () => {
    fc.assert(
      fc.property(facts, facts, rules, fc.integer({ min: 0, max: 400 }), (one, other, rule, days) => {
        const [early, late] = one.since < other.since ? [one, other] : [other, one];
        const pair = [
          { ...early, entryId: 1 as WaitlistEntryId },
          { ...late, entryId: 2 as WaitlistEntryId, since: addDays(late.since, 0) },
        ];
        const gapOn = (now: number) => {
          const scores = new Map(
            ranked(pair, at(rule, null, now)).candidates.map(({ rank }) => [
              rank.entryId as number,
              rank.score,
            ]),
          );
          return (scores.get(1) ?? 0) - (scores.get(2) ?? 0);
        };
        const from = instantOf(late.since, 600, PARIS);
        expect(gapOn(from + days * 86_400_000)).toBeGreaterThanOrEqual(gapOn(from));
      }),
      runs,
    );
  });
});
