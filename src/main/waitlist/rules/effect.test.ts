import { expect, test } from 'vitest';
import type { Criterion } from '../../../contract/criteria.ts';
import { effectOf } from './effect.ts';

const people = (n: number, ...counting: Criterion[]) => Array.from({ length: n }, () => counting);

test('The effect of given places is a share of the people served beside a share of those who wait', () => {
  expect(
    effectOf(
      [...people(4, 'age-70', 'c2s'), ...people(7)],
      [...people(3, 'long-term-illness'), ...people(17)],
    ),
  ).toEqual([
    { criterion: 'age-70', served: { n: 4, of: 11 }, list: { n: 0, of: 20 } },
    { criterion: 'long-term-illness', served: { n: 0, of: 11 }, list: { n: 3, of: 20 } },
    { criterion: 'c2s', served: { n: 4, of: 11 }, list: { n: 0, of: 20 } },
  ]);
});

test('Behind fewer than eleven people no share is told, for nobody must be recognised', () => {
  expect(effectOf(people(10, 'c2s'), people(11, 'c2s'))[2]).toEqual({
    criterion: 'c2s',
    served: { n: null, of: 10 },
    list: { n: 11, of: 11 },
  });
});
