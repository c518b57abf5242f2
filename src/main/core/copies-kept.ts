/**
 * Which daily copies are kept: one a day for a week, one a week for a month, one a month for a year. A house that was
 * closed in August keeps as many: what counts is the days that have a copy, not the calendar.
 */
import { type Day, mondayOf } from '../../contract/time.ts';

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;

/** @returns those of `days` (in any order) whose copy is kept: the newest of each day, week and month */
export const daysKept = (days: readonly Day[]): Set<Day> => {
  const newestFirst = [...new Set(days)].sort().reverse();
  return new Set([
    ...newestFirst.slice(0, DAYS),
    ...firstOfEach(newestFirst, mondayOf).slice(0, WEEKS),
    ...firstOfEach(newestFirst, (day) => day.slice(0, 7)).slice(0, MONTHS),
  ]);
};

const firstOfEach = (days: readonly Day[], period: (day: Day) => string): Day[] => {
  const seen = new Set<string>();
  return days.filter((day) => {
    const fresh = !seen.has(period(day));
    seen.add(period(day));
    return fresh;
  });
};
