/** Appointments: refused when they cannot be placed, kept and marked when they deliberately overlap. */
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { Day, Interval } from '../../../contract/time.ts';
import { overlaps } from '../../../contract/time.ts';
import type { PreparedAppointment, SourceFile } from './prepared.ts';
import { type Cells, eachLine, type Notes, warn } from './reader.ts';
import { readDay, readMinute, readMinutes, readStatus } from './values.ts';

export interface AppointmentsCheck {
  readonly taken: PreparedAppointment[];
  readonly deliberateOverlaps: string[];
  readonly repeatedLines: number;
  /** Former label → count, of the lines taken. */
  readonly byStatus: Record<string, number>;
}

/** Cancelled time is free again; everything else was really somebody's. */
const occupies = (status: AppointmentStatus): boolean => status !== 'cancelled';

/** What already stands on a practitioner's day, lines being read in the order of the file. */
const occupation = () => {
  const days = new Map<string, Interval[]>();
  return (practitioner: string, day: Day, interval: Interval): boolean => {
    const key = `${practitioner} ${day}`;
    const there = days.get(key);
    if (!there) {
      days.set(key, [interval]);
      return false;
    }
    const collides = there.some((other) => overlaps(other, interval));
    there.push(interval);
    return collides;
  };
};

const codeOf = (cells: Cells): string =>
  cells('code') || ['practitioner', 'patient', 'day', 'start'].map((field) => cells(field)).join('|');

export const checkAppointments = (
  file: SourceFile,
  notes: Notes,
  today: Day,
  practitioners: ReadonlyMap<string, Profession>,
  patients: ReadonlySet<string>,
): AppointmentsCheck => {
  const taken: PreparedAppointment[] = [];
  const deliberateOverlaps: string[] = [];
  const byStatus: Record<string, number> = {};
  const place = occupation();
  const pivot = Number(today.slice(0, 4)) + 50;
  const { repeated } = eachLine(file, notes, codeOf, (cells, code) => {
    const profession = practitioners.get(cells('practitioner'));
    if (profession === undefined) return 'unknown-practitioner';
    if (!patients.has(cells('patient'))) return 'unknown-patient';
    const day = readDay(cells('day'), pivot);
    if (!day) return 'date-invalid';
    if (!cells('start')) return 'time-missing';
    const start = readMinute(cells('start'));
    if (start === null || start >= 1440) return 'time-invalid';
    const minutes = readMinutes(cells('minutes'));
    if (minutes === null || start + minutes > 1440) return 'duration-invalid';
    const status = readStatus(cells('status'));
    if (!status) return 'unknown-status';

    const interval = { start, end: start + minutes };
    const overbooked = occupies(status) && place(cells('practitioner'), day, interval);
    if (overbooked) deliberateOverlaps.push(code);
    if (status === 'booked' && day < today) warn(notes, 'expected-in-the-past', code);
    byStatus[cells('status')] = (byStatus[cells('status')] ?? 0) + 1;
    taken.push({
      code,
      practitioner: cells('practitioner'),
      patient: cells('patient'),
      day,
      ...interval,
      profession,
      typeName: cells('type') || null,
      status,
      comment: cells('comment') || null,
      overbooked,
    });
    return null;
  });
  return { taken, deliberateOverlaps, repeatedLines: repeated, byStatus };
};
