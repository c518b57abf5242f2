/**
 * Two thousand people ranked for one place. The ratio is against the least that an order can cost: the same list sorted by
 * one number and one date, in the same run.
 */
import { Criterion } from '../../src/contract/criteria.ts';
import type { WaitlistEntryId } from '../../src/contract/ids.ts';
import { addDays } from '../../src/contract/time.ts';
import type { RankFacts } from '../../src/main/waitlist/rules/facts.ts';
import { ranked } from '../../src/main/waitlist/rules/rank.ts';
import { PROPOSED } from '../../src/main/waitlist/rules/score.ts';
import { NOW, PARIS, person, placeOf, TODAY } from '../support/waiting-people.ts';
import { chance, type Figure, figure, measure } from './measure.ts';

const people = (count: number): RankFacts[] => {
  const random = chance(7);
  return Array.from({ length: count }, (_, i) =>
    person(i + 1, {
      since: addDays(TODAY, -Math.floor(random() * 700)),
      counting: Criterion.options.filter((criterion) => criterion !== 'child-under-2' && random() < 0.2),
      birth: { precision: 'day', value: '1948-03-12' },
      wishes: {
        days: random() < 0.3 ? [2, 4] : [],
        from: random() < 0.2 ? 840 : null,
        to: random() < 0.2 ? 720 : null,
        practitionerSex: random() < 0.1 ? 'female' : null,
        atShortNotice: random() < 0.3,
      },
      homeVisit: random() < 0.05,
      stepFree: random() < 0.1,
      minutes: 15,
    }),
  );
};

/** A fresh order each time: a list that is sorted already costs next to nothing. */
const mixed = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

export const benchWaitlistRank = (): Figure[] => {
  const random = chance(11);
  const all = people(2000);
  const lists = Array.from({ length: 60 }, () => mixed(all, random));
  const at = { rules: PROPOSED, now: NOW, zone: PARIS, place: placeOf() };
  const scores = new Map(
    [...ranked(all, at).candidates, ...ranked(all, at).others].map(({ rank }) => [rank.entryId, rank.score]),
  );
  const score = (id: WaitlistEntryId): number => scores.get(id) ?? 0;
  const bare = measure(lists, (list) =>
    [...list].sort(
      (a, b) => score(b.entryId) - score(a.entryId) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
    ),
  );
  return [
    figure(
      'classement de 2 000 personnes pour une place',
      20,
      measure(lists, (list) => ranked(list, at)),
      {
        what: 'un tri nu',
        measured: bare,
      },
    ),
  ];
};

if (import.meta.main) console.log(JSON.stringify(benchWaitlistRank()));
