import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PractitionerId } from '../../../contract/ids.ts';
import { addDays, instantOf, localNow, weekdayOf } from '../../../contract/time.ts';
import { STEPS } from './cascade.ts';
import {
  deadlineOf,
  HALF_DAY_AT,
  type HalfDay,
  halfDayOf,
  nextHalfDay,
  stepOf,
  WITHIN_MS,
} from './windows.ts';

const ZONE = 'Europe/Paris';
const OWN = 1 as PractitionerId;
const OTHER = 2 as PractitionerId;

/** Monday to Friday, and a public holiday. */
const HOLIDAYS = ['2026-12-25', '2027-01-01', '2026-11-11', '2027-03-29'];
const isOpen = ({ day }: HalfDay): boolean => weekdayOf(day) <= 5 && !HOLIDAYS.includes(day);

const windowsAt = (day: string, minute: number) => {
  const now = instantOf(day, minute, ZONE);
  const { deadline } = deadlineOf(now, now);
  const wall = localNow(now, ZONE);
  return { wall, zone: ZONE, deadline, next: nextHalfDay(wall, deadline, ZONE, isOpen), ownDoctorId: OWN };
};
const step = (at: ReturnType<typeof windowsAt>, day: string, start: number, who = OTHER) =>
  stepOf({ day, start, practitionerId: who }, at);

describe('which step a free place belongs to', () => {
  it('Monday at ten: this morning her own doctor then colleagues, this afternoon, then up to Wednesday at ten', () => {
    const at = windowsAt('2026-11-23', 600);
    expect(at.next).toEqual({ day: '2026-11-23', half: 'afternoon' });
    expect(step(at, '2026-11-23', 660, OWN)).toBe('own-doctor');
    expect(step(at, '2026-11-23', 615)).toBe('colleagues');
    expect(step(at, '2026-11-23', 780)).toBe('next-half-day');
    expect(step(at, '2026-11-24', 540)).toBe('within-48h');
    expect(step(at, '2026-11-25', 600)).toBe('within-48h');
    expect(step(at, '2026-11-25', 601)).toBeNull();
  });

  it('in the afternoon the next half-day is tomorrow morning', () => {
    expect(windowsAt('2026-11-23', 960).next).toEqual({ day: '2026-11-24', half: 'morning' });
  });

  it('just before midnight and just after it, tomorrow becomes today', () => {
    const before = windowsAt('2026-11-23', 1439);
    const afterwards = windowsAt('2026-11-24', 0);
    expect(step(before, '2026-11-24', 540, OWN)).toBe('next-half-day');
    expect(step(afterwards, '2026-11-24', 540, OWN)).toBe('own-doctor');
  });

  it('on Friday evening nothing is open within 48 hours: no half-day is promised', () => {
    const at = windowsAt('2026-11-27', 1080);
    expect(at.next).toBeNull();
    expect(step(at, '2026-11-29', 1080)).toBe('within-48h');
    expect(step(at, '2026-11-30', 540)).toBeNull();
  });

  it('on Sunday the next half-day is Monday morning; before a public holiday it is the day after', () => {
    expect(windowsAt('2026-11-29', 600).next).toEqual({ day: '2026-11-30', half: 'morning' });
    // Tuesday 10 November 2026, the 11th is a holiday.
    expect(windowsAt('2026-11-10', 960).next).toEqual({ day: '2026-11-12', half: 'morning' });
  });

  it('the night that loses an hour ends the 48 hours an hour later on the wall; the one that gains, an hour earlier', () => {
    const spring = windowsAt('2027-03-26', 1200);
    expect(localNow(spring.deadline, ZONE)).toEqual({ day: '2027-03-28', minute: 1260 });
    const autumn = windowsAt('2026-10-23', 1200);
    expect(localNow(autumn.deadline, ZONE)).toEqual({ day: '2026-10-25', minute: 1140 });
    expect(step(autumn, '2026-10-25', 1140)).toBe('within-48h');
    expect(step(autumn, '2026-10-25', 1141)).toBeNull();
  });
});

describe('the 48 hours', () => {
  it('count from the first word, not from when somebody looks', () => {
    const asked = instantOf('2026-11-23', 600, ZONE);
    expect(deadlineOf(asked, asked + 3_600_000)).toEqual({ deadline: asked + WITHIN_MS, late: false });
  });

  it('once passed they count anew from now, and are late', () => {
    const asked = instantOf('2026-11-23', 600, ZONE);
    const now = asked + WITHIN_MS;
    expect(deadlineOf(asked, now)).toEqual({ deadline: now + WITHIN_MS, late: true });
  });
});

describe('whatever the day and the hour', () => {
  const FIRST = '2026-10-20';
  const day = fc.integer({ min: 0, max: 170 }).map((n) => addDays(FIRST, n));
  const minute = fc.integer({ min: 0, max: 1439 });
  const ahead = fc.integer({ min: 0, max: 3 });

  it('a place after the deadline is in no step, one before it in exactly one; own only where it is her own', () => {
    fc.assert(
      fc.property(day, minute, ahead, minute, fc.constantFrom(OWN, OTHER), (on, at, later, start, who) => {
        const windows = windowsAt(on, at);
        const there = addDays(on, later);
        const found = step(windows, there, start, who);
        expect(found === null).toBe(instantOf(there, start, ZONE) > windows.deadline);
        if (found === 'own-doctor') expect(who).toBe(OWN);
        if (found === 'colleagues') expect(who).toBe(OTHER);
      }),
    );
  });

  it('a later step never starts before an earlier one, her own doctor aside', () => {
    const rank = (kind: ReturnType<typeof step>) => Math.max(1, kind === null ? 9 : STEPS.indexOf(kind));
    fc.assert(
      fc.property(day, minute, ahead, minute, ahead, minute, (on, at, la, a, lb, b) => {
        const windows = windowsAt(on, at);
        const [first, second] = [
          { day: addDays(on, la), start: a },
          { day: addDays(on, lb), start: b },
        ];
        // What the search offers: open time that has not passed.
        const offered = (place: { day: string; start: number }) =>
          isOpen(halfDayOf({ day: place.day, minute: place.start })) && (place.day > on || place.start >= at);
        if (!offered(first) || !offered(second)) return;
        const steps = [first, second].map((place) => rank(step(windows, place.day, place.start)));
        const [x = 0, y = 0] = steps;
        if (x < y)
          expect(first.day < second.day || (first.day === second.day && first.start < second.start)).toBe(
            true,
          );
      }),
    );
  });

  it('the next half-day is open, begins before the deadline, and none before it is open', () => {
    fc.assert(
      fc.property(day, minute, (on, at) => {
        const { next, deadline, wall } = windowsAt(on, at);
        if (next === null) return;
        expect(isOpen(next)).toBe(true);
        const begins = instantOf(next.day, next.half === 'morning' ? 0 : HALF_DAY_AT, ZONE);
        expect(begins).toBeLessThanOrEqual(deadline);
        expect(next.day > wall.day || (next.half === 'afternoon' && halfDayOf(wall).half === 'morning')).toBe(
          true,
        );
      }),
    );
  });
});
