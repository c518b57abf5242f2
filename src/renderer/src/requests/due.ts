/** By when: the few deadlines that a desk really promises, one digit each, and how they are said. Pure. */
import {
  addDays,
  type Day,
  daysBetween,
  type Instant,
  instantOf,
  type LocalNow,
  localNow,
  type Minute,
  weekdayOf,
} from '../../../contract/time.ts';
import { readDayWish } from '../agenda/bar/day-wish.ts';
import { parseTime } from '../practice/form/time-text.ts';
import { dayText, durationText, hourText, weekdayName } from '../ui/dates.ts';

export interface DueChoice {
  readonly label: string;
  readonly due: Instant;
}

const HALF_PAST_TWELVE = 12 * 60 + 30;
const EVENING = 18 * 60;
/** What is promised must leave somebody an hour to do it. */
const LEEWAY = 60;

/** Longer than any run of closed days of the French calendar. */
export const LOOK_AHEAD_DAYS = 14;

/** Nobody is called back on a Saturday, a Sunday or a public holiday by default: a date can still be typed. */
const nextWorkingDay = (day: Day, holidays: ReadonlySet<Day>): Day => {
  const next = addDays(day, 1);
  return weekdayOf(next) > 5 || holidays.has(next) ? nextWorkingDay(next, holidays) : next;
};

/** « demain », « lundi »; with its date once the name alone would mean today's. */
const nextDayName = (day: Day, today: Day): string => {
  const away = daysBetween(today, day);
  if (away === 1) return 'demain';
  return away < 7 ? weekdayName(day) : dayText(day, 'day');
};

/**
 * In the order of their digits, the soonest first.
 * @param holidays public holidays of the house's region, for LOOK_AHEAD_DAYS after today
 */
export const dueChoices = (now: LocalNow, zone: string, holidays: ReadonlySet<Day>): readonly DueChoice[] => {
  const { day, minute } = now;
  const inAnHour = Math.ceil((minute + LEEWAY) / 5) * 5;
  const next = nextWorkingDay(day, holidays);
  const at = (on: Day, when: Minute): Instant => instantOf(on, when, zone);
  const name = nextDayName(next, day);
  return [
    ...(inAnHour < 20 * 60 ? [{ label: 'dans 1 h', due: at(day, inAnHour) }] : []),
    ...(inAnHour < HALF_PAST_TWELVE ? [{ label: 'ce midi', due: at(day, HALF_PAST_TWELVE) }] : []),
    ...(inAnHour < EVENING ? [{ label: 'ce soir', due: at(day, EVENING) }] : []),
    { label: `${name} midi`, due: at(next, HALF_PAST_TWELVE) },
    { label: `${name} soir`, due: at(next, EVENING) },
  ];
};

/**
 * A deadline as somebody types it: « 16h », « demain 9h », « 26/11 », « lundi 14h30 ». A day alone means its evening.
 * @returns null when it does not read as one
 */
export const readDue = (text: string, now: LocalNow, zone: string): Instant | null => {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== 'à');
  const last = words.at(-1);
  if (last === undefined) return null;
  const hour = /[h:]/.test(last) ? parseTime(last) : null;
  const dayWords = hour === null ? words : words.slice(0, -1);
  const day = dayWords.length === 0 ? now.day : readDayWish(dayWords.join(' '), now.day);
  return day === null ? null : instantOf(day, hour ?? EVENING, zone);
};

const near = (day: Day, today: Day): string => {
  const away = daysBetween(today, day);
  if (away === 0) return 'aujourd’hui';
  if (away === 1) return 'demain';
  return away === -1 ? 'hier' : dayText(day, 'short');
};

/** « aujourd’hui à 18 h », « demain à 12 h 30 », « jeu. 26 nov. à 18 h ». */
export const momentText = (at: Instant, now: LocalNow, zone: string): string => {
  const { day, minute } = localNow(at, zone);
  return `${near(day, now.day)} à ${hourText(minute)}`;
};

/** Of when a request is, in the few letters that a head has room for: « de 9 h 05 », « d’hier », « du 21/11 ». */
export const openedText = (at: Instant, now: LocalNow, zone: string): string => {
  const { day, minute } = localNow(at, zone);
  const away = daysBetween(day, now.day);
  if (away <= 0) return `de ${hourText(minute)}`;
  return away === 1 ? 'd’hier' : `du ${dayText(day, 'numeric').slice(0, 5)}`;
};

/** After « avant » : « 18 h » today, « demain 12 h 30 », « jeudi 26 novembre, 18 h ». */
export const deadlineText = (due: Instant, now: LocalNow, zone: string): string => {
  const { day, minute } = localNow(due, zone);
  const away = daysBetween(now.day, day);
  if (away === 0) return hourText(minute);
  return away === 1 ? `demain ${hourText(minute)}` : `${dayText(day, 'day')}, ${hourText(minute)}`;
};

/** « en retard de 20 min », « en retard de 3 jours »; null while there is time left. */
export const latenessText = (due: Instant, instant: Instant): string | null => {
  if (instant <= due) return null;
  const minutes = Math.max(1, Math.floor((instant - due) / 60_000));
  if (minutes < 24 * 60) return `en retard de ${durationText(minutes)}`;
  const days = Math.floor(minutes / (24 * 60));
  return `en retard de ${days}\u00a0jour${days > 1 ? 's' : ''}`;
};
