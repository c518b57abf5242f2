/**
 * Which copies are kept: one an hour for the last 24 hours that have one, one a day for 30 days, one a month for a year.
 * What counts is what has a copy, not the calendar: a house that was closed in August keeps as many.
 *
 * The order is the order in which they were made, never what a clock said: a PC whose clock falls back by a year goes
 * on making the newest.
 */
const HOURS = 24;
const DAYS = 30;
const MONTHS = 12;

export interface KeptOrNot {
  readonly file: string;
  /** Made one after another: a higher number is a newer copy, whatever the clock said. */
  readonly serial: number;
  /** Local, as its name says: 2026-11-23, and its hour; an older copy knows only its day. */
  readonly day: string;
  readonly hour: string | null;
}

/** @param proven the last one that was restored and compared: what a house falls back on @returns the files kept */
export const copiesKept = (copies: readonly KeptOrNot[], proven: string | null): Set<string> => {
  const newestFirst = copies.toSorted((a, b) => b.serial - a.serial || compare(b.file, a.file));
  const kept = [
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter(({ file }) => file === proven),
    ...firstOfEach(newestFirst, ({ day, hour }) => `${day} ${hour}`).slice(0, HOURS),
    ...firstOfEach(newestFirst, ({ day }) => day).slice(0, DAYS),
    ...firstOfEach(newestFirst, ({ day }) => day.slice(0, 7)).slice(0, MONTHS),
  ];
  return new Set(kept.map(({ file }) => file));
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const firstOfEach = (
  copies: readonly KeptOrNot[],
  period: (copy: KeptOrNot) => string,
): readonly KeptOrNot[] => {
  const seen = new Set<string>();
  return copies.filter((copy) => {
    const fresh = !seen.has(period(copy));
    seen.add(period(copy));
    return fresh;
  });
};

/** « parvis-2026-11-23-08h05 », « -2 » when the same minute has one already. */
export const copyName = (day: string, minute: number, taken: (name: string) => boolean): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const name = `parvis-${day}-${two(Math.floor(minute / 60))}h${two(minute % 60)}`;
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}-${n}`;
    if (!taken(candidate)) return candidate;
  }
};

const NAME = /^parvis-(\d{4}-\d{2}-\d{2})(?:-(\d{2})h\d{2}(?:-\d+)?)?\.db$/;

/** @returns null for a copy that is not one of those that come and go: made before an upgrade, or by hand */
export const momentOf = (file: string): { readonly day: string; readonly hour: string | null } | null => {
  const [, day, hour] = NAME.exec(file) ?? [];
  return day === undefined ? null : { day, hour: hour ?? null };
};
