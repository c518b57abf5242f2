import { PractitionerId } from '../../../contract/ids.ts';
import { Day } from '../../../contract/time.ts';
import { useNow } from '../app/now.ts';
import { useRoute } from '../app/router.ts';
import { DayScreen } from './day/DayScreen.tsx';
import { WEEK_PATH } from './go.ts';
import { WeekScreen } from './week/WeekScreen.tsx';
import './agenda.css';

/** The day of everyone side by side, or the week of one; the address says which. */
export const AgendaScreen = () => {
  const { path, params } = useRoute();
  const now = useNow();
  const asked = Day.safeParse(params['jour']);
  const day = asked.success ? asked.data : now.day;
  const who = PractitionerId.safeParse(Number(params['praticien']));
  if (path === WEEK_PATH && who.success) return <WeekScreen day={day} practitionerId={who.data} now={now} />;
  return <DayScreen day={day} now={now} />;
};
