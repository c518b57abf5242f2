/** How long a wrong PIN makes one wait. */

/** A hand that slips twice at a ringing phone waits for nothing. */
const FREE_TRIES = 3;

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** After the third wrong try, the fourth… and from then on the last of them. */
const WAITS = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
const LONGEST = 15 * MINUTE;

/** @param tries wrong in a row, this one included */
export const waitAfter = (tries: number): number =>
  tries < FREE_TRIES ? 0 : (WAITS[tries - FREE_TRIES] ?? LONGEST);

export const triesLeft = (tries: number): number => Math.max(0, FREE_TRIES - tries);
