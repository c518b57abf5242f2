/** Entries as screens see them: with the person, the appointment that stands, what counts that day, and the rank. */

import { daysBetween } from '../../../contract/time.ts';
import type { WaitlistEntry, WaitlistLine } from '../../../contract/waitlist.ts';
import type { Rank } from '../../../contract/waitlist-rank.ts';
import { appointmentsById } from '../../agenda/store/appointments.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { criteriaOf } from '../../criteria/service.ts';
import { summariesOf } from '../../patients/store.ts';
import type { EntryRow } from '../store/entries.ts';
import { wallNow } from './shared.ts';

export const toEntries = (db: ReadDb, rows: readonly EntryRow[]): WaitlistEntry[] => {
  const people = summariesOf(
    db,
    rows.map(({ patientId }) => patientId),
  );
  const standing = new Map(
    appointmentsById(
      db,
      rows.flatMap(({ appointmentId }) => appointmentId ?? []),
    ).appointments.map(({ id, practitionerId, day, start, end }) => [
      id,
      { id, practitionerId, day, start, end },
    ]),
  );
  return rows.map(({ patientId, appointmentId, ended, ...row }) => ({
    ...row,
    end: ended,
    patient: found(people.get(patientId), 'patient'),
    appointment: appointmentId === null ? null : (standing.get(appointmentId) ?? null),
  }));
};

export const toEntry = (db: ReadDb, row: EntryRow): WaitlistEntry =>
  found(toEntries(db, [row])[0], 'waitlist-entry');

/** By date alone, while the house has adopted no rule. */
const byDate = (entry: WaitlistEntry, waitingDays: number): Rank => ({
  entryId: entry.id,
  score: 0,
  parts: [],
  sentence: '',
  beforeEveryNewcomerOn: null,
  waitingDays,
  atShortNotice: false,
});

export const toLines = (db: ReadDb, now: number, rows: readonly EntryRow[]): WaitlistLine[] => {
  const entries = toEntries(db, rows);
  const today = wallNow(db, now).day;
  const criteria = criteriaOf(
    db,
    entries.map(({ patient }) => patient),
    today,
  );
  return entries.map((entry) => ({
    entry,
    criteria: criteria.get(entry.patient.id) ?? [],
    rank: byDate(entry, daysBetween(wallNow(db, entry.since).day, today)),
  }));
};
