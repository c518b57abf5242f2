import type { OpeningHours } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { capitalised } from '../../ui/dates.ts';
import { cssVars } from '../css-vars.ts';
import { weekdays } from '../words.ts';
import { type Block, HoursBlock } from './HoursBlock.tsx';
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
  const days = weekdays.map((name, index) => ({ name, placed: placedOn(hours, index + 1) }));
  const marks = Array.from({ length: to - from - 1 }, (_, n) => from + n + 1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of the week, not a set of fields.
    <div
      className="wk"
      role="group"
      aria-label="Semaine type"
      style={cssVars({ '--from': from, '--hours': to - from, '--columns': days.map(widthOf).join(' ') })}
    >
      <div className="wk-axis" aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour} style={cssVars({ '--at': hour - from })}>
            {hour} h
          </span>
        ))}
      </div>
      {days.map(({ name, placed }, index) => (
        <div key={name} className="wk-day">
          <h3>{capitalised(name)}</h3>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a shorter way to the button « Ajouter une plage ». */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
          <div className="wk-col" onClick={() => onAdd(index + 1)}>
            {placed.map((block) => (
              <HoursBlock
                key={block.item.id}
                placed={block}
                today={today}
                current={block.item.id === current}
                onPick={onPick}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
};

/** Days without hours give their room to days where ranges stand side by side. */
const widthOf = ({ placed }: { readonly placed: readonly Block[] }): string => {
  const lanes = Math.max(0, ...placed.map((block) => block.lanes));
  return `minmax(${lanes === 0 ? 74 : 84}px, ${lanes === 0 ? 0.55 : 1 + 0.7 * (lanes - 1)}fr)`;
};

/** Reserved time is drawn over the ordinary time that it carves its share out of, not beside it. */
const placedOn = (hours: readonly OpeningHours[], day: number): Block[] => {
  const there = hours.filter(({ weekday }) => weekday === day);
  const reserved = inLanes(there.filter(({ kind }) => kind !== 'regular'));
  const ordinary = inLanes(there.filter(({ kind }) => kind === 'regular'));
  return [
    ...ordinary.map((block) => ({ ...block, coveredAtStart: reserved.some((r) => startsUnder(block, r)) })),
    ...reserved.map((block) => ({ ...block, coveredAtStart: false })),
  ];
};

const LABEL_MINUTES = 45;

/** Would the label at the top of this block lie under the reserved one? */
const startsUnder = ({ item }: Placed<OpeningHours>, over: Placed<OpeningHours>): boolean =>
  over.item.start < item.start + LABEL_MINUTES && item.start < over.item.end;
