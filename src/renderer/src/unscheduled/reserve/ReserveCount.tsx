import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { addDays, type LocalNow } from '../../../../contract/time.ts';
import { refresh } from '../../api/live.ts';
import { api, queryClient } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { stripOf } from './reserve-text.ts';
import './reserve.css';

/** Days ahead in which a working day without any is announced: long enough to do something about it. */
const AHEAD = 7;

/** At the house's hour the day's reserve becomes ordinary time: nobody writes it, so the screen asks again by itself. */
const useReleaseHour = ({ minute }: LocalNow): void => {
  const { data } = useQuery(api.unscheduled.settings.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const hour = data?.releaseAt ?? null;
  const struck = hour !== null && minute >= hour;
  const before = useRef(struck);
  useEffect(() => {
    if (before.current === struck) return;
    before.current = struck;
    void refresh(queryClient, ['agenda', 'unscheduled']);
  }, [struck]);
};

/** SNP left today and tomorrow; a working day without any is said. */
export const ReserveCount = ({ now }: { readonly now: LocalNow }) => {
  const open = usePanel((state) => state.open);
  useReleaseHour(now);
  const { data } = useQuery(
    api.unscheduled.days.queryOptions({ input: { from: now.day, to: addDays(now.day, AHEAD) } }),
  );
  if (data === undefined) return null;
  const { today, tomorrow, without } = stripOf(data, now.day);
  return (
    <button
      type="button"
      className="strip-way"
      onClick={() => open({ kind: 'reserve', day: now.day, giveTo: null })}
    >
      SNP
      {today === null ? null : (
        <>
          <span className="strip-more"> aujourd’hui</span> <b>{today}</b>
        </>
      )}
      {tomorrow === null ? null : (
        <span className="strip-more">
          {today === null ? ' ' : ', '}demain <b>{tomorrow}</b>
        </span>
      )}
      {without === null ? null : (
        <span className="strip-without">
          <ShapeMark shape="triangle" /> {without}
        </span>
      )}
    </button>
  );
};
