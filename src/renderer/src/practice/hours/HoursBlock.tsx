import type { OpeningHours } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { capitalised, clockText, dayText, hourText } from '../../ui/dates.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { cssVars } from '../css-vars.ts';
import { kinds, weekdayLabel } from '../words.ts';
import { nextDates, rhythmText } from './alternation.ts';
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

/** One range in the typical week; the whole of it is said to whoever cannot see the drawing. */
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
      aria-label={hoursSentence(item, today)}
      aria-current={current || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onPick(item);
      }}
    >
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
      {item.everyWeeks > 1 ? <span>1 sem. sur {item.everyWeeks}</span> : null}
      {next === undefined ? null : <span>le {shortDate(next)}</span>}
      {coming ? <span>dès le {shortDate(item.validFrom)}</span> : null}
      {!coming && item.validTo !== null ? <span>jusqu’au {shortDate(item.validTo)}</span> : null}
    </button>
  );
};

const shortDate = (day: Day): string => dayText(day, 'short').replace(/^\S+ /, '');

/** « Samedi, de 8 h 30 à 12 h, ordinaire, une semaine sur deux, à partir de la semaine du 23/11/2026 » */
export const hoursSentence = (hours: OpeningHours, today: Day): string =>
  [
    capitalised(weekdayLabel(hours.weekday)),
    `de ${hourText(hours.start)} à ${hourText(hours.end)}`,
    kinds[hours.kind].label.toLowerCase(),
    hours.capacity > 1 ? `${hours.capacity} patients à la fois` : '',
    hours.everyWeeks > 1 ? rhythmText(hours.everyWeeks) : '',
    hours.everyWeeks > 1 ? `à partir de la semaine du ${dayText(hours.anchorDay, 'numeric')}` : '',
    hours.validFrom > today ? `à partir du ${dayText(hours.validFrom, 'numeric')}` : '',
    hours.validTo === null ? '' : `jusqu’au ${dayText(hours.validTo, 'numeric')}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
