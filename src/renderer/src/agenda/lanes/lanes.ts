/** From the desk's answer to the columns of the calendar. Pure: everything comes in, nothing is read. */
import type { AgendaDay, Column } from '../../../../contract/agenda.ts';
import type { Absence, Practitioner } from '../../../../contract/practice.ts';
import type { Interval, Minute } from '../../../../contract/time.ts';
import { capitalised, dayText } from '../../ui/dates.ts';
import type { Lane, Zone } from '../calendar/types.ts';
import { practitionerName, professionSaid } from '../practitioner-name.ts';
import { cutInSteps, intersect, subtract, union } from './intervals.ts';
import { occupiedBy } from './occupied.ts';

export interface Hours {
  readonly from: Minute;
  readonly to: Minute;
}

const EARLIEST: Minute = 8 * 60;
const LATEST: Minute = 19 * 60;
const HOUR = 60;

/** The hours that the grid shows: eight to seven, wider when somebody works or is booked outside. */
export const hoursShown = (days: readonly AgendaDay[]): Hours => {
  let from = EARLIEST;
  let to = LATEST;
  const reach = ({ start, end }: Interval) => {
    from = Math.min(from, Math.floor(start / HOUR) * HOUR);
    to = Math.max(to, Math.ceil(end / HOUR) * HOUR);
  };
  for (const { columns, appointments } of days) {
    for (const { open } of columns) open.forEach(reach);
    appointments.filter(({ status }) => status !== 'cancelled').forEach(reach);
  }
  return { from, to };
};

const ABSENCE: Readonly<Record<Absence['reason'], string>> = {
  leave: 'Congés',
  sick: 'Absence maladie',
  training: 'Formation',
  meeting: 'Réunion',
  other: 'Absence',
};

const WHOLE_DAY: Interval = { start: 0, end: 1440 };

const partOf = ({ start, end }: Absence): Interval =>
  start === null || end === null ? WHOLE_DAY : { start, end };

const labelled = (intervals: readonly Interval[], kind: Zone['kind'], label: string | null): Zone[] =>
  intervals.map(({ start, end }) => ({ start, end, kind, label }));

/** Closed, absent, holiday and reserved time of one column, within the hours shown; absences win over the rest. */
export const zonesOf = (column: Column, holiday: string | null, hours: Hours): readonly Zone[] => {
  const shown: Interval = { start: hours.from, end: hours.to };
  const absent = column.absences.flatMap((absence) =>
    labelled(intersect([partOf(absence)], [shown]), 'absent', ABSENCE[absence.reason]),
  );
  const present = subtract([shown], absent);
  const closed = subtract(present, column.open);
  const reserved = (kind: 'unscheduled' | 'newPatient', label: string) =>
    labelled(
      intersect(
        column.open.filter((range) => range.kind === kind),
        present,
      ),
      kind,
      label,
    );
  return [
    ...(holiday === null
      ? labelled(closed, 'closed', null)
      : labelled(closed, 'holiday', `Férié : ${holiday}`)),
    ...absent,
    ...reserved('unscheduled', 'SNP'),
    ...reserved('newPatient', 'Nouveaux'),
  ];
};

const freeOf = (column: Column, day: AgendaDay, step: number): readonly Interval[] => {
  const absent = column.absences.map(partOf);
  const open = subtract(union(column.open), absent);
  return cutInSteps(subtract(open, occupiedBy(day, column)), step);
};

type LaneHead = Pick<Lane, 'key' | 'title' | 'subtitle' | 'leadsTo'>;

const laneOf = (
  practitioner: Practitioner,
  day: AgendaDay,
  column: Column,
  hours: Hours,
  head: LaneHead,
): Lane => ({
  ...head,
  practitionerId: practitioner.id,
  day: day.day,
  colour: practitioner.colour,
  step: practitioner.step,
  capacity: Math.max(1, ...column.open.map(({ capacity }) => capacity)),
  zones: zonesOf(column, day.holiday?.name ?? null, hours),
  free: freeOf(column, day, practitioner.step),
});

const missing = (practitioner: Practitioner): Column => ({
  practitionerId: practitioner.id,
  open: [],
  absences: [],
  present: false,
});

/** The day side by side, in the order of the house. `practitioners` is what the filter lets through. */
export const dayLanes = (
  day: AgendaDay,
  practitioners: readonly Practitioner[],
  hours: Hours,
): readonly Lane[] =>
  practitioners.map((practitioner) => {
    const column =
      day.columns.find(({ practitionerId }) => practitionerId === practitioner.id) ?? missing(practitioner);
    return laneOf(practitioner, day, column, hours, {
      key: `p${practitioner.id}`,
      title: practitionerName(practitioner),
      subtitle: professionSaid(practitioner),
      leadsTo: `Semaine de ${practitionerName(practitioner)} (S)`,
    });
  });

/** One practitioner's week. */
export const weekLanes = (
  days: readonly AgendaDay[],
  practitioner: Practitioner,
  hours: Hours,
): readonly Lane[] =>
  days.map((day) => {
    const column =
      day.columns.find(({ practitionerId }) => practitionerId === practitioner.id) ?? missing(practitioner);
    return laneOf(practitioner, day, column, hours, {
      key: `d${day.day}`,
      title: capitalised(dayText(day.day, 'day')),
      subtitle: day.holiday?.name ?? '',
      leadsTo: 'Toute la maison ce jour-là',
    });
  });
