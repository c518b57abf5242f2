/** Entries as screens see them: with the person and the appointment that stands. */
import type { WaitlistEntry } from '../../../contract/waitlist.ts';
import { placesOf } from '../../agenda/store/claims.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { summariesOf } from '../../patients/store.ts';
import type { EntryRow } from '../store/entries.ts';

export const toEntries = (db: ReadDb, rows: readonly EntryRow[]): WaitlistEntry[] => {
  const people = summariesOf(
    db,
    rows.map(({ patientId }) => patientId),
  );
  const standing = placesOf(
    db,
    rows.flatMap(({ appointmentId }) => appointmentId ?? []),
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
