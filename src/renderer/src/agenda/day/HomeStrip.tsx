import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LocalNow } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { hashOf } from '../../app/router.ts';
import { durationText, hourText } from '../../ui/dates.ts';
import { countsOf } from './counts.ts';

const TODAY_STALE = Number.POSITIVE_INFINITY;

interface Props {
  readonly now: LocalNow;
  /** What concerns the day on screen. */
  readonly children?: ReactNode;
}

/** One line that says where work waits. Always about today, whatever day is on screen. */
export const HomeStrip = ({ now, children }: Props) => {
  const { data } = useQuery(
    api.agenda.range.queryOptions({ input: { from: now.day, to: now.day }, staleTime: TODAY_STALE }),
  );
  const { data: pending = [] } = useQuery(api.requests.pending.queryOptions());
  const today = data?.[0];
  if (today === undefined) return <div className="strip" />;
  const { waiting, longestWait, toCome, next } = countsOf(today.appointments, now.minute, Date.now());
  return (
    <div className="strip">
      <span>
        En salle <b>{waiting}</b>
        {longestWait === null ? null : (
          <>
            {' · plus longue attente '}
            <b>{durationText(longestWait)}</b>
          </>
        )}
      </span>
      <span>
        À venir <b>{toCome}</b>
        {next === null ? null : <> · prochain à {hourText(next)}</>}
      </span>
      {pending.length === 0 ? null : (
        <span>
          <a href={hashOf('demandes')}>Demandes ouvertes</a> <b>{pending.length}</b>
        </span>
      )}
      {children}
    </div>
  );
};
