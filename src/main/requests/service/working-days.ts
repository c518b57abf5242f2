import { addDays, type Day, weekdayOf } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { holidaysIn } from '../../practice/store/opening-facts.ts';
import { LOOK_AHEAD_DAYS } from '../rules/due.ts';

/** Monday to Friday, public holidays of the house's region left out; for `today` and the days that a rule looks ahead. */
export const workingDays = (db: ReadDb, today: Day): ((day: Day) => boolean) => {
  const holidays = holidaysIn(db, today, addDays(today, LOOK_AHEAD_DAYS));
  return (day) => weekdayOf(day) <= 5 && !holidays.has(day);
};
