/** What the cascade says of itself: one line a step, and the deadline. Pure. */
import { addDays, type Day, type Instant, type LocalNow, localNow } from '../../../../contract/time.ts';
import type { Cascade, CascadeStep } from '../../../../contract/unscheduled.ts';
import { deadlineText } from '../../requests/due.ts';
import { clockText, dayText } from '../../ui/dates.ts';
import { stepLabels, tickLabels } from '../words.ts';

const nearDay = (day: Day, today: Day): string =>
  day === today ? 'cet' : day === addDays(today, 1) ? 'demain' : dayText(day, 'short');

/** The minute that parts the morning from the afternoon, as the desk counts them. */
const HALF_DAY_AT = 13 * 60;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « Son médecin ce matin », « Les confrères cet après-midi », « Demain matin » : a step by its hours. */
export const stepTitle = (
  { kind }: Pick<CascadeStep, 'kind'>,
  { nextHalfDay, ownDoctorId }: Pick<Cascade, 'nextHalfDay' | 'ownDoctorId'>,
  now: LocalNow,
): string => {
  const thisHalf = now.minute < HALF_DAY_AT ? 'ce matin' : 'cet après-midi';
  switch (kind) {
    case 'own-doctor':
      return ownDoctorId === null ? 'Pas de médecin traitant ici' : `${stepLabels[kind]} ${thisHalf}`;
    case 'colleagues':
      return `${stepLabels[kind]} ${thisHalf}`;
    case 'next-half-day': {
      if (nextHalfDay === null) return stepLabels[kind];
      const half = nextHalfDay.half === 'morning' ? 'matin' : 'après-midi';
      return capital(`${nearDay(nextHalfDay.day, now.day)} ${half}`);
    }
    default:
      return stepLabels[kind];
  }
};

/** Of a step that was passed: « rien, 10:21 ». Of one still to come: how much it has. */
export const standingText = ({ slots, more, tick }: CascadeStep, zone: string): string | null => {
  if (tick !== null && !(tick.what === 'nothing' && slots.length > 0))
    return `${tickLabels[tick.what]}, ${clockText(localNow(tick.at, zone).minute)}`;
  const places = slots.length + more;
  return places === 0 ? null : places === 1 ? '1 place' : `${places} places`;
};

/** « À voir avant mercredi 25 novembre, 10 h 20 » */
export const deadlineSaid = (deadline: Instant, now: LocalNow, zone: string): string =>
  `À voir avant ${deadlineText(deadline, now, zone)}`;
