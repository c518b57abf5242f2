/** Opening time that a change of hours, a dated exception or the end of an absence has given. */
import type { OpenRange } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { Absence, OpeningException, OpeningHours } from '../../../contract/practice.ts';
import { addDays, type Day, type Interval } from '../../../contract/time.ts';
import type { FreedCause } from '../../../contract/waitlist-offers.ts';
import { subtract } from '../../practice/rules/intervals.ts';
import { type OpeningFacts, openRangesOn } from '../../practice/rules/openings.ts';

/** Weekly hours never end: cards are raised for as far as people are rung. */
export const AHEAD_DAYS = 28;

type Table = 'hours' | 'exceptions' | 'absences';
type Row = OpeningHours | OpeningException | Absence;

export interface Change {
  readonly practitionerId: PractitionerId;
  readonly cause: FreedCause;
  readonly table: Table;
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

const TABLES: Readonly<Record<string, { readonly table: Table; readonly cause: FreedCause }>> = {
  'opening-hours': { table: 'hours', cause: 'hours' },
  'opening-exception': { table: 'exceptions', cause: 'extra' },
  absence: { table: 'absences', cause: 'absence-ended' },
};

const rows = (contents: unknown): Row[] =>
  contents === null || contents === undefined ? [] : ([contents].flat() as Row[]);

/** Of which practitioner's openings, and how, this entry tells; null when it tells of something else. */
export const changeOf = (told: {
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}): Change | null => {
  const [entity = '', act = ''] = told.action.split('.');
  const kept = Object.hasOwn(TABLES, entity) ? TABLES[entity] : undefined;
  if (!kept || !['added', 'updated', 'removed'].includes(act)) return null;
  const before = rows(told.before);
  const after = rows(told.after);
  const [one] = [...after, ...before];
  return one ? { practitionerId: one.practitionerId, ...kept, before, after } : null;
};

const firstDay = (row: Row): Day => ('day' in row ? row.day : 'fromDay' in row ? row.fromDay : row.validFrom);
const lastDay = (row: Row): Day | null => ('day' in row ? row.day : 'toDay' in row ? row.toDay : row.validTo);

/** The days on which it may have opened something, from today on; at most `AHEAD_DAYS` of them. */
export const daysOf = (
  { before, after }: Change,
  today: Day,
): { readonly from: Day; readonly to: Day } | null => {
  const all = [...before, ...after];
  const first = all.map(firstDay).reduce((a, b) => (b < a ? b : a));
  const from = first > today ? first : today;
  const ends = all.map(lastDay);
  const furthest = addDays(from, AHEAD_DAYS - 1);
  const last = ends.reduce((a, b) => (a === null || b === null ? null : b > a ? b : a));
  const to = last !== null && last < furthest ? last : furthest;
  return from > to ? null : { from, to };
};

/** The facts as they would be without that change, whatever else has changed since. */
export const without = (facts: OpeningFacts, { table, before, after }: Change): OpeningFacts => {
  const touched = new Set([...before, ...after].map(({ id }) => id));
  const others = (facts[table] as readonly Row[]).filter(({ id }) => !touched.has(id));
  return { ...facts, [table]: [...others, ...before] };
};

const forLists = ({ open }: { readonly open: readonly OpenRange[] }): OpenRange[] =>
  open.filter(({ kind }) => kind !== 'unscheduled');

/** Time of that day that is open, or open to more people at once, because of the change. */
export const gainedOn = (day: Day, facts: OpeningFacts, change: Change): Interval[] => {
  const was = forLists(openRangesOn(day, without(facts, change)));
  const gained = openRangesOn(day, facts).open.flatMap((range) =>
    subtract(
      [range],
      was.filter(({ capacity }) => capacity >= range.capacity),
    ),
  );
  return subtract(gained, []);
};
