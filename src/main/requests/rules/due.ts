/** By when somebody must have an answer, where nobody said it. The house's usage, no rule of law. */
import type { RequestMessage, RequestNature } from '../../../contract/requests.ts';
import { addDays, type Day, type Instant, instantOf, localNow } from '../../../contract/time.ts';

const HOUR = 3_600_000;
/** Opened before this minute of the day: the same evening. Later: noon of the next working day. */
const SAME_DAY_UNTIL = 16 * 60;
const EVENING = 18 * 60;
const NOON = 12 * 60;
/** Longer than any run of closed days of the French calendar. */
export const LOOK_AHEAD_DAYS = 14;

export interface Asked {
  readonly nature: RequestNature;
  readonly message: RequestMessage | null;
}

/**
 * One hour for what is for today (unscheduled care, an urgent message). Otherwise 18:00 of the same working day when
 * asked before 16:00, else noon of the next one.
 * @param isWorkingDay asked of the day of `now` and of at most the LOOK_AHEAD_DAYS after it
 */
export const dueFor = (
  { nature, message }: Asked,
  now: Instant,
  zone: string,
  isWorkingDay: (day: Day) => boolean,
): Instant => {
  if (nature === 'unscheduled' || message?.urgent === true) return now + HOUR;
  const { day, minute } = localNow(now, zone);
  if (minute < SAME_DAY_UNTIL && isWorkingDay(day)) return instantOf(day, EVENING, zone);
  let next = addDays(day, 1);
  for (let ahead = 1; ahead < LOOK_AHEAD_DAYS && !isWorkingDay(next); ahead += 1) next = addDays(next, 1);
  return instantOf(next, NOON, zone);
};
