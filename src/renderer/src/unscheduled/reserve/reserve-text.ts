/** The reserve in a few words: for the home strip, and beside a name. Pure. */
import { addDays, type Day } from '../../../../contract/time.ts';
import type { ReserveOfDay, UnscheduledDay } from '../../../../contract/unscheduled.ts';
import { dayText } from '../../ui/dates.ts';
import { stateLabels } from '../words.ts';

export interface StripOfReserve {
  readonly today: number | null;
  readonly tomorrow: number | null;
  /** « aucun aujourd’hui », « aucun jeu. 26 nov. » : the first working day without any; null when each has one. */
  readonly without: string | null;
}

const countOn = (days: readonly UnscheduledDay[], day: Day): number | null => {
  const found = days.find((one) => one.day === day);
  return found === undefined || found.offered === 0 ? null : found.left;
};

/** @param days from today on, as many as are announced */
export const stripOf = (days: readonly UnscheduledDay[], today: Day): StripOfReserve => {
  const bare = days.find(({ working, offered }) => working && offered === 0);
  const tomorrow = addDays(today, 1);
  return {
    today: countOn(days, today),
    tomorrow: countOn(days, tomorrow),
    without:
      bare === undefined
        ? null
        : bare.day === today
          ? 'aucun aujourd’hui'
          : bare.day === tomorrow
            ? 'aucun demain'
            : `aucun ${dayText(bare.day, 'short')}`,
  };
};

/** « 3 sur 4 », « libéré à l’heure », « aucun ce jour ». */
export const reserveText = (reserve: ReserveOfDay | null): string => {
  if (reserve === null || reserve.offered === 0) return 'aucun ce jour';
  return stateLabels[reserve.state] ?? `${reserve.left} sur ${reserve.offered}`;
};
