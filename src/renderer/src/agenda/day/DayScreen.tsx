import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { addDays, type Day, type LocalNow } from '../../../../contract/time.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { capitalised, dayText } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AgendaBar } from '../bar/AgendaBar.tsx';
import { laneInFocus } from '../calendar/focus.ts';
import { GlanceBar } from '../glance/GlanceBar.tsx';
import { goToDay, goToWeek } from '../go.ts';
import { AgendaGrid } from '../grid/AgendaGrid.tsx';
import { dayLanes, hoursShown } from '../lanes/lanes.ts';
import { usePractitioners } from '../use-house.ts';
import { Absentees } from './Absentees.tsx';
import { HomeStrip } from './HomeStrip.tsx';
import { ProfessionFilter } from './ProfessionFilter.tsx';
import { onScreen, useProfessionFilter } from './profession-filter.ts';

interface Props {
  readonly day: Day;
  readonly now: LocalNow;
}

const dayInput = (day: Day) => ({ input: { from: day, to: day }, staleTime: Number.POSITIVE_INFINITY });

/** Everyone present, side by side. */
export const DayScreen = ({ day, now }: Props) => {
  const queryClient = useQueryClient();
  const practitioners = usePractitioners();
  const filter = useProfessionFilter(({ profession }) => profession);
  const query = useQuery(
    api.agenda.range.queryOptions({ ...dayInput(day), placeholderData: keepPreviousData }),
  );
  const shown = query.data?.[0] ?? null;

  // The neighbours of the day are one key away: fetched while nobody waits for them.
  useEffect(() => {
    if (query.isPlaceholderData || !query.isSuccess) return;
    for (const by of [1, -1])
      void queryClient.prefetchQuery(api.agenda.range.queryOptions(dayInput(addDays(day, by))));
  }, [queryClient, day, query.isPlaceholderData, query.isSuccess]);

  const picture = useMemo(() => {
    if (shown === null) return null;
    const hours = hoursShown([shown]);
    return { days: [shown], hours, lanes: dayLanes(shown, onScreen(shown, practitioners, filter), hours) };
  }, [shown, practitioners, filter]);

  useCommand('day.previous', () => goToDay(addDays(day, -1), now.day));
  useCommand('day.next', () => goToDay(addDays(day, 1), now.day));
  useCommand('day.today', () => goToDay(now.day, now.day));
  const lanes = picture?.lanes ?? [];
  useCommand(
    'day.week',
    () => {
      const lane = laneInFocus(lanes) ?? lanes[0];
      if (lane !== undefined) goToWeek(lane.practitionerId, day);
    },
    lanes.length > 0,
  );

  useCommand('unscheduled.give', () => {
    const lane = laneInFocus(lanes) ?? lanes[0];
    usePanel.getState().open({
      kind: 'reserve',
      day: day < now.day ? now.day : day,
      giveTo: lane?.practitionerId ?? null,
    });
  });

  const holiday = shown?.holiday?.name;
  return (
    <div className="agenda">
      <HomeStrip now={now}>
        {shown === null ? null : <Absentees day={shown} practitioners={practitioners} />}
        {shown === null ? null : <GlanceBar practitioners={onScreen(shown, practitioners, filter)} />}
      </HomeStrip>
      <AgendaBar
        day={day}
        today={now.day}
        title={capitalised(dayText(day, 'day'))}
        {...(holiday === undefined ? {} : { note: `Férié : ${holiday}` })}
      >
        <ProfessionFilter practitioners={practitioners} />
        <CommandButton command="day.week" variant="default" className="bar-week">
          Semaine
        </CommandButton>
      </AgendaBar>
      {query.isError && picture === null ? (
        <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>
      ) : null}
      {picture === null ? null : (
        <AgendaGrid
          {...picture}
          now={now}
          onHead={({ practitionerId }) => goToWeek(practitionerId, day)}
          label={`Agendas du ${dayText(day, 'long')}. Flèches pour se déplacer, Entrée pour ouvrir.`}
        />
      )}
    </div>
  );
};
