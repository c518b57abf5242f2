/** Taking back what closed a request opens it again: the caller still has no outcome. */
import { agendaCompensations } from '../agenda/service.ts';
import { fail } from '../core/errors.ts';
import type { Tx } from '../core/ground.ts';
import type { JournalRecord, RowRef } from '../core/journal.ts';
import type { Compensation, Compensations } from '../core/undo.ts';
import { rowsOf } from './service.ts';
import * as store from './store.ts';

const reopen = (tx: Tx, before: store.RequestRow): RowRef[] => {
  const after = store.saveRequest(tx.db, { ...before, closedAt: null, outcome: null, appointmentId: null });
  tx.record({ action: 'request.reopened', rows: rowsOf(after), before, after });
  return rowsOf(after);
};

const requestIn = (entry: JournalRecord): number | undefined =>
  entry.rows.find((row) => row.entity === 'request')?.id;

const withdrawn: Compensation = (tx, entry) => {
  const left = entry.after as store.RequestRow;
  const now = store.request(tx.db, left.id);
  return now.version === left.version ? reopen(tx, now) : fail('UNDO_TOO_LATE', {});
};

/** A booking may have closed a request with the same commit: both go back together. */
const booked: Compensation = (tx, entry) => {
  const bookingAlone = agendaCompensations['appointment.booked'];
  if (!bookingAlone) throw new Error('the agenda no longer says how a booking is undone');
  const rows = bookingAlone(tx, entry);
  const id = requestIn(entry);
  if (id === undefined) return rows;
  const request = store.request(tx.db, id);
  const closedByThis =
    request.outcome === 'appointment' &&
    rows.some((r) => r.entity === 'claim' && r.id === request.appointmentId);
  return closedByThis ? [...rows, ...reopen(tx, request).slice(0, 1)] : fail('UNDO_TOO_LATE', {});
};

/** Registered after those of the agenda: the booking's one stands for both. */
export const requestCompensations: Compensations = {
  'appointment.booked': booked,
  'request.withdrawn': withdrawn,
};
