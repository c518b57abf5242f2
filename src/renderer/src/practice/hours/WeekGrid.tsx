import type { OpeningHours } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { capitalised } from '../../ui/dates.ts';
import { cssVars } from '../css-vars.ts';
import { weekdays } from '../words.ts';
import { HoursBlock } from './HoursBlock.tsx';
import { inLanes, type Placed } from './lanes.ts';
import './week-grid.css';

interface WeekGridProps {
  readonly hours: readonly OpeningHours[];
  readonly today: Day;
  readonly current: number | null;
  readonly onPick: (hours: OpeningHours) => void;
  /** A click in the empty column of a weekday. */
  readonly onAdd: (weekday: number) => void;
}

/** The typical week: a column a day, each range a button that opens it. */
export const WeekGrid = ({ hours, today, current, onPick, onAdd }: WeekGridProps) => {
  const from = Math.min(8, ...hours.map(({ start }) => Math.floor(start / 60)));
  const to = Math.max(19, ...hours.map(({ end }) => Math.ceil(end / 60)));
  const marks = Array.from({ length: to - from - 1 }, (_, n) => from + n + 1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of the week, not a set of fields.
    <div
      className="wk"
      role="group"
      aria-label="Semaine type"
      style={cssVars({ '--from': from, '--hours': to - from })}
    >
      <div className="wk-axis" aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour} style={cssVars({ '--at': hour - from })}>
            {hour} h
          </span>
        ))}
      </div>
      {weekdays.map((name, index) => (
        <div key={name} className="wk-day">
          <h3>{capitalised(name)}</h3>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a shorter way to the button « Ajouter une plage ». */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
          <div className="wk-col" onClick={() => onAdd(index + 1)}>
            {placedOn(hours, index + 1).map((placed) => (
              <HoursBlock
                key={placed.item.id}
                placed={placed}
                today={today}
                current={placed.item.id === current}
                onPick={onPick}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
};

/** Reserved time is drawn over the ordinary time that it carves its share out of, not beside it. */
const placedOn = (hours: readonly OpeningHours[], day: number): Placed<OpeningHours>[] => {
  const there = hours.filter(({ weekday }) => weekday === day);
  return [
    ...inLanes(there.filter(({ kind }) => kind === 'regular')),
    ...inLanes(there.filter(({ kind }) => kind !== 'regular')),
  ];
};
