import type { ClaimId, StaffId } from '../../../contract/ids.ts';
import { addDays, type Day, type LocalNow, localNow } from '../../../contract/time.ts';
import { appointmentsById } from '../../agenda/store/appointments.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { housesZone } from '../../practice/store/house.ts';
import type { EntryRow } from '../store/entries.ts';
import { waitlistSettings } from '../store/settings.ts';

export const wallNow = (db: ReadDb, now: number): LocalNow => localNow(now, housesZone(db));

/** @throws DeskError NO_ACTOR: the program itself says nothing in anybody's name */
export const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

/** What a journal entry about this entry tells of. */
export const rowsOf = (row: EntryRow): RowRef[] => [
  { entity: 'waitlist-entry', id: row.id },
  { entity: 'patient', id: row.patientId },
];

/** By when « toujours en recherche ? » is asked, counted from that moment. */
export const reconfirmFrom = (db: ReadDb, at: number): Day =>
  addDays(wallNow(db, at).day, waitlistSettings(db).reconfirmDays);

/** Of the earlier list: the appointment that stood is no longer to come. */
export const isOver = (tx: Tx, { appointmentId }: Pick<EntryRow, 'appointmentId'>): boolean =>
  appointmentId !== null && !stillToCome(tx.db, [appointmentId], wallNow(tx.db, tx.now)).has(appointmentId);

/** Which of these appointments still stand and have not begun. */
export const stillToCome = (db: ReadDb, ids: readonly ClaimId[], now: LocalNow): Set<ClaimId> =>
  new Set(
    ids.length === 0
      ? []
      : appointmentsById(db, ids)
          .appointments.filter(
            ({ status, day, start }) =>
              status === 'booked' && (day > now.day || (day === now.day && start > now.minute)),
          )
          .map(({ id }) => id),
  );
