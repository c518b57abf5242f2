/**
 * Somebody who has nothing but the screen: lines of the sum, sentences, and the points of the version shown. This file uses
 * none of the code that ranks, on purpose.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOW, PARIS, people, rules } from '../../../../tests/support/waiting-people.ts';
import type { Rank, RulesDraft } from '../../../contract/waitlist-rank.ts';
import { ranked } from './rank.ts';

interface Read {
  readonly entryId: number;
  readonly score: number;
  readonly waited: number;
}

const waitedIn = (sentence: string): number => {
  const days = /attend depuis (?:(\d+) jours?|aujourd’hui)/.exec(sentence);
  if (!days) throw new Error('no waiting time in the sentence');
  return Number(days[1] ?? 0);
};

/** Pen and paper: the points of each criterion named, not above the cap, and those of the whole weeks waited. */
const readOut = ({ entryId, parts, sentence }: Rank, { weights, cap, perWeek }: RulesDraft): Read => {
  const waited = waitedIn(sentence);
  const named = parts.flatMap((part) => (part.kind === 'criterion' ? [weights[part.criterion]] : []));
  const criteria = named.reduce((a, b) => a + b, 0);
  return { entryId, score: Math.min(cap, criteria) + perWeek * Math.floor(waited / 7), waited };
};

describe('With pen and paper', () => {
  test('anybody finds the same sums and the same order from what the screen shows', () => {
    fc.assert(
      fc.property(people(), rules, (all, rule) => {
        const shown = ranked(all, { rules: rule, now: NOW, zone: PARIS, place: null }).candidates.map(
          ({ rank }) => rank,
        );
        const found = shown.map((rank) => readOut(rank, rule));
        expect(found.map(({ score }) => score)).toEqual(shown.map(({ score }) => score));
        const sorted = [...found].sort(
          (a, b) => b.score - a.score || b.waited - a.waited || a.entryId - b.entryId,
        );
        expect(sorted.map(({ entryId }) => entryId)).toEqual(shown.map(({ entryId }) => entryId));
      }),
      { numRuns: 2000 },
    );
  });

  test('the lines add up to the sum, and each line is what the version says', () => {
    fc.assert(
      fc.property(people(10), rules, (all, rule) => {
        for (const { rank } of ranked(all, { rules: rule, now: NOW, zone: PARIS, place: null }).candidates) {
          let total = 0;
          for (const part of rank.parts) {
            total += part.points;
            if (part.kind === 'criterion') expect(part.points).toBe(rule.weights[part.criterion]);
            if (part.kind === 'waiting') expect(part.points).toBe(part.weeks * rule.perWeek);
            if (part.kind === 'cap') expect(part.points).toBeLessThan(0);
          }
          expect(total).toBe(rank.score);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('without a rule, from the days alone', () => {
    fc.assert(
      fc.property(people(), (all) => {
        const shown = ranked(all, { rules: null, now: NOW, zone: PARIS, place: null }).candidates;
        const read = shown.map(({ rank }) => ({ id: rank.entryId, waited: waitedIn(rank.sentence) }));
        expect([...read].sort((a, b) => b.waited - a.waited || a.id - b.id)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});
