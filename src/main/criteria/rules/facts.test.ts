import { expect, it } from 'vitest';
import { factsOf, type Said } from './facts.ts';

const c2s: Said = {
  criterion: 'c2s',
  version: 2,
  answer: 'yes',
  source: 'document',
  saidOn: '2026-01-10',
  holdsUntil: '2026-11-24',
};

it('an answer counts to its last day, and is unknown again the next', () => {
  const unknown = { precision: 'unknown', value: null } as const;
  expect(factsOf(unknown, [c2s], '2026-11-24')).toEqual([c2s]);
  expect(factsOf(unknown, [c2s], '2026-11-25')).toEqual([{ ...c2s, answer: 'unknown' }]);
});

it('what nobody asked is left out; what the birth date gives needs nobody', () => {
  const facts = factsOf({ precision: 'day', value: '1940-05-02' }, [c2s], '2026-11-24');
  expect(facts.map(({ criterion, answer, source }) => [criterion, answer, source])).toEqual([
    ['age-70', 'yes', null],
    ['c2s', 'yes', 'document'],
  ]);
});
