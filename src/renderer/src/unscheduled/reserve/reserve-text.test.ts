import { describe, expect, test } from 'vitest';
import type { UnscheduledDay } from '../../../../contract/unscheduled.ts';
import { reserveText, stripOf } from './reserve-text.ts';

const day = (on: string, offered: number, left: number, working = true): UnscheduledDay => ({
  day: on,
  working,
  offered,
  left,
  practitioners: [],
});
const MONDAY = '2026-11-23';

describe('the home strip', () => {
  test('says what is left today and tomorrow, down to none', () => {
    expect(stripOf([day(MONDAY, 4, 0), day('2026-11-24', 6, 6)], MONDAY)).toEqual({
      today: 0,
      tomorrow: 6,
      without: null,
    });
  });

  test('announces the first working day without any, by its nearest name; a closed day is not one', () => {
    const week = [
      day(MONDAY, 4, 2),
      day('2026-11-24', 4, 4),
      day('2026-11-25', 0, 0),
      day('2026-11-26', 0, 0),
    ];
    expect(stripOf(week, MONDAY).without).toBe('aucun mer. 25 nov.');
    expect(stripOf([day(MONDAY, 0, 0)], MONDAY)).toEqual({
      today: null,
      tomorrow: null,
      without: 'aucun aujourd’hui',
    });
    expect(stripOf([day(MONDAY, 1, 1), day('2026-11-24', 0, 0)], MONDAY).without).toBe('aucun demain');
    expect(stripOf([day('2026-11-28', 0, 0, false)], '2026-11-28').without).toBeNull();
  });
});

test('beside a name: how many of how many, or what became of them', () => {
  const reserve = { practitionerId: 1, state: 'kept', offered: 4, left: 3, extra: [] } as never;
  expect(reserveText(reserve)).toBe('3 sur 4');
  expect(reserveText({ ...(reserve as object), state: 'by-hand' } as never)).toBe('libéré à la main');
  expect(reserveText(null)).toBe('aucun ce jour');
});
