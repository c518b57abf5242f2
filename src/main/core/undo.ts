/**
 * Undo is a command like any other, of the same person, that puts back what the journal says was there. Each area
 * says how, action by action; what has no compensation (import, merge, print, anything said aloud) is not undone.
 */
import type { Instant } from '../../contract/time.ts';
import type { Call } from './actor.ts';
import { DeskError } from './errors.ts';
import type { Ground, Tx } from './ground.ts';
import { type JournalRecord, lastUndoable, type RowRef } from './journal.ts';

/**
 * Puts back the rows of `entry` and returns them; the journal entry is written for it.
 * @throws DeskError UNDO_TOO_LATE when a row's version is no longer the one that `entry` left
 */
export type Compensation = (tx: Tx, entry: JournalRecord) => readonly RowRef[];

/** By action of the journal: `appointment.booked`… */
export type Compensations = Readonly<Record<string, Compensation>>;

const WITHIN_MS = 10 * 60_000;

const candidate = (ground: Ground, call: Call, compensations: Compensations): JournalRecord | undefined => {
  if (call.actor.id === null) return undefined;
  const entry = lastUndoable(ground.db, call.actor.id, ground.clock.now() - WITHIN_MS);
  return entry && Object.hasOwn(compensations, entry.action) && !entry.erased ? entry : undefined;
};

/** What `undoLast` would undo now. */
export const undoable = (
  ground: Ground,
  call: Call,
  compensations: Compensations,
): { action: string; at: Instant } | null => {
  const entry = candidate(ground, call, compensations);
  return entry ? { action: entry.action, at: entry.at } : null;
};

/** @throws DeskError NOTHING_TO_UNDO, UNDO_TOO_LATE */
export const undoLast = (ground: Ground, call: Call, compensations: Compensations): { action: string } =>
  ground.write(call, (tx) => {
    // Looked up inside the transaction: two quick Ctrl+Z must not undo one action twice.
    const entry = candidate(ground, call, compensations);
    const compensate = entry && compensations[entry.action];
    if (!entry || !compensate) throw new DeskError('NOTHING_TO_UNDO', {});
    const rows = compensate(tx, entry);
    tx.record({
      action: `${entry.action}.undone`,
      rows,
      before: entry.after,
      after: entry.before,
      undoes: entry.seq,
    });
    return { action: entry.action };
  });
