import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RetentionSettings } from '../../../contract/privacy.ts';
import { addDays, type Day } from '../../../contract/time.ts';
import {
  areWordsDue,
  isEntryDue,
  isPersonDue,
  keptBecause,
  monthsAfter,
  type PersonFacts,
  personDueOn,
} from './retention.ts';

const DEFAULTS: RetentionSettings = {
  version: 1,
  wordsMonths: 3,
  unseenMonths: 12,
  appointmentMonths: 24,
  journalMonths: 12,
  seenYears: 5,
};

const somebody = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  seen: false,
  standing: [],
  held: false,
  lastDay: '2025-11-23',
  ...more,
});

const day = fc.integer({ min: -4000, max: 4000 }).map((n): Day => addDays('2026-11-23', n));
const settings = fc.record({
  version: fc.constant(1),
  wordsMonths: fc.integer({ min: 1, max: 12 }),
  unseenMonths: fc.integer({ min: 3, max: 12 }),
  appointmentMonths: fc.integer({ min: 12, max: 60 }),
  journalMonths: fc.integer({ min: 6, max: 12 }),
  seenYears: fc.integer({ min: 2, max: 20 }),
});
const standing = fc.subarray(['appointment', 'request', 'callback', 'list', 'redirection'] as const);
const person = fc.record({ seen: fc.boolean(), standing, held: fc.boolean(), lastDay: day });

describe('Somebody who was never received', () => {
  test('is due a year after the last thing she asked, not a day before', () => {
    expect(isPersonDue(somebody(), DEFAULTS, '2026-11-22')).toBe(false);
    expect(isPersonDue(somebody(), DEFAULTS, '2026-11-23')).toBe(true);
    expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28');
  });

  test('who was received once is due after five years', () => {
    expect(personDueOn(somebody({ seen: true }), DEFAULTS)).toBe('2030-11-23');
  });

  test('who asks to be erased is told what stands against it', () => {
    expect(keptBecause(somebody(), DEFAULTS, '2025-12-01')).toEqual([]);
    expect(keptBecause(somebody({ held: true, standing: ['list'] }), DEFAULTS, '2025-12-01')).toEqual([
      { because: 'dispute', until: null },
    ]);
    expect(keptBecause(somebody({ seen: true }), DEFAULTS, '2025-12-01')).toEqual([
      { because: 'care', until: '2030-11-23' },
    ]);
  });
});

describe('Whatever the house chose', () => {
  test('nobody with something open, to come or held for a dispute is ever due', () => {
    fc.assert(
      fc.property(person, settings, day, (one, rules, today) => {
        if (one.held || one.standing.length > 0) expect(isPersonDue(one, rules, today)).toBe(false);
      }),
    );
  });

  test('nobody is due within three months of the last thing, nor within two years once received', () => {
    fc.assert(
      fc.property(person, settings, fc.integer({ min: 0, max: 729 }), (one, rules, later) => {
        const today = addDays(one.lastDay, later);
        if (later < 89 || one.seen) expect(isPersonDue(one, rules, today)).toBe(false);
      }),
    );
  });

  test('who is due stays due, and longer months never make anybody due earlier', () => {
    fc.assert(
      fc.property(person, settings, day, fc.nat(2000), (one, rules, today, later) => {
        const due = isPersonDue(one, rules, today);
        if (due) expect(isPersonDue(one, rules, addDays(today, later))).toBe(true);
        else expect(isPersonDue(one, { ...rules, unseenMonths: 12, seenYears: 20 }, today)).toBe(false);
      }),
    );
  });

  test('words of what is open or to come stay, and so do those of a dispute', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('request' as const, 'appointment' as const),
        fc.option(day),
        fc.boolean(),
        settings,
        day,
        (kind, endedOn, held, rules, today) => {
          const due = areWordsDue({ kind, endedOn, held }, rules, today);
          if (endedOn === null || held || endedOn >= today) expect(due).toBe(false);
        },
      ),
    );
  });

  test('an entry of the journal stays whole for six months at least, and while it names something open', () => {
    fc.assert(
      fc.property(day, fc.boolean(), fc.boolean(), settings, day, (at, open, held, rules, today) => {
        const due = isEntryDue({ day: at, standing: open, held }, rules, today);
        if (open || held || today < addDays(at, 181)) expect(due).toBe(false);
      }),
    );
  });
});
