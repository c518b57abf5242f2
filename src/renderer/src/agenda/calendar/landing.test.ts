import { expect, test } from 'vitest';
import { clickedMinute, droppedMinute } from './landing.ts';

const lane = { step: 15, free: [{ start: 550, end: 565 }] };

test('a click in free time means the whole free piece, wherever it falls in it', () => {
  expect(clickedMinute(lane, 550)).toBe(550);
  expect(clickedMinute(lane, 564)).toBe(550);
});

test('a click elsewhere means the step that it falls in', () => expect(clickedMinute(lane, 614)).toBe(600));

test('a card dropped five minutes off lands where it was meant', () => {
  expect(droppedMinute(lane, 605)).toBe(600);
  expect(droppedMinute(lane, 595)).toBe(600);
});

test('free time that begins off the grid draws the card to it', () => {
  expect(droppedMinute(lane, 550)).toBe(550);
  expect(droppedMinute(lane, 548)).toBe(550);
});
