/** Where a click or a dropped card lands: on the practitioner's own grid, or where free time begins. Pure. */
import type { Minute } from '../../../../contract/time.ts';
import type { Lane } from './types.ts';

type Grid = Pick<Lane, 'free' | 'step'>;

/** A click in free time means the whole free piece; elsewhere the practitioner's own step. */
export const clickedMinute = ({ free, step }: Grid, minute: Minute): Minute =>
  free.find(({ start, end }) => start <= minute && minute < end)?.start ?? Math.floor(minute / step) * step;

/**
 * A card is dropped by hand, and FullCalendar may be five minutes off: it measures from the middle of the row that was
 * grabbed, not from the place in it. The nearest start that makes sense is what was meant.
 */
export const droppedMinute = ({ free, step }: Grid, minute: Minute): Minute => {
  const onGrid = Math.round(minute / step) * step;
  const starts = [...free.map(({ start }) => start), onGrid];
  return starts.reduce(
    (best, start) => (Math.abs(start - minute) < Math.abs(best - minute) ? start : best),
    onGrid,
  );
};
