import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LocalNow } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { EveningWay } from '../../handover/EveningWay.tsx';
import { ReturnWay } from '../../handover/ReturnWay.tsx';
import { durationText, hourText } from '../../ui/dates.ts';
import { ReserveCount } from '../../unscheduled/reserve/ReserveCount.tsx';
import { CardNotice } from '../../urgency/CardNotice.tsx';
import { FreedCount } from '../../waitlist/freed/FreedCount.tsx';
import { WaitlistCounts } from '../../waitlist/WaitlistCounts.tsx';
import { countsOf } from './counts.ts';
import { WorkCounts } from './WorkCounts.tsx';

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
  const today = data?.[0];
  if (today === undefined) return <div className="strip" />;
  const { waiting, longestWait, toCome, next } = countsOf(today.appointments, now.minute, Date.now());
  return (
    <div className="strip">
      <span>
        En salle <b>{waiting}</b>
        {longestWait === null ? null : (
          <span className="strip-more">
            {' · plus longue attente '}
            <b>{durationText(longestWait)}</b>
          </span>
        )}
      </span>
      <span>
        À venir <b>{toCome}</b>
        {next === null ? null : <span className="strip-more"> · prochain à {hourText(next)}</span>}
      </span>
      <ReserveCount now={now} />
      <FreedCount />
      <WorkCounts />
      <WaitlistCounts />
      <EveningWay now={now} />
      <ReturnWay />
      <CardNotice />
      {children}
    </div>
  );
};
