import type { Day } from '../../../../contract/time.ts';

/**
 * A date as people type it: « 23/11/2026 », « 23/11/26 », « 23.11.2026 », « 23112026 », or « 23/11 » for the year of
 * `today`. @returns null when it is no date of the calendar
 */
export const parseDay = (typed: string, today: Day): Day | null => {
  const match =
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(typed.trim()) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed.trim());
  if (!match) return null;
  const year = match[3] ?? today.slice(0, 4);
  try {
    return Temporal.PlainDate.from(
      {
        year: Number(year.length === 2 ? `20${year}` : year),
        month: Number(match[2]),
        day: Number(match[1]),
      },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null;
  }
};
