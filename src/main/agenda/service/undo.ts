/** How each action of the agenda is taken back: by the same rules that made it, never over somebody's later work. */
import type { ClaimId } from '../../../contract/ids.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord, RowRef } from '../../core/journal.ts';
import { asLeft, type Compensations } from '../../core/undo.ts';
import { type AppointmentClaim, appointmentClaim, NoRoom, saveAppointment } from '../store/claims.ts';
import { deleteRelease } from '../store/releases.ts';
import { cancelClaim } from './cancel.ts';
import { expireOverdue } from './holds.ts';
import { rowsOf } from './place.ts';

/** The row as the entry left it. @throws DeskError UNDO_TOO_LATE when somebody saved since */
const untouched = (tx: Tx, entry: JournalRecord): AppointmentClaim => {
  const left = entry.after as { id: ClaimId; version: number };
  const now = appointmentClaim(tx.db, left.id);
  const version = { left: left.version, now: now.version };
  return asLeft(tx.db, entry, { entity: 'claim', id: now.id }, version) ? now : fail('UNDO_TOO_LATE', {});
};

/** As before the entry, if its place is still free. @throws DeskError UNDO_TOO_LATE */
const putBack = (tx: Tx, entry: JournalRecord): readonly RowRef[] => {
  const now = untouched(tx, entry);
  const before = entry.before as AppointmentClaim;
  expireOverdue(tx);
  try {
    saveAppointment(tx.db, { ...before, version: now.version });
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    return fail('UNDO_TOO_LATE', {});
  }
  return entry.rows;
};

export const agendaCompensations: Compensations = {
  /** Never deleted: the row stays, cancelled as entered by mistake. */
  'appointment.booked': (tx, entry) => rowsOf(cancelClaim(tx, untouched(tx, entry), { by: 'error' })),
  'appointment.moved': putBack,
  'appointment.cancelled': putBack,
  'appointment.status': putBack,
  'appointment.commented': putBack,
  /** Kept again, as if nobody had given it back; what was booked meanwhile stays. */
  'reserve.released': (tx, entry) => {
    const { id } = entry.after as { id: number };
    return deleteRelease(tx.db, id) ? entry.rows : fail('UNDO_TOO_LATE', {});
  },
};
