/** Widths of the columns, in CSS pixels, and when they change their mind. */
import type { Lane } from './types.ts';

/** The hours at the left. */
export const AXIS_WIDTH = 56;

/** Under this width a name can no longer be told from another: the lanes scroll sideways instead. */
const NARROWEST_LANE = 116;

/** Once they scroll sideways anyway, lanes are wide enough for nearly every name. */
const SCROLLED_LANE = 136;

/** From this width on, the start time stands in the card as well; under it, the axis says it and the name gets the room. */
const WIDE_LANE = 190;

/** Where three are seen at once, three cards stand side by side: that lane counts for more than one. */
export const weightOf = ({ capacity }: Pick<Lane, 'capacity'>): number =>
  Math.max(1, Math.min(3, capacity * 0.75));

export interface Fit {
  /** What FullCalendar needs to scroll sideways; undefined while everything fits. */
  readonly dayMinWidth: number | undefined;
  readonly wide: boolean;
  /** Share of the width of each lane, in percent. */
  readonly shares: readonly number[];
}

/** @param width of the whole calendar */
export const fitLanes = (width: number, lanes: readonly Pick<Lane, 'capacity'>[]): Fit => {
  const weights = lanes.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return { dayMinWidth: undefined, wide: false, shares: [] };
  const each = (width - AXIS_WIDTH) / total;
  return {
    dayMinWidth: each < NARROWEST_LANE ? Math.ceil((SCROLLED_LANE * total) / lanes.length) : undefined,
    wide: each >= WIDE_LANE,
    shares: weights.map((weight) => (100 * weight) / total),
  };
};
