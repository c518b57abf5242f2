import { useCallback, useMemo } from 'react';
import type { AgendaDay } from '../../../../contract/agenda.ts';
import type { LocalNow } from '../../../../contract/time.ts';
import { usePanel } from '../../app/panel.ts';
import { useOffered } from '../../waitlist/freed/use-freed.ts';
import { startAtPlace } from '../booking/call.ts';
import { usePreview } from '../booking/preview.ts';
import { AgendaCalendar } from '../calendar/AgendaCalendar.tsx';
import type { Lane } from '../calendar/types.ts';
import { cardsOf } from '../lanes/cards.ts';
import type { Hours } from '../lanes/lanes.ts';
import { FaultyRows } from './FaultyRows.tsx';
import { useShowCancelled } from './show-cancelled.ts';
import { useCardActions } from './use-card-actions.ts';

interface Props {
  readonly label: string;
  readonly days: readonly AgendaDay[];
  readonly lanes: readonly Lane[];
  readonly hours: Hours;
  readonly now: LocalNow;
  readonly onHead: (lane: Lane) => void;
}

/** The calendar, joined to what its cards and its free time lead to. */
export const AgendaGrid = ({ label, days, lanes, hours, now, onHead }: Props) => {
  const cancelled = useShowCancelled((state) => state.shown);
  const { content, open } = usePanel();
  const previewed = usePreview((state) => state.place);
  const offered = useOffered();
  const { cards, faulty } = useMemo(
    () => cardsOf(days, lanes, { cancelled, offered }),
    [days, lanes, cancelled, offered],
  );
  const isToday = useCallback((lane: Lane) => lane.day === now.day, [now.day]);
  const { move, onCardKey } = useCardActions(days);
  const ghost = useMemo(() => {
    const lane =
      previewed === null
        ? undefined
        : lanes.find(
            ({ practitionerId, day }) => practitionerId === previewed.practitionerId && day === previewed.day,
          );
    return previewed === null || lane === undefined
      ? null
      : { lane: lane.key, start: previewed.start, end: previewed.end };
  }, [previewed, lanes]);
  return (
    <div className="agenda-grid">
      <FaultyRows ids={faulty} />
      <AgendaCalendar
        label={label}
        lanes={lanes}
        cards={cards}
        hours={hours}
        now={lanes.some(isToday) ? now.minute : null}
        isToday={isToday}
        selected={content?.kind === 'appointment' ? content.id : null}
        ghost={ghost}
        onOpen={(id) => open({ kind: 'appointment', id })}
        onFree={({ lane, start }) =>
          startAtPlace({ practitionerId: lane.practitionerId, day: lane.day, start })
        }
        onHead={onHead}
        onMove={move}
        onCardKey={onCardKey}
      />
    </div>
  );
};
