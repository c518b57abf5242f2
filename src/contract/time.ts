/**
 * Time as the house writes it on its wall.
 *
 * An appointment is a `Day` plus minutes of that day, half-open `[start, end)`. It is wall-clock time of the house:
 * never converted, whatever zone the PC believes in, so a change to summer time moves nothing (R6).
 * Instants (journal, arrival, call-backs) are UTC milliseconds. `now` and the house's zone are always arguments.
 */
import * as z from 'zod';

/** `YYYY-MM-DD`, a real date of the calendar. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** Minutes since midnight, 0 to 1440 (1440 only as an end). */
export const Minute = z.int().min(0).max(1440);
export type Minute = z.infer<typeof Minute>;

/** UTC milliseconds. */
export const Instant = z.int().nonnegative();
export type Instant = z.infer<typeof Instant>;

/** Monday 1 to Sunday 7, as ISO 8601 and Temporal count them. */
export const Weekday = z.int().min(1).max(7);
export type Weekday = z.infer<typeof Weekday>;

/** Half-open: an appointment that ends at 10:00 and one that starts at 10:00 do not overlap. */
export interface Interval {
  readonly start: Minute;
  readonly end: Minute;
}

export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** Days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

export const weekdayOf = (day: Day): Weekday => Temporal.PlainDate.from(day).dayOfWeek;

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** ISO week number. 2026 has a week 53, so two odd weeks follow each other: never derive alternation from parity. */
export const isoWeekOf = (day: Day): number => Temporal.PlainDate.from(day).weekOfYear ?? 0;

/** What the house's wall clock and calendar show at an instant. */
export interface LocalNow {
  readonly day: Day;
  readonly minute: Minute;
}

export const localNow = (now: Instant, zone: string): LocalNow => {
  const wall = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return { day: wall.toPlainDate().toString(), minute: wall.hour * 60 + wall.minute };
};

/** The instant at which the house's wall clock first shows this day and minute (the later side of a spring gap). */
export const instantOf = (day: Day, minute: Minute, zone: string): Instant =>
  Temporal.PlainDate.from(day).toPlainDateTime('00:00').add({ minutes: minute }).toZonedDateTime(zone)
    .epochMilliseconds;
