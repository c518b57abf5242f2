/** Widths in CSS pixels at which the columns change their mind. */

/** The hours at the left. */
export const AXIS_WIDTH = 56;

/** Under this width a name can no longer be told from another: the lanes scroll sideways instead. */
export const NARROWEST_LANE = 116;

/** From this width on, the start time stands in the card as well; under it, the axis says it and the name gets the room. */
export const WIDE_LANE = 190;
