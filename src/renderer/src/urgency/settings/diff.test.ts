import { expect, test } from 'vitest';
import { differenceOf, signsIn } from './diff.ts';

test('a version shows what it added, what it took away, and what it only moved', () => {
  expect(differenceOf(['a', 'b', 'c'], ['c', 'b', 'd'])).toEqual({
    added: ['d'],
    removed: ['a'],
    reordered: true,
  });
  expect(differenceOf(['a', 'b'], ['a', 'x', 'b'])).toEqual({ added: ['x'], removed: [], reordered: false });
});

test('signs are typed one a line', () => {
  expect(signsIn(' Douleur \n\nMalaise\nDouleur\n')).toEqual(['Douleur', 'Malaise']);
});
