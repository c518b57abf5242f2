import { describe, expect, test } from 'vitest';
import { cardsOf } from '../lanes/cards.ts';
import { agendaDay, appointment, column, practitioner } from '../lanes/fixtures.ts';
import { dayLanes } from '../lanes/lanes.ts';
import { firstStop, moveCursor, stopsOf } from './cursor.ts';
import type { Cursor } from './types.ts';

const day = agendaDay({
  columns: [
    column(1, { open: [{ start: 540, end: 585, kind: 'regular', capacity: 1 }] }),
    column(2, { open: [], present: false }),
    column(3, { open: [{ start: 600, end: 630, kind: 'regular', capacity: 1 }] }),
  ],
  appointments: [appointment(1, 1, 555, 570)],
});
const lanes = dayLanes(day, [practitioner(1, 'Nguyen'), practitioner(2, 'Petit'), practitioner(3, 'Roux')], {
  from: 480,
  to: 1140,
});
const { cards } = cardsOf([day], lanes, { cancelled: false });
const [first, second] = stopsOf(lanes[0] ?? never(), cards);
function never(): never {
  throw new Error('no lane');
}
const told = (cursor: Cursor | null) => cursor && `${cursor.on} ${cursor.lane} ${cursor.start}`;

describe('walking the day with the arrows', () => {
  test('a lane is walked from morning to evening, free time and cards alike', () =>
    expect(lanes.map((lane) => stopsOf(lane, cards).map(told))).toEqual([
      ['free p1 540', 'card p1 555', 'free p1 570'],
      [],
      ['free p3 600', 'free p3 615'],
    ]));

  test('down goes to the next stop, and stays at the last', () => {
    const down = moveCursor(first ?? never(), 'down', lanes, cards);
    expect(told(down)).toBe('card p1 555');
    const last = moveCursor(down, 'last', lanes, cards);
    expect(told(moveCursor(last, 'down', lanes, cards))).toBe('free p1 570');
  });

  test('up from the first stop stays there', () =>
    expect(told(moveCursor(first ?? never(), 'up', lanes, cards))).toBe('free p1 540'));

  test('right steps over a lane where nothing can be reached, to the same hour or the nearest', () => {
    const right = moveCursor(second ?? never(), 'right', lanes, cards);
    expect(told(right)).toBe('free p3 600');
    expect(told(moveCursor(right, 'left', lanes, cards))).toBe('free p1 570');
    expect(told(moveCursor(right, 'right', lanes, cards))).toBe('free p3 600');
  });

  test('the first stop is the present minute, or the morning', () => {
    expect(told(firstStop(lanes, cards, 560))).toBe('free p1 570');
    expect(told(firstStop(lanes, cards, 1200))).toBe('free p1 540');
    expect(told(firstStop(lanes, cards, null))).toBe('free p1 540');
    expect(firstStop([], [], null)).toBeNull();
  });
});
