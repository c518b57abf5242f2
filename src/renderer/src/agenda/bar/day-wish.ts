/** A day as somebody types it in a hurry: `24`, `24/11`, `24/11/27`, `demain`, `lundi`, `+7`, `-1`. Pure. */
import { addDays, Day, weekdayOf } from '../../../../contract/time.ts';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

const two = (n: number): string => String(n).padStart(2, '0');

const real = (year: number, month: number, date: number): Day | null => {
  const day = Day.safeParse(`${year}-${two(month)}-${two(date)}`);
  return day.success ? day.data : null;
};

/** The first such date from `today` on: a desk books forward. */
const coming = (today: Day, candidates: readonly (Day | null)[]): Day | null =>
  candidates.find((day) => day !== null && day >= today) ?? null;

/** @returns null when it does not read as a day */
export const readDayWish = (text: string, today: Day): Day | null => {
  const wish = text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  const [year = 0, month = 1] = today.split('-').map(Number);
  const days: Readonly<Record<string, number>> = {
    'aujourd\u0027hui': 0,
    'aujourd’hui': 0,
    demain: 1,
    'apres-demain': 2,
    hier: -1,
  };
  const relative = days[wish] ?? (/^[+-]\d{1,3}$/.test(wish) ? Number(wish) : undefined);
  if (relative !== undefined) return addDays(today, relative);
  const weekday = wish.length >= 2 ? WEEKDAYS.findIndex((name) => name.startsWith(wish)) : -1;
  if (weekday >= 0) return addDays(today, ((weekday + 1 - weekdayOf(today) + 6) % 7) + 1);
  const parts = /^(\d{1,2})(?:[\s/.-](\d{1,2})(?:[\s/.-](\d{2}|\d{4}))?)?$/.exec(wish);
  if (parts === null) return Day.safeParse(wish).success ? wish : null;
  const date = Number(parts[1]);
  if (parts[2] === undefined) {
    const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
    return coming(today, [real(year, month, date), real(next.year, next.month, date)]);
  }
  if (parts[3] === undefined)
    return coming(today, [real(year, Number(parts[2]), date), real(year + 1, Number(parts[2]), date)]);
  return real(parts[3].length === 2 ? 2000 + Number(parts[3]) : Number(parts[3]), Number(parts[2]), date);
};
