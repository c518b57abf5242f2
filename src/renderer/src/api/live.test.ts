import { expect, test } from 'vitest';
import { touchedAreas } from './live.ts';

test('a booked appointment asks the agenda and the requests again, nothing else', () =>
  expect(touchedAreas({ seq: 8, entities: ['claim'] }, 7)).toEqual(['agenda', 'requests']));

test('a change that was missed asks everything again', () =>
  expect(touchedAreas({ seq: 9, entities: ['claim'] }, 7)).toBeNull());

test('a kind of row that the screen does not know asks everything again', () =>
  expect(touchedAreas({ seq: 8, entities: ['claim', 'novelty'] }, 7)).toBeNull());

test('the first change has nothing before it to miss', () =>
  expect(touchedAreas({ seq: 400, entities: ['staff'] }, null)).toEqual(['people']));
