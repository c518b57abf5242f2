import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_MS, isDue, RETRY_MS, type Standing } from './schedule.ts';

const NOON = Date.UTC(2026, 10, 23, 11);
const written = { at: NOON, day: '2026-11-23', seq: 40 };
const quiet: Standing = { written, failedAt: null, now: NOON, day: '2026-11-23', seq: 40 };

describe('the fallback sheets are written again', () => {
  it('half an hour after the last, when something was written down since', () => {
    expect(isDue({ ...quiet, seq: 41, now: NOON + EVERY_MS - 1 })).toBe(false);
    expect(isDue({ ...quiet, seq: 41, now: NOON + EVERY_MS })).toBe(true);
  });

  it('not through a night in which nothing moves', () => {
    expect(isDue({ ...quiet, now: NOON + 10 * EVERY_MS })).toBe(false);
  });

  it('at once on a new day, and when there are none', () => {
    expect(isDue({ ...quiet, now: NOON + 1, day: '2026-11-24' })).toBe(true);
    expect(isDue({ ...quiet, written: null })).toBe(true);
  });

  it('five minutes after a try that failed, and not before', () => {
    const failed = { ...quiet, seq: 41, failedAt: NOON };
    expect(isDue({ ...failed, now: NOON + RETRY_MS - 1 })).toBe(false);
    expect(isDue({ ...failed, now: NOON + RETRY_MS })).toBe(true);
    expect(isDue({ ...failed, written: null, now: NOON + 1 })).toBe(false);
  });

  it('whatever the clock was put to, never more than half an hour of work behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: EVERY_MS, max: 400 * 24 * 3_600_000 }), fc.boolean(), (away, back) => {
        expect(isDue({ ...quiet, seq: 41, now: back ? NOON - away : NOON + away })).toBe(true);
      }),
    );
  });
});
