/** By when an answer is expected: others are asked, so days rather than hours. Pure. */
import {
  addDays,
  type Day,
  type Instant,
  instantOf,
  type LocalNow,
  weekdayOf,
} from '../../../contract/time.ts';
import type { DueChoice } from '../requests/due.ts';
import { weekdayName } from '../ui/dates.ts';

const EVENING = 18 * 60;
/** What is asked late in the day is not answered the same evening. */
const THIS_EVENING_UNTIL = 17 * 60;
/** The usual wait: long enough to be rung back, short enough that the person still expects news. */
const USUAL_DAYS = 3;

const workingDaysLater = (day: Day, days: number): Day => {
  let [at, left] = [day, days];
  while (left > 0) {
    at = addDays(at, 1);
    if (weekdayOf(at) <= 5) left -= 1;
  }
  return at;
};

/** In the order of their digits, the soonest first. */
export const answerChoices = ({ day, minute }: LocalNow, zone: string): readonly DueChoice[] => {
  const evening = (on: Day): Instant => instantOf(on, EVENING, zone);
  const [next, usual] = [workingDaysLater(day, 1), workingDaysLater(day, USUAL_DAYS)];
  return [
    ...(minute < THIS_EVENING_UNTIL ? [{ label: 'ce soir', due: evening(day) }] : []),
    { label: next === addDays(day, 1) ? 'demain soir' : `${weekdayName(next)} soir`, due: evening(next) },
    { label: `${weekdayName(usual)} soir`, due: evening(usual) },
    { label: 'une semaine', due: evening(addDays(day, 7)) },
    { label: 'deux semaines', due: evening(addDays(day, 14)) },
  ];
};

/** What stands when nobody says otherwise. */
export const usualAnswer = ({ day }: LocalNow, zone: string): Instant =>
  instantOf(workingDaysLater(day, USUAL_DAYS), EVENING, zone);
