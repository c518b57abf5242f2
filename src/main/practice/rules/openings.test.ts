import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Absence, OpeningException, OpeningHours } from '../../../contract/practice.ts';
import { addDays, daysBetween, isoWeekOf, mondayOf, weekdayOf } from '../../../contract/time.ts';
import { holidaysOf } from './holidays.ts';
import { type OpeningFacts, openRangesOn, takesPlace } from './openings.ts';

let lastId = 0;
const hours = (given: Partial<OpeningHours> = {}): OpeningHours =>
  ({
    id: ++lastId,
    version: 1,
    practitionerId: 1,
    weekday: 1,
    start: 510,
    end: 750,
    kind: 'regular',
    capacity: 1,
    everyWeeks: 1,
    anchorDay: '2026-01-05',
    validFrom: '2026-01-01',
    validTo: null,
    ...given,
  }) as OpeningHours;

const dated = (given: Partial<OpeningException> = {}): OpeningException =>
  ({
    id: ++lastId,
    version: 1,
    practitionerId: 1,
    day: MONDAY,
    effect: 'closed',
    start: 0,
    end: 1440,
    kind: 'regular',
    capacity: 1,
    reason: null,
    ...given,
  }) as OpeningException;

const away = (given: Partial<Absence> = {}): Absence =>
  ({
    id: ++lastId,
    version: 1,
    practitionerId: 1,
    fromDay: MONDAY,
    toDay: MONDAY,
    start: null,
    end: null,
    reason: 'leave',
    note: null,
    ...given,
  }) as Absence;

const facts = (given: Partial<OpeningFacts> = {}): OpeningFacts => ({
  hours: [],
  exceptions: [],
  absences: [],
  holidays: new Map(),
  ...given,
});

const MONDAY = '2026-11-23';
const ARMISTICE = '2026-11-11';
const holidays = new Map(holidaysOf(2026, 'metropole').map((h) => [h.day, h]));
const open = (day: string, given: Partial<OpeningFacts>) =>
  openRangesOn(day, facts(given)).open.map((r) => [r.start, r.end, r.kind, r.capacity]);

describe('when a practitioner is open', () => {
  it('morning and afternoon of a Monday, and nothing on the Tuesday', () => {
    const week = [hours(), hours({ start: 840, end: 1140 })];
    expect(open(MONDAY, { hours: week })).toEqual([
      [510, 750, 'regular', 1],
      [840, 1140, 'regular', 1],
    ]);
    expect(open('2026-11-24', { hours: week })).toEqual([]);
  });

  it('hours hold from their first to their last day, both included', () => {
    const row = hours({ validFrom: MONDAY, validTo: '2026-11-30' });
    expect(
      ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'].map((d) => open(d, { hours: [row] }).length),
    ).toEqual([0, 1, 1, 0]);
  });

  it('a closed part of a day leaves the rest open', () => {
    expect(open(MONDAY, { hours: [hours()], exceptions: [dated({ start: 600, end: 660 })] })).toEqual([
      [510, 600, 'regular', 1],
      [660, 750, 'regular', 1],
    ]);
  });

  it('what is said of another date changes nothing', () => {
    expect(open(MONDAY, { hours: [hours()], exceptions: [dated({ day: '2026-11-30' })] })).toEqual([
      [510, 750, 'regular', 1],
    ]);
  });

  it('replaced rows of a date stand instead of all its weekly hours', () => {
    expect(
      open(MONDAY, {
        hours: [hours(), hours({ start: 840, end: 1140 })],
        exceptions: [dated({ effect: 'replaced', start: 960, end: 1200, capacity: 2 })],
      }),
    ).toEqual([[960, 1200, 'regular', 2]]);
  });

  it('R7 a date that differs changes that date alone: the weeks before and after keep their hours', () => {
    const closed = dated({ effect: 'closed', start: 0, end: 1440 });
    const facts = { hours: [hours()], exceptions: [closed] };
    const weekAround = [addDays(MONDAY, -7), MONDAY, addDays(MONDAY, 7)].map((day) => open(day, facts));
    const usual = open(MONDAY, { hours: [hours()] });
    expect(usual).not.toEqual([]);
    expect(weekAround).toEqual([usual, [], usual]);
  });

  it('extra slots come on top, and an extra slot inside a closed day stays open', () => {
    const extra = dated({ effect: 'extra', start: 720, end: 780, kind: 'unscheduled' });
    expect(open(MONDAY, { hours: [hours()], exceptions: [extra] })).toEqual([
      [510, 720, 'regular', 1],
      [720, 780, 'unscheduled', 1],
    ]);
    expect(open(MONDAY, { hours: [hours()], exceptions: [extra, dated()] })).toEqual([
      [720, 780, 'unscheduled', 1],
    ]);
  });

  it('nobody is open on a public holiday, except for what was given for that very date', () => {
    const row = hours({ weekday: 3 });
    expect(open(ARMISTICE, { hours: [row], holidays })).toEqual([]);
    expect(openRangesOn(ARMISTICE, facts({ hours: [row], holidays })).holiday).toEqual({
      day: ARMISTICE,
      name: 'Armistice de 1918',
    });
    const extra = dated({ day: ARMISTICE, effect: 'extra', start: 540, end: 600 });
    expect(open(ARMISTICE, { hours: [row], holidays, exceptions: [extra] })).toEqual([
      [540, 600, 'regular', 1],
    ]);
    const replaced = dated({ day: ARMISTICE, effect: 'replaced', start: 600, end: 720 });
    expect(open(ARMISTICE, { hours: [row], holidays, exceptions: [replaced] })).toEqual([
      [600, 720, 'regular', 1],
    ]);
  });

  it('an absence takes everything away, extra slots included, and is told even where nothing was open', () => {
    const absence = away({ fromDay: '2026-11-20', toDay: '2026-11-24' });
    const extra = dated({ effect: 'extra', start: 840, end: 900 });
    expect(
      openRangesOn(MONDAY, facts({ hours: [hours()], exceptions: [extra], absences: [absence] })),
    ).toEqual({
      open: [],
      absences: [absence],
      holiday: null,
    });
    expect(openRangesOn('2026-11-22', facts({ hours: [hours()], absences: [absence] })).absences).toEqual([
      absence,
    ]);
    expect(openRangesOn('2026-11-25', facts({ hours: [hours()], absences: [absence] })).absences).toEqual([]);
  });

  it('away from ten to eleven every day of a week leaves the rest of each day', () => {
    const absence = away({ fromDay: MONDAY, toDay: '2026-11-27', start: 600, end: 660 });
    expect(open(MONDAY, { hours: [hours()], absences: [absence] })).toEqual([
      [510, 600, 'regular', 1],
      [660, 750, 'regular', 1],
    ]);
  });

  it('reserved time carves its share out of ordinary time, unscheduled care before newcomers', () => {
    expect(
      open(MONDAY, {
        hours: [
          hours(),
          hours({ start: 600, end: 660, kind: 'newPatient' }),
          hours({ start: 630, end: 690, kind: 'unscheduled' }),
        ],
      }),
    ).toEqual([
      [510, 600, 'regular', 1],
      [600, 630, 'newPatient', 1],
      [630, 690, 'unscheduled', 1],
      [690, 750, 'regular', 1],
    ]);
  });

  it('touching ranges of one kind are one range only when they take as many patients at once', () => {
    const row = (start: number, end: number, capacity: number) => hours({ start, end, capacity });
    expect(open(MONDAY, { hours: [row(510, 600, 3), row(600, 750, 3)] })).toEqual([[510, 750, 'regular', 3]]);
    expect(open(MONDAY, { hours: [row(510, 600, 3), row(600, 750, 1)] })).toEqual([
      [510, 600, 'regular', 3],
      [600, 750, 'regular', 1],
    ]);
    expect(open(MONDAY, { hours: [row(510, 660, 1), row(600, 750, 3)] })).toEqual([
      [510, 600, 'regular', 1],
      [600, 750, 'regular', 3],
    ]);
  });

  it.each(['2026-03-29', '2026-10-25'])(
    '%s, when the clocks change, is a day like another on the wall',
    (day) => {
      const row = hours({ weekday: 7, start: 60, end: 300 });
      expect(open(day, { hours: [row] })).toEqual([[60, 300, 'regular', 1]]);
    },
  );
});

describe('alternate weeks', () => {
  it('every other week goes on without a break through week 53 of 2026', () => {
    const even = hours({ weekday: 6, everyWeeks: 2, anchorDay: '2026-12-19' });
    const saturdays = ['2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09', '2027-01-16'];
    expect(saturdays.map(isoWeekOf)).toEqual([51, 52, 53, 1, 2]);
    expect(saturdays.map((day) => takesPlace(even, day))).toEqual([true, false, true, false, true]);
  });

  it('two weeks that differ by the period are alike, wherever the year ends, before the anchor as well', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-06-01', n));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 12 }), (anchorDay, tested, everyWeeks) => {
        const row = hours({
          weekday: weekdayOf(tested),
          everyWeeks,
          anchorDay,
          validFrom: '2020-01-01',
        });
        const weeks = daysBetween(mondayOf(anchorDay), mondayOf(tested)) / 7;
        expect(takesPlace(row, tested)).toBe(weeks % everyWeeks === 0);
        expect(takesPlace(row, addDays(tested, 7 * everyWeeks))).toBe(takesPlace(row, tested));
      }),
    );
  });

  it('in any run of as many weeks as the period, a range takes place exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 800 }), (everyWeeks, offset) => {
        const first = addDays('2026-01-03', 7 * Math.floor(offset / 7));
        const row = hours({ weekday: 6, everyWeeks, anchorDay: '2026-12-31', validFrom: '2020-01-01' });
        const run = Array.from({ length: everyWeeks }, (_, week) =>
          takesPlace(row, addDays(first, 7 * week)),
        );
        expect(run.filter(Boolean).length).toBe(1);
      }),
    );
  });
});

/** The plain model: what counts at one minute, asked minute by minute. */
const atMinute = (day: string, given: OpeningFacts, minute: number): string | null => {
  const covers = (i: { start: number; end: number }) => i.start <= minute && minute < i.end;
  const on = given.exceptions.filter((e) => e.day === day);
  if (
    given.absences.some(
      (a) => a.fromDay <= day && day <= a.toDay && covers({ start: a.start ?? 0, end: a.end ?? 1440 }),
    )
  )
    return null;
  const replaced = on.filter((e) => e.effect === 'replaced');
  const weekly = given.holidays.has(day) ? [] : given.hours.filter((h) => takesPlace(h, day));
  const ordinary: { kind: string; capacity: number; start: number; end: number }[] =
    replaced.length > 0 ? replaced : weekly;
  const closed = on.some((e) => e.effect === 'closed' && covers(e));
  const there = [
    ...(closed ? [] : ordinary.filter(covers)),
    ...on.filter((e) => e.effect === 'extra' && covers(e)),
  ];
  for (const kind of ['unscheduled', 'newPatient', 'regular']) {
    const same = there.filter((r) => r.kind === kind);
    if (same.length > 0) return `${kind} ${Math.max(...same.map((r) => r.capacity))}`;
  }
  return null;
};

const span = fc
  .tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => ({ start: start * 10, end: Math.min(start * 10 + length, 1440) }));
const kind = fc.constantFrom('regular' as const, 'unscheduled' as const, 'newPatient' as const);
const capacity = fc.integer({ min: 1, max: 3 });
const anyFacts = fc.record({
  hours: fc.array(
    fc
      .tuple(span, kind, capacity, fc.integer({ min: 1, max: 2 }))
      .map(([s, k, c, everyWeeks]) => hours({ ...s, kind: k, capacity: c, everyWeeks })),
    { maxLength: 5 },
  ),
  exceptions: fc.array(
    fc
      .tuple(span, kind, capacity, fc.constantFrom('closed' as const, 'replaced' as const, 'extra' as const))
      .map(([s, k, c, effect]) => dated({ ...s, kind: k, capacity: c, effect })),
    { maxLength: 4 },
  ),
  absences: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: span.map((s) => away(s)) },
      { weight: 1, arbitrary: fc.constant(away()) },
    ),
    { maxLength: 2 },
  ),
  holidays: fc.constantFrom(new Map(), new Map([[MONDAY, { day: MONDAY, name: 'Fête du village' }]])),
});

describe('openings, against a model that asks minute by minute', () => {
  it('say the same of every minute of the day, in ranges that never overlap', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const ranges = openRangesOn(MONDAY, given).open;
        const minutes = Array.from({ length: 1440 }, (_, minute) => minute);
        const said = minutes.map((m) =>
          ranges.filter((r) => r.start <= m && m < r.end).map((r) => `${r.kind} ${r.capacity}`),
        );
        const model = minutes.map((m) => [atMinute(MONDAY, given, m)].filter((there) => there !== null));
        expect(said).toEqual(model);
        for (const [n, range] of ranges.entries()) {
          const next = ranges[n + 1];
          if (!next) continue;
          expect(range.end).toBeLessThanOrEqual(next.start);
          const alike = range.kind === next.kind && range.capacity === next.capacity;
          expect(alike && range.end === next.start).toBe(false);
        }
      }),
    );
  });

  it('do not depend on the order in which rows were entered', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const reversed = {
          ...given,
          hours: given.hours.toReversed(),
          exceptions: given.exceptions.toReversed(),
          absences: given.absences.toReversed(),
        };
        expect(openRangesOn(MONDAY, reversed).open).toEqual(openRangesOn(MONDAY, given).open);
      }),
    );
  });
});
