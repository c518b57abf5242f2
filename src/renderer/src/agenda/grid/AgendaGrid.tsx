import { useCallback, useMemo, useState } from 'react';
import type { AgendaDay } from '../../../../contract/agenda.ts';
import type { LocalNow } from '../../../../contract/time.ts';
import { usePanel } from '../../app/panel.ts';
import { AgendaCalendar } from '../calendar/AgendaCalendar.tsx';
import type { Lane, PlaceInLane } from '../calendar/types.ts';
import { cardsOf } from '../lanes/cards.ts';
import type { Hours } from '../lanes/lanes.ts';

interface Props {
  readonly label: string;
  readonly days: readonly AgendaDay[];
  readonly lanes: readonly Lane[];
  readonly hours: Hours;
  readonly now: LocalNow;
}

/** The calendar, joined to what its cards and its free time lead to. */
export const AgendaGrid = ({ label, days, lanes, hours, now }: Props) => {
  const [cancelled] = useState(false);
  const { content, open } = usePanel();
  const { cards, faulty } = useMemo(() => cardsOf(days, lanes, { cancelled }), [days, lanes, cancelled]);
  const isToday = useCallback((lane: Lane) => lane.day === now.day, [now.day]);
  return (
    <div className="agenda-grid">
      {faulty.length === 0 ? null : (
        <p className="agenda-faulty" role="alert">
          {faulty.length === 1
            ? 'Un rendez-vous ne peut pas être affiché'
            : `${faulty.length} rendez-vous ne peuvent pas être affichés`}
          {' : le reste de la journée est complet. Référence '}
          {faulty.join(', ')}.
        </p>
      )}
      <AgendaCalendar
        label={label}
        lanes={lanes}
        cards={cards}
        hours={hours}
        now={lanes.some(isToday) ? now.minute : null}
        isToday={isToday}
        selected={content?.kind === 'appointment' ? content.id : null}
        ghost={null}
        onOpen={(id) => open({ kind: 'appointment', id })}
        onFree={(_: PlaceInLane) => undefined}
        onMove={(_id, _to, back) => back()}
        onCardKey={() => false}
      />
    </div>
  );
};
