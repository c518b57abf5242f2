/**
 * When a practitioner is open on a day. The rule is written out, with its examples, in `docs/spec/openings.md`.
 * A day is 24 hours of the house's wall clock, whatever the summer time does.
 */
import type { OpenRange } from '../../../contract/agenda.ts';
import type {
  Absence,
  Holiday,
  OpeningException,
  OpeningHours,
  SlotKind,
} from '../../../contract/practice.ts';
import type { Day, Interval } from '../../../contract/time.ts';
import { dayNumber, weekdayOfNumber, weekIndex } from './calendar.ts';
import { subtract } from './intervals.ts';

/** All that one practitioner's openings depend on. Rows of other days may be there: they are passed over. */
export interface OpeningFacts {
  readonly hours: readonly OpeningHours[];
  readonly exceptions: readonly OpeningException[];
  readonly absences: readonly Absence[];
  readonly holidays: ReadonlyMap<Day, Holiday>;
}

export interface DayFrame {
  /** Sorted, without overlap: one kind and one capacity at each minute. Closed time is what remains. */
  readonly open: OpenRange[];
  /** Those that touch this day, whether or not anything would have been open. */
  readonly absences: Absence[];
  readonly holiday: Holiday | null;
}

const WHOLE_DAY: Interval = { start: 0, end: 1440 };

/** Does this weekly range take place on that day? Alternation counts whole weeks from the anchor's week. */
export const takesPlace = (hours: OpeningHours, day: Day, number = dayNumber(day)): boolean =>
  hours.weekday === weekdayOfNumber(number) &&
  hours.validFrom <= day &&
  (hours.validTo === null || day <= hours.validTo) &&
  (hours.everyWeeks === 1 ||
    (weekIndex(number) - weekIndex(dayNumber(hours.anchorDay))) % hours.everyWeeks === 0);

const partOfDay = (absence: Absence): Interval =>
  absence.start === null || absence.end === null ? WHOLE_DAY : { start: absence.start, end: absence.end };

/** Most reserved first: at each minute, the first kind that covers it is the one that counts. */
const KINDS: readonly SlotKind[] = ['unscheduled', 'newPatient', 'regular'];

const rangeOf = ({ start, end, kind, capacity }: OpenRange): OpenRange => ({ start, end, kind, capacity });

/** One kind and one capacity at each minute: the more reserved kind, then the larger capacity. */
const flatten = (ranges: readonly OpenRange[]): OpenRange[] => {
  const flat: OpenRange[] = [];
  let taken: Interval[] = [];
  for (const kind of KINDS) {
    const same = ranges.filter((r) => r.kind === kind);
    const capacities = [...new Set(same.map((r) => r.capacity))].sort((a, b) => b - a);
    for (const capacity of capacities) {
      const free = subtract(
        same.filter((r) => r.capacity === capacity),
        taken,
      );
      for (const { start, end } of free) flat.push({ start, end, kind, capacity });
      taken = [...taken, ...free];
    }
  }
  return flat.sort((a, b) => a.start - b.start);
};

export const openRangesOn = (day: Day, facts: OpeningFacts): DayFrame => {
  const holiday = facts.holidays.get(day) ?? null;
  const number = dayNumber(day);
  const dated = facts.exceptions.filter((e) => e.day === day);
  const absences = facts.absences.filter((a) => a.fromDay <= day && day <= a.toDay);

  const replaced = dated.filter((e) => e.effect === 'replaced');
  const weekly = holiday ? [] : facts.hours.filter((h) => takesPlace(h, day, number));
  const ordinary: readonly OpenRange[] = replaced.length > 0 ? replaced : weekly;

  const closed = dated.filter((e) => e.effect === 'closed');
  const extra = dated.filter((e) => e.effect === 'extra');
  const without = (ranges: readonly OpenRange[], taken: readonly Interval[]): OpenRange[] =>
    taken.length === 0
      ? ranges.map(rangeOf)
      : ranges.flatMap((r) => subtract([r], taken).map(({ start, end }) => ({ ...rangeOf(r), start, end })));

  const given = [...without(ordinary, closed), ...extra.map(rangeOf)];
  return { open: flatten(without(given, absences.map(partOfDay))), absences, holiday };
};
