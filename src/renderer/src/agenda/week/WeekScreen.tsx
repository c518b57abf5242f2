import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AgendaDay } from '../../../../contract/agenda.ts';
import type { PractitionerId } from '../../../../contract/ids.ts';
import { addDays, type Day, type LocalNow, mondayOf } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { dayText } from '../../ui/dates.ts';
import { AgendaBar } from '../bar/AgendaBar.tsx';
import { goToDay, goToWeek } from '../go.ts';
import { AgendaGrid } from '../grid/AgendaGrid.tsx';
import { hoursShown, weekLanes } from '../lanes/lanes.ts';
import { practitionerFullName } from '../practitioner-name.ts';
import { usePractitioners } from '../use-house.ts';
import { WhoseWeek } from './WhoseWeek.tsx';

interface Props {
  readonly day: Day;
  readonly practitionerId: PractitionerId;
  readonly now: LocalNow;
}

const SUNDAY_INDEX = 6;

/** Monday to Saturday, and Sunday when something happens on it. */
const worthShowing = (days: readonly AgendaDay[], practitionerId: PractitionerId): readonly AgendaDay[] =>
  days.filter(
    (day, index) =>
      index !== SUNDAY_INDEX ||
      day.columns.some((column) => column.practitionerId === practitionerId && column.present),
  );

/** One practitioner's week. */
export const WeekScreen = ({ day, practitionerId, now }: Props) => {
  const practitioners = usePractitioners();
  const monday = mondayOf(day);
  const query = useQuery(
    api.agenda.range.queryOptions({
      input: { from: monday, to: addDays(monday, 6), practitionerIds: [practitionerId] },
      placeholderData: keepPreviousData,
    }),
  );
  const practitioner = practitioners.find(({ id }) => id === practitionerId);
  const picture = useMemo(() => {
    if (query.data === undefined || practitioner === undefined) return null;
    const days = worthShowing(query.data, practitionerId);
    const hours = hoursShown(days);
    return { days, hours, lanes: weekLanes(days, practitioner, hours) };
  }, [query.data, practitioner, practitionerId]);

  const go = (to: Day) => goToWeek(practitionerId, to);
  useCommand('day.previous', () => go(addDays(day, -7)));
  useCommand('day.next', () => go(addDays(day, 7)));
  useCommand('day.today', () => go(now.day));
  useCommand('day.week', () => goToDay(day, now.day));
  useCommand('back', () => (usePanel.getState().content === null ? goToDay(day, now.day) : false));

  return (
    <div className="agenda" data-week>
      <AgendaBar day={day} today={now.day} title={`Semaine du ${dayText(monday, 'day')}`} onJump={go}>
        <WhoseWeek
          practitioners={practitioners}
          value={practitionerId}
          onChange={(id) => goToWeek(id, day)}
        />
        <CommandButton command="day.week" variant="default">
          Journée
        </CommandButton>
      </AgendaBar>
      {picture === null || practitioner === undefined ? null : (
        <AgendaGrid
          {...picture}
          now={now}
          onHead={(lane) => goToDay(lane.day, now.day)}
          label={`Semaine de ${practitionerFullName(practitioner)}. Flèches pour se déplacer, Entrée pour ouvrir.`}
        />
      )}
    </div>
  );
};
