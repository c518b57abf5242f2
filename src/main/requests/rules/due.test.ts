import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RequestNature } from '../../../contract/requests.ts';
import { instantOf, localNow, weekdayOf } from '../../../contract/time.ts';
import { dueFor } from './due.ts';

const PARIS = 'Europe/Paris';
const HOLIDAYS = new Set(['2026-12-25', '2027-01-01']);
const working = (day: string) => weekdayOf(day) <= 5 && !HOLIDAYS.has(day);

const due = (day: string, minute: number, nature: RequestNature = 'appointment', urgent?: boolean) => {
  const message = urgent === undefined ? null : ({ kind: 'result', urgent } as const);
  const { day: by, minute: at } = localNow(
    dueFor({ nature, message }, instantOf(day, minute, PARIS), PARIS, working),
    PARIS,
  );
  return `${by} ${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
};

describe('by when, when nobody said it', () => {
  test.each<[string, number, RequestNature, boolean | undefined, string]>([
    ['2026-11-23', 9 * 60, 'appointment', undefined, '2026-11-23 18:00'],
    ['2026-11-23', 15 * 60 + 59, 'registration', undefined, '2026-11-23 18:00'],
    ['2026-11-23', 16 * 60, 'registration', undefined, '2026-11-24 12:00'],
    ['2026-11-23', 9 * 60, 'unscheduled', undefined, '2026-11-23 10:00'],
    ['2026-11-23', 9 * 60, 'message', false, '2026-11-23 18:00'],
    ['2026-11-23', 17 * 60, 'message', true, '2026-11-23 18:00'],
    // Friday evening, Saturday, and the evening before Christmas, a Friday.
    ['2026-11-27', 17 * 60, 'administrative', undefined, '2026-11-30 12:00'],
    ['2026-11-28', 9 * 60, 'redirection', undefined, '2026-11-30 12:00'],
    ['2026-12-24', 17 * 60, 'appointment', undefined, '2026-12-28 12:00'],
  ])('asked on %s at minute %i (%s, urgent %s): by %s', (day, minute, nature, urgent, by) =>
    expect(due(day, minute, nature, urgent)).toBe(by),
  );

  test('is always later than the asking, and at most four days later around Christmas', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: instantOf('2026-12-01', 0, PARIS), max: instantOf('2027-01-15', 0, PARIS) }),
        fc.constantFrom(...RequestNature.options),
        (now, nature) => {
          const by = dueFor({ nature, message: null }, now, PARIS, working);
          expect(by).toBeGreaterThan(now);
          expect(by - now).toBeLessThan(4 * 86_400_000);
        },
      ),
    ));

  test('is still said when no day is a working day', () =>
    expect(dueFor({ nature: 'appointment', message: null }, 0, PARIS, () => false)).toBe(
      instantOf('1970-01-15', 12 * 60, PARIS),
    ));
});
