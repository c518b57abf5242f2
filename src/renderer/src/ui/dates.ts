/** Days and hours as a French desk writes them. Wall-clock values in, text out: nothing is converted. */
import type { Minute } from '../../../contract/time.ts';

export { type DayStyle, dayText, weekdayName } from '../../../contract/day-text.ts';

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
