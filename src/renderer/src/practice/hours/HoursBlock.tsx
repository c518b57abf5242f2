import type { OpeningHours } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { capitalised, clockText, dayText } from '../../ui/dates.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { cssVars } from '../css-vars.ts';
import { kinds, weekdayLabel } from '../words.ts';
import { nextDates } from './alternation.ts';
import type { Placed } from './lanes.ts';

export interface Block extends Placed<OpeningHours> {
  /** Reserved time is drawn over its first minutes: its words go to the foot. */
  readonly coveredAtStart: boolean;
}

interface HoursBlockProps {
  readonly placed: Block;
  readonly today: Day;
  readonly current: boolean;
  readonly onPick: (hours: OpeningHours) => void;
}

/** One range in the typical week; its day is said to whoever cannot see in which column it stands. */
export const HoursBlock = ({ placed, today, current, onPick }: HoursBlockProps) => {
  const { item, lane, lanes, coveredAtStart } = placed;
  const coming = item.validFrom > today;
  const [next] = item.everyWeeks > 1 ? nextDates(item, today, 1) : [];
  return (
    <button
      type="button"
      className="wk-block"
      data-kind={item.kind}
      data-foot={coveredAtStart || undefined}
      data-coming={coming || undefined}
      data-current={current || undefined}
      style={cssVars({
        '--start': item.start / 60,
        '--end': item.end / 60,
        '--lane': lane,
        '--lanes': lanes,
      })}
      aria-current={current || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onPick(item);
      }}
    >
      <span className="pv-sr-only">{capitalised(weekdayLabel(item.weekday))}</span>
      <b>
        {item.kind === 'regular' ? null : (
          <ShapeMark shape={item.kind === 'unscheduled' ? 'triangle' : 'square'} />
        )}
        <span>
          {clockText(item.start)}–<wbr />
          {clockText(item.end)}
        </span>
      </b>
      {item.kind === 'regular' ? null : <span className="wk-kind">{kinds[item.kind].short}</span>}
      {item.capacity > 1 ? <span>{item.capacity} à la fois</span> : null}
      {item.everyWeeks > 1 ? (
        <span>
          1 sem. sur {item.everyWeeks}
          <span className="pv-sr-only">, à partir de la semaine du {dayText(item.anchorDay, 'numeric')}</span>
        </span>
      ) : null}
      {next === undefined ? null : <span>le {shortDate(next)}</span>}
      {coming ? <span>dès le {shortDate(item.validFrom)}</span> : null}
      {!coming && item.validTo !== null ? <span>jusqu’au {shortDate(item.validTo)}</span> : null}
    </button>
  );
};

const shortDate = (day: Day): string => dayText(day, 'short').replace(/^\S+ /, '');
