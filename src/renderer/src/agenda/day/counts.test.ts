import { expect, test } from 'vitest';
import { appointment } from '../lanes/fixtures.ts';
import { countsOf } from './counts.ts';

const NOW = 1_000_000_000;
const minutesAgo = (minutes: number) => NOW - minutes * 60_000;

test('R9: the line counts the very rows of the columns', () =>
  expect(
    countsOf(
      [
        appointment(1, 1, 540, 555, { status: 'fulfilled' }),
        appointment(2, 1, 555, 570, { status: 'arrived', arrivedAt: minutesAgo(18) }),
        appointment(3, 2, 555, 570, { status: 'arrived', arrivedAt: minutesAgo(4) }),
        appointment(4, 1, 560, 570, { status: 'booked' }),
        appointment(5, 1, 660, 675, { status: 'booked' }),
        appointment(6, 2, 630, 645, { status: 'booked' }),
        appointment(7, 2, 600, 615, { status: 'cancelled' }),
      ],
      570,
      NOW,
    ),
  ).toEqual({ waiting: 2, longestWait: 18, toCome: 2, next: 630 }));

test('an empty house waits for nobody', () =>
  expect(countsOf([], 570, NOW)).toEqual({ waiting: 0, longestWait: null, toCome: 0, next: null }));
