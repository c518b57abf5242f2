import { PractitionerId } from '../../../../contract/ids.ts';
import { Day } from '../../../../contract/time.ts';
import { useNow } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { useRoute } from '../../app/router.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { DAY_PATH, WEEK_PATH } from '../go.ts';

/** Ctrl+P puts on paper the day that is on screen, of her whose week it is; today's from any other screen. */
export const PrintCommand = () => {
  const now = useNow();
  const { path, params } = useRoute();
  const open = usePanel((state) => state.open);
  const asked = Day.safeParse(params['jour']);
  const who = PractitionerId.safeParse(Number(params['praticien']));
  const shown = path === DAY_PATH || path === WEEK_PATH;
  useCommand('print', () =>
    open({
      kind: 'print',
      day: shown && asked.success ? asked.data : now.day,
      practitionerId: path === WEEK_PATH && who.success ? who.data : null,
    }),
  );
  return null;
};
