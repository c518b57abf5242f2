import { describe, expect, it } from 'vitest';
import { parseDay } from './day-text.ts';

const TODAY = '2026-11-23';

describe('a date as it is typed', () => {
  it.each([
    ['24/12/2026', '2026-12-24'],
    ['24/12/26', '2026-12-24'],
    ['24-12-2026', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['24122026', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['1/1/27', '2027-01-01'],
  ])('« %s » is understood', (typed, day) => {
    expect(parseDay(typed, TODAY)).toBe(day);
  });

  it.each(['', '31/11/2026', '29/02/2027', '12', 'demain', '24/13/2026'])('« %s » is no date', (typed) => {
    expect(parseDay(typed, TODAY)).toBe(null);
  });
});
