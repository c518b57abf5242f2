import type { Minute } from '../../../../contract/time.ts';

/**
 * An hour as people type it: « 8 », « 8h », « 8h30 », « 8:30 », « 0830 », « 18.30 », and « 24 » for the end of the day.
 * @returns minutes since midnight, or null when it is no hour
 */
export const parseTime = (typed: string): Minute | null => {
  const text = typed.trim().toLowerCase();
  const match =
    /^(\d{1,2})\s*(?:[h:.,]\s*(\d{2})?)?$/.exec(text) ??
    /^(\d{1,2})(\d{2})$/.exec(text) ??
    /^(\d{1,2})\s+(\d{2})$/.exec(text);
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= 1440 ? minute : null;
};

/** « 8:30 », as a field shows it; midnight at the end of a day is « 24:00 ». */
export const timeText = (minute: Minute): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
