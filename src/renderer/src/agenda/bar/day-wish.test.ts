import { expect, test } from 'vitest';
import { readDayWish } from './day-wish.ts';

// A Monday.
const TODAY = '2026-11-23';

test.each([
  ['24', '2026-11-24'],
  ['3', '2026-12-03'],
  ['24/11', '2026-11-24'],
  ['3/2', '2027-02-03'],
  ['24/11/27', '2027-11-24'],
  ['24.11.2027', '2027-11-24'],
  ['2026-12-01', '2026-12-01'],
  ['demain', '2026-11-24'],
  ['Après-demain', '2026-11-25'],
  ['aujourd’hui', '2026-11-23'],
  ['hier', '2026-11-22'],
  ['+7', '2026-11-30'],
  ['-1', '2026-11-22'],
  ['lundi', '2026-11-30'],
  ['jeu', '2026-11-26'],
  ['dim', '2026-11-29'],
])('« %s » is %s', (text, day) => expect(readDayWish(text, TODAY)).toBe(day));

test.each(['', 'x', '31/02', '45', 'm', '24/13/2026'])('« %s » is not a day', (text) =>
  expect(readDayWish(text, TODAY)).toBeNull(),
);

test('the 30th of a February is not the 30th of another month', () =>
  expect(readDayWish('30', '2027-02-01')).toBe('2027-03-30'));
