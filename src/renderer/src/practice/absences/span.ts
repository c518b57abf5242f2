import type { Absence } from '../../../../contract/practice.ts';
import type { Day, Minute } from '../../../../contract/time.ts';
import { dayText, hourText } from '../../ui/dates.ts';

type Span = Pick<Absence, 'fromDay' | 'toDay' | 'start' | 'end'>;

const dated = (day: Day, withYear: boolean): string =>
  withYear ? `${dayText(day, 'short')} ${day.slice(0, 4)}` : dayText(day, 'short');

/** « lun. 23 nov. 2026 », « du lun. 21 déc. 2026 au dim. 3 janv. 2027, de 14 h à 18 h ». */
export const spanText = ({ fromDay, toDay, start, end }: Span): string => {
  const newYear = fromDay.slice(0, 4) !== toDay.slice(0, 4);
  const days =
    fromDay === toDay ? dated(fromDay, true) : `du ${dated(fromDay, newYear)} au ${dated(toDay, true)}`;
  if (start === null || end === null) return days;
  return `${days}, de ${hourText(start)} à ${hourText(end)}`;
};

interface Placed {
  readonly practitionerId: number;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
}

/** Does an appointment touch the part of those days that the absence takes? */
export const isInside = (
  absence: Span & Pick<Absence, 'practitionerId'>,
  { practitionerId, day, start, end }: Placed,
): boolean =>
  practitionerId === absence.practitionerId &&
  absence.fromDay <= day &&
  day <= absence.toDay &&
  start < (absence.end ?? 1440) &&
  (absence.start ?? 0) < end;
