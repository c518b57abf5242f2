/** Days and hours as a French desk writes them. Wall-clock values in, text out: nothing is converted. */
import { type Day, type Minute, weekdayOf } from '../../../contract/time.ts';

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

/** « 8:30 » : for columns and clocks, where digits line up. */
export const clockText = (minute: Minute): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** « 8 h 30 », « 8 h » : in a sentence. Spaces do not break. */
export const hourText = (minute: Minute): string => {
  const minutes = minute % 60;
  const hours = `${Math.floor(minute / 60)}\u00a0h`;
  return minutes === 0 ? hours : `${hours}\u00a0${String(minutes).padStart(2, '0')}`;
};

/** « 45 min », « 1 h », « 1 h 15 ». */
export const durationText = (minutes: number): string =>
  minutes < 60 ? `${minutes}\u00a0min` : hourText(minutes);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
