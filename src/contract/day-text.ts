/** Days as they are written in French, the same on screen and on paper. Pure. */
import { type Day, weekdayOf } from './time.ts';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;
const MONTHS_SHORT = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;

const parts = (day: Day) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, date };
};

export const weekdayName = (day: Day): string => WEEKDAYS[weekdayOf(day) - 1] ?? '';

const dateName = (date: number): string => (date === 1 ? '1ᵉʳ' : String(date));

export type DayStyle =
  /** « lundi 23 novembre 2026 » */
  | 'long'
  /** « lundi 23 novembre » */
  | 'day'
  /** « lun. 23 nov. » */
  | 'short'
  /** « 23/11/2026 » */
  | 'numeric';

export const dayText = (day: Day, style: DayStyle = 'day'): string => {
  const { year, month, date } = parts(day);
  const two = (n: number) => String(n).padStart(2, '0');
  switch (style) {
    case 'long':
      return `${weekdayName(day)} ${dateName(date)} ${MONTHS[month]} ${year}`;
    case 'day':
      return `${weekdayName(day)} ${dateName(date)} ${MONTHS[month]}`;
    case 'short':
      return `${weekdayName(day).slice(0, 3)}. ${dateName(date)} ${MONTHS_SHORT[month]}`;
    case 'numeric':
      return `${two(date)}/${two(month + 1)}/${year}`;
  }
};
