import { expect, test } from 'vitest';
import { fitLanes, weightOf } from './widths.ts';

const lanes = (...capacities: readonly number[]) => capacities.map((capacity) => ({ capacity }));
const ten = lanes(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

test('R1: ten columns are all in sight at 1920, beside the panel', () =>
  expect(fitLanes(1920 - 76 - 460, ten)).toEqual({
    dayMinWidth: undefined,
    wide: false,
    shares: ten.map(() => 10),
  }));

test('twelve columns at 1366 scroll sideways rather than cut the names', () =>
  expect(fitLanes(1366 - 76, [...ten, ...lanes(1, 1)]).dayMinWidth).toBe(136));

test('few columns have room for the start time in the card', () =>
  expect(fitLanes(1920 - 76, lanes(1, 1, 1, 1)).wide).toBe(true));

test('whoever sees three at once gets the room of more than two', () => {
  expect([1, 2, 3, 20].map((capacity) => weightOf({ capacity }))).toEqual([1, 1.5, 2.25, 3]);
  expect(fitLanes(2000, lanes(1, 3)).shares.map(Math.round)).toEqual([31, 69]);
});

test('no column, nothing to fit', () =>
  expect(fitLanes(1000, [])).toEqual({ dayMinWidth: undefined, wide: false, shares: [] }));
