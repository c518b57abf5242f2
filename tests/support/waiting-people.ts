/** People on a list, as the tests of the rank draw them: every limit, every criterion, years of waiting. */
import fc from 'fast-check';
import { Criterion } from '../../src/contract/criteria.ts';
import type { PractitionerId, WaitlistEntryId } from '../../src/contract/ids.ts';
import { addDays, type Day } from '../../src/contract/time.ts';
import type { RulesDraft, Weights } from '../../src/contract/waitlist-rank.ts';
import type { Place, RankFacts } from '../../src/main/waitlist/rules/facts.ts';

export const TODAY: Day = '2026-11-23';
export const PARIS = 'Europe/Paris';
/** Monday 23 November 2026, 9:00 in Paris. */
export const NOW = Date.UTC(2026, 10, 23, 8);

export const NGUYEN = 1 as PractitionerId;
export const PETIT = 2 as PractitionerId;

export const person = (id: number, more: Partial<RankFacts> = {}): RankFacts => ({
  entryId: id as WaitlistEntryId,
  kind: 'registration',
  profession: 'general-practitioner',
  since: TODAY,
  counting: [],
  birth: { precision: 'unknown', value: null },
  practitionerIds: [],
  wishes: { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false },
  homeVisit: false,
  stepFree: false,
  minutes: null,
  appointment: null,
  elsewhere: [],
  held: [],
  ...more,
});

export const placeOf = (more: Partial<Place> = {}): Place => ({
  practitionerId: NGUYEN,
  profession: 'general-practitioner',
  sex: 'female',
  stepFree: true,
  homeVisits: false,
  slot: { day: '2026-11-26', start: 600, end: 630 },
  ...more,
});

/** Nobody is both 70 and under two. */
const counting = fc
  .record({ some: fc.subarray([...Criterion.options]), old: fc.boolean() })
  .map(({ some, old }) => some.filter((criterion) => criterion !== (old ? 'child-under-2' : 'age-70')));

const minute = fc.integer({ min: 8, max: 19 }).map((hour) => hour * 60);

const wishes = fc.record({
  days: fc.subarray([1, 2, 3, 4, 5, 6]),
  from: fc.option(minute),
  to: fc.option(minute),
  practitionerSex: fc.constantFrom('female' as const, 'male' as const, null),
  atShortNotice: fc.boolean(),
});

export const facts: fc.Arbitrary<Omit<RankFacts, 'entryId'>> = fc.record({
  kind: fc.constant('registration' as const),
  profession: fc.constantFrom('general-practitioner' as const, 'midwife' as const),
  since: fc.integer({ min: 0, max: 900 }).map((days) => addDays(TODAY, -days)),
  counting,
  birth: fc.constant({ precision: 'day' as const, value: '1948-03-12' }),
  practitionerIds: fc.subarray([NGUYEN, PETIT]),
  wishes,
  homeVisit: fc.boolean(),
  stepFree: fc.boolean(),
  minutes: fc.constantFrom(null, 15, 20, 30, 45),
  appointment: fc.constant(null),
  elsewhere: fc.constantFrom([], [{ start: 590, end: 610 }]),
  held: fc.subarray(['declined' as const, 'in-offer' as const]),
});

export const people = (most = 40): fc.Arbitrary<RankFacts[]> =>
  fc
    .array(facts, { minLength: 2, maxLength: most })
    .map((all) => all.map((one, index) => ({ ...one, entryId: (index + 1) as WaitlistEntryId })));

const weights: fc.Arbitrary<Weights> = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 })
  .map(
    (points) =>
      Object.fromEntries(
        Criterion.options.map((criterion, index) => [criterion, points[index] ?? 0]),
      ) as Weights,
  );

/** Any version that may be adopted, whatever the house decides. */
export const rules: fc.Arbitrary<RulesDraft> = fc
  .record({ weights, over: fc.integer({ min: 0, max: 100 }), perWeek: fc.integer({ min: 1, max: 20 }) })
  .map(({ weights: w, over, perWeek }) => ({
    weights: w,
    cap: Math.max(...Object.values(w)) + over,
    perWeek,
  }));

export const places: fc.Arbitrary<Place | null> = fc.option(
  fc.record({
    practitionerId: fc.constantFrom(NGUYEN, PETIT),
    profession: fc.constant('general-practitioner' as const),
    sex: fc.constantFrom('female' as const, 'male' as const, null),
    stepFree: fc.constantFrom(true, false, null),
    homeVisits: fc.boolean(),
    slot: fc.option(
      fc
        .record({
          day: fc.constantFrom(TODAY, '2026-11-26'),
          start: fc.constantFrom(600, 615, 900),
          end: fc.constantFrom(630, 960),
        })
        .map(({ day, start, end }) => ({ day, start, end: Math.max(end, start + 15) })),
    ),
  }),
);
