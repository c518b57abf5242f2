/** « Une semaine sur deux » : which dates that makes. Counted in weeks from an anchor, never by the week's number. */
import type { OpeningHours } from '../../../../contract/practice.ts';
import { addDays, type Day, daysBetween, isoWeekOf, mondayOf, weekdayOf } from '../../../../contract/time.ts';

export type Rhythm = Pick<OpeningHours, 'weekday' | 'everyWeeks' | 'anchorDay' | 'validFrom' | 'validTo'>;

const takesPlace = (rhythm: Rhythm, day: Day): boolean =>
  (rhythm.validTo === null || day <= rhythm.validTo) &&
  (daysBetween(mondayOf(rhythm.anchorDay), mondayOf(day)) / 7) % rhythm.everyWeeks === 0;

/** The next dates on which the range takes place, from `from` on. */
export const nextDates = (rhythm: Rhythm, from: Day, count: number): Day[] => {
  const dates: Day[] = [];
  const start = rhythm.validFrom > from ? rhythm.validFrom : from;
  let day = addDays(start, (rhythm.weekday - weekdayOf(start) + 7) % 7);
  for (let week = 0; week < count * rhythm.everyWeeks && dates.length < count; week++) {
    if (takesPlace(rhythm, day)) dates.push(day);
    day = addDays(day, 7);
  }
  return dates;
};

/** The Monday of the first week 53 within a year from `from`, or null: after it, odd and even weeks swap. */
export const nextWeek53 = (from: Day): Day | null => {
  const monday = mondayOf(from);
  for (let week = 0; week < 53; week++) {
    const day = addDays(monday, 7 * week);
    if (isoWeekOf(day) === 53) return day;
  }
  return null;
};

const few = [
  'toutes les semaines',
  'une semaine sur deux',
  'une semaine sur trois',
  'une semaine sur quatre',
];

export const rhythmText = (everyWeeks: number): string =>
  few[everyWeeks - 1] ?? `une semaine sur ${everyWeeks}`;
