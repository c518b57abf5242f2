/** The addresses of the agenda. */
import type { PractitionerId } from '../../../contract/ids.ts';
import type { Day } from '../../../contract/time.ts';
import { navigate } from '../app/router.ts';

export const DAY_PATH = 'journee';
export const WEEK_PATH = 'journee/semaine';

/** `today`: the address stays bare, so that the screen left open overnight shows the new day. */
export const goToDay = (day: Day, today: Day): void => {
  navigate(DAY_PATH, day === today ? {} : { jour: day }, 'replace');
};

export const goToWeek = (practitionerId: PractitionerId, day: Day): void =>
  navigate(WEEK_PATH, { praticien: String(practitionerId), jour: day });
