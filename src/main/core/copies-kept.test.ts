import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../contract/time.ts';
import { daysKept } from './copies-kept.ts';

const run = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addDays(from, i));
const kept = (days: readonly string[]): string[] => [...daysKept(days)].sort();

describe('which daily copies are kept', () => {
  it('keeps every copy of the first week', () => {
    expect(kept(run('2026-11-17', 7))).toEqual(run('2026-11-17', 7));
  });

  it('keeps seven days, the last of four weeks and the last of twelve months, on a house open every day', () => {
    expect(kept(run('2025-06-01', 541))).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-08',
      '2026-11-15',
      ...run('2026-11-17', 7),
    ]);
  });

  it('counts the days that have a copy, so that three weeks of holidays drop nothing', () => {
    const days = [...run('2026-07-27', 5), ...run('2026-08-24', 2)];
    expect(kept(days)).toEqual(days);
  });

  it('always keeps the newest, and never keeps what was not there', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 200 }), (days) => {
        const keeps = daysKept(days);
        expect(keeps.has(days.toSorted().at(-1) ?? '')).toBe(true);
        expect([...keeps].every((d) => days.includes(d))).toBe(true);
        expect(keeps.size).toBeLessThanOrEqual(7 + 4 + 12);
        // Dropping what is dropped changes nothing: pruning twice is pruning once.
        expect(daysKept([...keeps])).toEqual(keeps);
      }),
    );
  });
});
