/** Taking back what closed a request opens it again: the person still has no outcome. */
import { agendaCompensations } from '../../agenda/service.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import { historyOf, type JournalRecord, type RowRef } from '../../core/journal.ts';
import { asLeft, type Compensation, type Compensations } from '../../core/undo.ts';
import { type CallbackRow, callbackById, saveCallback } from '../store/callbacks.ts';
import { type RequestRow, requestById, saveRequest } from '../store/requests.ts';
import { rowsOf, staffOf } from './shared.ts';

const OPEN = { closedAt: null, closedBy: null, outcome: null } as const;

const rowIn = (entry: JournalRecord, entity: string): number | undefined =>
  entry.rows.find((row) => row.entity === entity)?.id;

/** The call-back as the entry left it. @throws DeskError UNDO_TOO_LATE */
const asPromised = (tx: Tx, entry: JournalRecord): CallbackRow => {
  const left = entry.after as CallbackRow;
  const now = callbackById(tx.db, left.id);
  const versions = { left: left.version, now: now.version };
  return asLeft(tx.db, entry, { entity: 'callback', id: now.id }, versions) ? now : fail('UNDO_TOO_LATE', {});
};

/** A promise is never deleted: one that was made by mistake is called off. */
const callOff = (tx: Tx, promised: CallbackRow): CallbackRow =>
  saveCallback(tx.db, {
    ...promised,
    closedAt: tx.now,
    closedBy: staffOf(tx),
    outcome: { kind: 'withdrawn' },
  });

/**
 * A call-back that was promised with a larger act goes back with it, if nobody has worked on it since.
 * @throws DeskError UNDO_TOO_LATE
 */
export const callOffWith = (tx: Tx, id: number): CallbackRow => {
  const promise = historyOf(tx.db, { entity: 'callback', id }).find((e) => e.action === 'callback.opened');
  if (!promise) return fail('UNDO_TOO_LATE', {});
  const before = asPromised(tx, promise);
  if (before.closedAt !== null) fail('UNDO_TOO_LATE', {});
  const after = callOff(tx, before);
  tx.record({ action: 'callback.taken-back', rows: rowsOf('callback', after), before, after });
  return after;
};

const concluded: Compensation = (tx, entry) => {
  const left = entry.after as RequestRow;
  const now = requestById(tx.db, left.id);
  if (now.version !== left.version) fail('UNDO_TOO_LATE', {});
  for (const { entity, id } of entry.rows) if (entity === 'callback') callOffWith(tx, id);
  return rowsOf('request', saveRequest(tx.db, { ...now, ...OPEN }));
};

/**
 * Opens again what an act of an area above had closed, as part of taking that act back.
 * @throws DeskError UNDO_TOO_LATE when it is not as that act left it
 */
export const reopenWithin = (
  tx: Tx,
  id: number,
  closedBy: (outcome: RequestRow['outcome']) => boolean,
): void => {
  const before = requestById(tx.db, id);
  if (!closedBy(before.outcome)) fail('UNDO_TOO_LATE', {});
  const after = saveRequest(tx.db, { ...before, ...OPEN });
  tx.record({ action: 'request.reopened', rows: rowsOf('request', after), before, after });
};

/** A booking may have closed a request with the same commit: both go back together. */
const booked: Compensation = (tx, entry) => {
  const bookingAlone = agendaCompensations['appointment.booked'];
  if (!bookingAlone) throw new Error('the agenda no longer says how a booking is undone');
  const rows = bookingAlone(tx, entry);
  const id = rowIn(entry, 'request');
  if (id === undefined) return rows;
  reopenWithin(
    tx,
    id,
    (outcome) =>
      outcome?.kind === 'appointment' &&
      rows.some((row) => row.entity === 'claim' && row.id === outcome.appointmentId),
  );
  return [...rows, { entity: 'request', id }];
};

const added: Compensation = (tx, entry) => {
  const promised = asPromised(tx, entry);
  return rowsOf('callback', callOff(tx, promised));
};

const changed: Compensation = (tx, entry): RowRef[] => {
  const now = asPromised(tx, entry);
  const before = entry.before as CallbackRow;
  return rowsOf('callback', saveCallback(tx.db, { ...before, version: now.version }));
};

/** Registered after those of the agenda: the booking's one stands for both. */
export const requestCompensations: Compensations = {
  'appointment.booked': booked,
  'request.concluded': concluded,
  'callback.added': added,
  'callback.updated': changed,
  'callback.tried': changed,
  'callback.closed': changed,
};
