/**
 * What deserves a look in an agenda without being an error: a coming appointment outside the hours of the same files.
 * The past is left alone: hours have changed since, and nobody can act on it.
 */
import type { OpeningHoursId, PractitionerId } from '../../contract/ids.ts';
import type { OpeningHours, Region } from '../../contract/practice.ts';
import type { Day, Interval } from '../../contract/time.ts';
import { holidaysOf } from '../practice/rules/holidays.ts';
import { openRangesOn } from '../practice/rules/openings.ts';
import type { PreparedAppointment, PreparedHours } from './rules/prepared.ts';

export type Oddity = 'outside-opening-hours' | 'on-public-holiday';

/** `openRangesOn` reads whole rows: those of a file have no identity yet. */
const asRow = (hours: PreparedHours): OpeningHours => ({
  ...hours,
  id: 0 as OpeningHoursId,
  practitionerId: 0 as PractitionerId,
  version: 0,
  kind: 'regular',
  capacity: 1,
});

const covered = (open: readonly Interval[], { start, end }: Interval): boolean => {
  let reached = start;
  for (const range of open) if (range.start <= reached && reached < range.end) reached = range.end;
  return reached >= end;
};

/** Computes each answer once. */
const onceEach = <K, V>(compute: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const there = known.get(key);
    if (there !== undefined) return there;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
};

export const oddities = (today: Day, region: Region, hours: readonly PreparedHours[]) => {
  const byPractitioner = Map.groupBy(hours, (row) => row.practitioner);
  const rows = new Map([...byPractitioner].map(([code, own]) => [code, own.map(asRow)] as const));
  const holidays = onceEach(
    (year: number) => new Set(holidaysOf(year, region).map((holiday) => holiday.day)),
  );
  const openOn = onceEach((key: string) => {
    const [code = '', day = ''] = key.split('\u001f');
    const facts = { hours: rows.get(code) ?? [], exceptions: [], absences: [], holidays: new Map() };
    return openRangesOn(day, facts).open;
  });
  return (appointment: PreparedAppointment): Oddity | null => {
    const own = rows.get(appointment.practitioner);
    if (!own || appointment.status === 'cancelled' || appointment.day < today) return null;
    if (holidays(Number(appointment.day.slice(0, 4))).has(appointment.day)) return 'on-public-holiday';
    const open = openOn(`${appointment.practitioner}\u001f${appointment.day}`);
    return covered(open, appointment) ? null : 'outside-opening-hours';
  };
};
