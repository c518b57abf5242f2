import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, localNow } from '../../../contract/time.ts';
import { spanOf } from './days.ts';

const PARIS = 'Europe/Paris';
const HOUR = 3_600_000;

describe('a day of the journal', () => {
  it('is the house’s, from midnight to midnight', () => {
    expect(spanOf({ from: '2026-11-23', to: '2026-11-23' }, PARIS)).toEqual({
      since: Date.UTC(2026, 10, 22, 23),
      until: Date.UTC(2026, 10, 23, 23),
    });
    expect(spanOf({ from: '2026-11-23', to: '2026-11-23' }, 'Indian/Reunion')).toEqual({
      since: Date.UTC(2026, 10, 22, 20),
      until: Date.UTC(2026, 10, 23, 20),
    });
  });

  it('has 23 hours when the clocks go forward, and 25 when they go back', () => {
    const hours = (day: string) => {
      const { since, until } = spanOf({ from: day, to: day }, PARIS);
      return ((until ?? 0) - (since ?? 0)) / HOUR;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-03-30')]).toEqual([23, 25, 24]);
  });

  it('without a bound goes on', () => {
    expect(spanOf({ from: null, to: null }, PARIS)).toEqual({ since: null, until: null });
  });

  it('holds every instant that the house’s calendar says is of that day, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 0, max: 25 * 60 - 1 }),
        fc.constantFrom(PARIS, 'Pacific/Auckland', 'America/Cayenne', 'America/Miquelon'),
        (days, minutes, zone) => {
          const day = addDays('2024-01-01', days);
          const at = instantOf(day, 0, zone) + minutes * 60_000;
          const { since, until } = spanOf({ from: day, to: day }, zone);
          const within = at >= (since ?? 0) && at < (until ?? 0);
          expect(within).toBe(localNow(at, zone).day === day);
        },
      ),
    );
  });
});
