import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenRange, Slot } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import { addDays, type Day, type Interval, instantOf, localNow } from '../../../contract/time.ts';
import { firstFreeSlots, type SearchedDay, type SlotQuery, slotsOfDay } from './free-slots.ts';
import { hasRoom, headsByMinute } from './occupancy.ts';
import { mayUse } from './openings.ts';

const NGUYEN = 1 as PractitionerId;
const PETIT = 2 as PractitionerId;
const PARIS = 'Europe/Paris';
const MONDAY = '2026-11-23';

const range = (start: number, end: number, kind: SlotKind = 'regular', capacity = 1): OpenRange => ({
  start,
  end,
  kind,
  capacity,
});
const searched = (
  open: readonly OpenRange[],
  busy: readonly Interval[] = [],
  of: Partial<SearchedDay> = {},
): SearchedDay => ({ practitionerId: NGUYEN, position: 1, step: 15, open, busy, ...of });

const wish = (minutes: number, more: Partial<SlotQuery['wish']> = {}): SlotQuery['wish'] => ({
  minutes,
  kind: 'regular',
  weekdays: null,
  after: 0,
  before: 1440,
  ...more,
});

const starts = (slots: readonly Slot[]) => slots.map((s) => s.start);
const onDay = (day: SearchedDay, w: SlotQuery['wish'], notBefore = 0) =>
  slotsOfDay(MONDAY, day, w, notBefore, null);

describe('Free slots of a day', () => {
  test('start every step minutes from the opening, and end before the closing', () => {
    expect(starts(onDay(searched([range(510, 570)]), wish(30)))).toEqual([510, 525, 540]);
  });

  test('leave taken time alone, and touch it on both sides', () => {
    const day = searched([range(540, 615)], [{ start: 555, end: 585 }]);
    expect(starts(onDay(day, wish(15)))).toEqual([540, 585, 600]);
  });

  test('never start before now, but may start this very minute', () => {
    const day = searched([range(540, 600)]);
    expect(starts(onDay(day, wish(15), 555))).toEqual([555, 570, 585]);
    expect(starts(onDay(day, wish(15), 556))).toEqual([570, 585]);
  });

  test('follow « à partir de » and « avant », which both speak of the start', () => {
    const day = searched([range(690, 780)]);
    expect(starts(onDay(day, wish(30, { after: 700, before: 720 })))).toEqual([705]);
    expect(starts(onDay(day, wish(30, { before: 720 })))).toEqual([690, 705]);
  });

  test('run from one range into the next when they touch, and not over a break', () => {
    const touching = searched([range(540, 570), range(570, 590)], [], { step: 20 });
    expect(onDay(touching, wish(20)).map((s) => [s.start, s.end])).toEqual([
      [540, 560],
      [560, 580],
      [570, 590],
    ]);
    expect(starts(onDay(searched([range(540, 570), range(575, 600)], [], { step: 20 }), wish(20)))).toEqual([
      540, 575,
    ]);
  });

  test('keep ordinary appointments out of reserved time, and let reserved ones use ordinary time too', () => {
    const day = searched([range(540, 555), range(555, 570, 'unscheduled'), range(570, 585, 'newPatient')]);
    const found = (kind: SlotKind) => onDay(day, wish(15, { kind })).map((s) => [s.start, s.kind]);
    expect(found('regular')).toEqual([[540, 'regular']]);
    expect(found('unscheduled')).toEqual([
      [540, 'regular'],
      [555, 'unscheduled'],
    ]);
    expect(found('newPatient')).toEqual([
      [540, 'regular'],
      [570, 'newPatient'],
    ]);
  });

  test('count a physiotherapist’s three patients minute by minute', () => {
    const three = [range(540, 600, 'regular', 3)];
    const busy = [
      { start: 540, end: 570 },
      { start: 540, end: 570 },
      { start: 570, end: 600 },
    ];
    expect(starts(onDay(searched(three, busy, { step: 30 }), wish(60)))).toEqual([540]);
    expect(
      starts(onDay(searched(three, [...busy, { start: 555, end: 560 }], { step: 30 }), wish(30))),
    ).toEqual([570]);
  });

  test('are still there when somebody was overbooked elsewhere in the day', () => {
    const day = searched(
      [range(540, 570)],
      [
        { start: 540, end: 555 },
        { start: 540, end: 555 },
      ],
    );
    expect(starts(onDay(day, wish(15)))).toEqual([555]);
  });
});

describe('First free slots', () => {
  const at = (day: Day, minute: number, more: Partial<SlotQuery> = {}): SlotQuery => ({
    wish: wish(15),
    now: instantOf(day, minute, PARIS),
    zone: PARIS,
    from: day,
    horizonDays: 90,
    limit: 10,
    ownDoctor: null,
    ...more,
  });

  test('come soonest first, and in the order of the columns at the same minute', () => {
    const both = () => [
      searched([range(540, 570)], [], { practitionerId: PETIT, position: 2 }),
      searched([range(555, 570)], [], { practitionerId: NGUYEN, position: 1 }),
    ];
    const { slots } = firstFreeSlots(at(MONDAY, 480, { limit: 3 }), both);
    expect(slots.map((s) => [s.practitionerId, s.day, s.start])).toEqual([
      [PETIT, MONDAY, 540],
      [NGUYEN, MONDAY, 555],
      [PETIT, MONDAY, 555],
    ]);
  });

  test('put the own médecin traitant on top within 48 hours elapsed, and not a minute later', () => {
    // Tuesday is full: own doctor free on Wednesday only, the colleague all days.
    const days = (day: Day) => [
      searched([range(540, 570)], [], { practitionerId: PETIT, position: 2 }),
      ...(day === '2026-11-25' ? [searched([range(539, 569)])] : []),
    ];
    const list = (minute: number) =>
      firstFreeSlots(at(MONDAY, minute, { ownDoctor: NGUYEN, limit: 3 }), days).slots.map((s) => [
        s.practitionerId,
        s.day,
        s.start,
        s.ownDoctor,
      ]);
    expect(list(539)).toEqual([
      [NGUYEN, '2026-11-25', 539, true],
      [PETIT, MONDAY, 540, false],
      [PETIT, MONDAY, 555, false],
    ]);
    expect(list(538)).toEqual([
      [PETIT, MONDAY, 540, false],
      [PETIT, MONDAY, 555, false],
      [PETIT, '2026-11-24', 540, false],
    ]);
  });

  for (const [night, day, minute, wall] of [
    ['loses an hour', '2026-03-28', 600, '2026-03-30T11:00'],
    ['gains an hour', '2026-10-24', 600, '2026-10-26T09:00'],
  ] as const)
    test(`count 48 hours elapsed, not two days on the wall, over the night that ${night}`, () => {
      const [lastDay = '', lastTime = ''] = wall.split('T');
      const last = Number(lastTime.slice(0, 2)) * 60;
      const ownOn = (start: number) => (d: Day) => [
        searched([range(480, 495)], [], { practitionerId: PETIT, position: 2 }),
        ...(d === lastDay ? [searched([range(start, start + 15)])] : []),
      ];
      const firstOne = (start: number) =>
        firstFreeSlots(at(day, minute, { ownDoctor: NGUYEN, limit: 2 }), ownOn(start)).slots[0]
          ?.practitionerId;
      expect(firstOne(last)).toBe(NGUYEN);
      expect(firstOne(last + 1)).toBe(PETIT);
    });

  test('ask for no day beyond the one that fills the list', () => {
    const asked: Day[] = [];
    const { slots, searchedUntil } = firstFreeSlots(at(MONDAY, 480, { limit: 3 }), (day) => {
      asked.push(day);
      return [searched([range(540, 570)])];
    });
    expect(slots.map((s) => [s.day, s.start])).toEqual([
      [MONDAY, 540],
      [MONDAY, 555],
      ['2026-11-24', 540],
    ]);
    expect(asked).toEqual([MONDAY, '2026-11-24']);
    expect(searchedUntil).toBe('2026-11-24');
  });

  test('say how far the search went when nothing is free', () => {
    const none = firstFreeSlots(at(MONDAY, 480, { horizonDays: 10 }), () => []);
    expect(none).toEqual({ slots: [], searchedUntil: '2026-12-02' });
  });

  test('keep to the days of the week that suit', () => {
    const suits = wish(30, { weekdays: new Set([2, 4]) });
    const { slots } = firstFreeSlots(at(MONDAY, 480, { wish: suits, limit: 3 }), () => [
      searched([range(540, 570)]),
    ]);
    expect(slots.map((s) => s.day)).toEqual(['2026-11-24', '2026-11-26', '2026-12-01']);
  });

  test('start today when the date asked for is past', () => {
    const { slots } = firstFreeSlots(at(MONDAY, 600, { from: '2026-11-01', limit: 1 }), () => [
      searched([range(540, 660)]),
    ]);
    expect(slots.map((s) => [s.day, s.start])).toEqual([[MONDAY, 600]]);
  });
});

/** Disjoint ranges, as the area `practice` gives them, some touching. */
const ranges = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 5, 20),
      length: fc.integer({ min: 5, max: 90 }),
      kind: fc.constantFrom<SlotKind>('regular', 'regular', 'unscheduled', 'newPatient'),
      capacity: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 5 },
  )
  .map((parts) => {
    let cursor = 480;
    return parts.map(({ gap, length, kind, capacity }) => {
      const start = cursor + gap;
      cursor = start + length;
      return range(start, cursor, kind, capacity);
    });
  });

const taken = fc.array(
  fc
    .record({ start: fc.integer({ min: 450, max: 900 }), length: fc.integer({ min: 1, max: 60 }) })
    .map(({ start, length }) => ({ start, end: start + length })),
  { maxLength: 12 },
);

const anyDay = fc.record({ open: ranges, busy: taken, step: fc.constantFrom(5, 10, 15, 20) });
const anyWish = fc.record({
  minutes: fc.integer({ min: 5, max: 60 }),
  kind: fc.constantFrom<SlotKind>('regular', 'unscheduled', 'newPatient'),
  after: fc.integer({ min: 0, max: 700 }),
  before: fc.integer({ min: 500, max: 1440 }),
});

/** Nothing but minutes: for each possible start, walk its minutes and count heads. */
const bruteForce = (
  { open, busy, step }: { open: readonly OpenRange[]; busy: readonly Interval[]; step: number },
  w: { minutes: number; kind: SlotKind; after: number; before: number },
  notBefore: number,
): number[] => {
  const usable = open.filter((r) => mayUse(w.kind, r.kind));
  const capacityAt = (minute: number) =>
    usable.find((r) => r.start <= minute && minute < r.end)?.capacity ?? 0;
  const headsAt = (minute: number) => busy.filter((b) => b.start <= minute && minute < b.end).length;
  const fits = (start: number) => {
    const minutes = Array.from({ length: w.minutes }, (_, i) => start + i);
    return Math.max(...minutes.map(headsAt)) < Math.min(...minutes.map(capacityAt));
  };
  const onGrid = (start: number) => {
    const within = usable.find((r) => r.start <= start && start < r.end);
    // A grid may run past the end of its range into the one that touches it: the slot does, its start does not.
    return within !== undefined && (start - within.start) % step === 0;
  };
  return Array.from({ length: 1440 }, (_, minute) => minute).filter(
    (start) => start >= notBefore && start >= w.after && start < w.before && onGrid(start) && fits(start),
  );
};

describe('Whatever the day looks like', () => {
  test('the slots found are those of a model that only counts minutes: none too many, none missed', () => {
    fc.assert(
      fc.property(anyDay, anyWish, fc.integer({ min: 0, max: 900 }), (day, w, notBefore) => {
        const full = { ...w, weekdays: null };
        expect(
          starts(slotsOfDay(MONDAY, searched(day.open, day.busy, { step: day.step }), full, notBefore, null)),
        ).toEqual(bruteForce(day, w, notBefore));
      }),
      { numRuns: 400 },
    );
  });

  test('booking the slots one after the other never goes beyond capacity', () => {
    fc.assert(
      fc.property(anyDay, anyWish, (day, w) => {
        const busy: Interval[] = [...day.busy];
        const full = { ...w, weekdays: null };
        for (let i = 0; i < 20; i++) {
          const [slot] = slotsOfDay(MONDAY, searched(day.open, busy, { step: day.step }), full, 0, null);
          if (!slot) break;
          busy.push(slot);
          const most = Math.max(...day.open.filter((r) => mayUse(w.kind, r.kind)).map((r) => r.capacity));
          // One more than capacity would leave no room for one more than that.
          expect(hasRoom(slot, headsByMinute(busy), most + 1)).toBe(true);
        }
      }),
    );
  });

  test('neither the order of the practitioners, of the ranges nor of the claims changes the list', () => {
    const house = fc.array(anyDay, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(house, anyWish, fc.integer({ min: 1, max: 30 }), fc.boolean(), (days, w, limit, own) => {
        const query: SlotQuery = {
          wish: { ...w, weekdays: null },
          now: instantOf(MONDAY, 500, PARIS),
          zone: PARIS,
          from: MONDAY,
          horizonDays: 4,
          limit,
          ownDoctor: own ? NGUYEN : null,
        };
        const people = days.map((d, i) =>
          searched(d.open, d.busy, {
            practitionerId: (i + 1) as PractitionerId,
            position: i + 1,
            step: d.step,
          }),
        );
        const backwards = people
          .map((p) => ({ ...p, open: p.open.toReversed(), busy: p.busy.toReversed() }))
          .reverse();
        expect(firstFreeSlots(query, () => backwards)).toEqual(firstFreeSlots(query, () => people));
      }),
    );
  });

  test('stopping early gives the same first slots as searching everything and sorting', () => {
    const calendar = fc.array(fc.array(anyDay, { minLength: 2, maxLength: 3 }), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        calendar,
        anyWish,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('Europe/Paris', 'Pacific/Auckland', 'America/Martinique'),
        (days, w, limit, minute, zone) => {
          const now = instantOf(MONDAY, minute, zone);
          const query = {
            wish: { ...w, weekdays: null },
            now,
            zone,
            from: MONDAY,
            horizonDays: 5,
            ownDoctor: PETIT,
          };
          const on = (day: Day) => {
            const index = [0, 1, 2, 3, 4].find((i) => addDays(MONDAY, i) === day) ?? -1;
            return (days[index] ?? []).map((d, i) =>
              searched(d.open, d.busy, {
                practitionerId: (i + 1) as PractitionerId,
                position: i + 1,
                step: d.step,
              }),
            );
          };
          const everything = firstFreeSlots({ ...query, limit: 100_000 }, on).slots;
          const { slots } = firstFreeSlots({ ...query, limit }, on);
          expect(slots).toEqual(everything.slice(0, limit));
          const wall = localNow(now, zone);
          for (const s of slots) expect(s.day > wall.day || s.start >= wall.minute).toBe(true);
        },
      ),
    );
  });

  test('there is room where a count of each minute finds fewer than the capacity', () => {
    const wanted = fc.record({
      start: fc.integer({ min: 450, max: 900 }),
      length: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(taken, wanted, fc.integer({ min: 1, max: 4 }), (busy, { start, length }, capacity) => {
        const counts = Array.from(
          { length },
          (_, i) => busy.filter((b) => b.start <= start + i && start + i < b.end).length,
        );
        expect(hasRoom({ start, end: start + length }, headsByMinute(busy), capacity)).toBe(
          Math.max(...counts) < capacity,
        );
      }),
    );
  });
});
