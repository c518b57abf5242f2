/** Hours and dates in the sentences of an opening that was refused. */

/** « 14 h 05 », « le 22/11 à 14 h 05 » when it is not today, by the clock of the PC. */
export const frenchTime = (at: number, now: number, zone: string): string => {
  const wall = wallAt(at, zone);
  return wall.toPlainDate().equals(wallAt(now, zone).toPlainDate())
    ? hours(wall)
    : `le ${date(wall)} à ${hours(wall)}`;
};

/** « 22/11 à 14 h 05 » */
export const frenchMoment = (at: number, zone: string): string => {
  const wall = wallAt(at, zone);
  return `${date(wall)} à ${hours(wall)}`;
};

const wallAt = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const two = (n: number): string => String(n).padStart(2, '0');
const date = (wall: Temporal.ZonedDateTime): string => `${two(wall.day)}/${two(wall.month)}`;
const hours = (wall: Temporal.ZonedDateTime): string => `${wall.hour}\u00a0h\u00a0${two(wall.minute)}`;
