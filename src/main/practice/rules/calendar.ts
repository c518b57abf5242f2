/**
 * Days as numbers. A search over 12 practitioners and 90 days asks thousands of times which weekday and which week a
 * day is; Temporal objects would take most of its budget.
 */
import type { Day, Weekday } from '../../../contract/time.ts';

// Years are counted from March, so that the leap day is the last one, in eras of 400 years (146,097 days): Howard
// Hinnant, "chrono-Compatible Low-Level Date Algorithms". 719,468 days lie between 0000-03-01 and 1970-01-01.
const ERA = 146_097;
const EPOCH = 719_468;

/** Days since 1 January 1970, a Thursday. */
export const dayNumber = (day: Day): number => {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA + dayOfEra - EPOCH;
};

export const weekdayOfNumber = (number: number): Weekday => ((((number + 3) % 7) + 7) % 7) + 1;

/** Weeks from Monday to Sunday, counted without a break across years: two neighbouring weeks always differ by one. */
export const weekIndex = (number: number): number => Math.floor((number + 3) / 7);

/** `YYYY-MM-DD` of a year, a month from 1 and a day of the month. */
export const isoDay = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
