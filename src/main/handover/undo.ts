/** Ctrl+Z on a line of the night: what it made goes back, and the line waits again, in one commit. */
import type { ReturnLineId } from '../../contract/ids.ts';
import { fail } from '../core/errors.ts';
import type { Tx } from '../core/ground.ts';
import type { JournalRecord, RowRef } from '../core/journal.ts';
import { asLeft, type Compensation, type Compensations } from '../core/undo.ts';
import { closeWithin, requestById, requestCompensations, rowsOfRequest } from '../requests/service.ts';
import { placesCompensations } from '../waitlist/service/undo-places.ts';
import { rowOf } from './service/morning.ts';
import { type LineRow, lineById, lineThatBecame, saveLine } from './store/lines.ts';

/** @throws DeskError UNDO_TOO_LATE */
const untouched = (tx: Tx, entry: JournalRecord): LineRow => {
  const left = entry.after as LineRow;
  const now = lineById(tx.db, left.id as ReturnLineId);
  const versions = { left: left.version, now: now.version };
  return asLeft(tx.db, entry, rowOf(now.id), versions) ? now : fail('UNDO_TOO_LATE', {});
};

const waitsAgain = (tx: Tx, now: LineRow): RowRef[] => [rowOf(saveLine(tx.db, { ...now, settled: null }).id)];

const corrected: Compensation = (tx, entry) => {
  const now = untouched(tx, entry);
  if (now.settled !== null) fail('UNDO_TOO_LATE', {});
  const { cells } = entry.before as LineRow;
  return [rowOf(saveLine(tx.db, { ...now, cells }).id)];
};

const aside: Compensation = (tx, entry) => waitsAgain(tx, untouched(tx, entry));

/** The request that the line opened is kept, closed as a mistake; nobody may have worked on it. */
const settled: Compensation = (tx, entry) => {
  const now = untouched(tx, entry);
  const id = now.settled?.requestId;
  if (id == null) return fail('UNDO_TOO_LATE', {});
  const request = requestById(tx.db, id);
  if (request.version !== 1 || request.closedAt !== null) fail('UNDO_TOO_LATE', {});
  const rows = waitsAgain(tx, now);
  const closed = closeWithin(
    tx,
    request,
    { kind: 'unresolved', reason: 'opened-by-mistake' },
    request.patientId,
  );
  return [...rows, ...rowsOfRequest('request', closed)];
};

/** After what the areas below do to the same act: the line that made it waits again. */
const together =
  (below: Compensation | undefined, of: 'claim' | 'callback'): Compensation =>
  (tx, entry) => {
    if (below === undefined) throw new Error('the act no longer says how it is undone');
    const rows = below(tx, entry);
    const made = rows.find(({ entity }) => entity === of);
    const line = made === undefined ? null : lineThatBecame(tx.db, of, made.id);
    if (line === null) return rows;
    const before = line;
    const [row] = waitsAgain(tx, line);
    tx.record({
      action: 'night-return.waits-again',
      rows: row === undefined ? [] : [row],
      before,
      after: lineById(tx.db, line.id),
    });
    return rows;
  };

/** Registered last: an appointment or a call that came from the night goes back together with its line. */
export const handoverCompensations: Compensations = {
  'night-return.corrected': corrected,
  'night-return.aside': aside,
  'night-return.settled': settled,
  'appointment.booked': together(placesCompensations['appointment.booked'], 'claim'),
  'callback.added': together(requestCompensations['callback.added'], 'callback'),
};
