/**
 * Undo is a command like any other, of the same person, that puts back what the journal says was there. Each area
 * says how, action by action; what has no compensation (import, merge, print, anything said aloud) is not undone.
 */
import type { Instant } from '../../contract/time.ts';
import type { Call } from './actor.ts';
import type { ReadDb } from './db.ts';
import { DeskError } from './errors.ts';
import type { Ground, Tx } from './ground.ts';
import { historyOf, type JournalRecord, lastUndoable, type RowRef } from './journal.ts';

/**
 * Puts back the rows of `entry` and returns them; the journal entry is written for it.
 * @throws DeskError UNDO_TOO_LATE when a row is no longer as `entry` left it (`asLeft`)
 */
export type Compensation = (tx: Tx, entry: JournalRecord) => readonly RowRef[];

/** By action of the journal: `appointment.booked`… */
export type Compensations = Readonly<Record<string, Compensation>>;

const WITHIN_MS = 10 * 60_000;

/** Not acts of their own: they come and go with one that is (docs/spec/journal.md). Any other entry stops Ctrl+Z. */
const PASSED_OVER: readonly string[] = [
  'patient.opened',
  'journal.consulted',
  'journal.patient-consulted',
  'journal.details-read',
  'seat.tried',
  'seat.taken',
  'hold.placed',
  'hold.released',
  'hold.expired',
  'request.opened',
  'request.continued',
  'request.updated',
  'request.closed',
  'request.reopened',
  'callback.opened',
  'callback.taken-back',
  'cascade.ticked',
  'offer.accepted',
  'offer.expired',
  'offer.taken-back',
  'waitlist.served',
  'waitlist.waits-again',
  'places.ended',
  'places.used',
  'places.open-again',
  'freed-slot.raised',
  'freed-slot.ended',
  'freed-slot.stands-again',
  'handover.worded',
  'night-return.linked',
  'night-return.waits-again',
];

const areaOf = ({ action }: JournalRecord): string => action.split('.', 1)[0] ?? action;

const versionIn = (contents: unknown): number | undefined =>
  (contents as { version?: number } | null | undefined)?.version;

/**
 * Is the row as `entry` left it? Also when all that was done to it since has been taken back, step by step: each
 * change then started from the version that was left, and each undoing made it one higher.
 */
export const asLeft = (
  db: ReadDb,
  entry: JournalRecord,
  row: RowRef,
  version: { readonly left: number; readonly now: number },
): boolean => {
  if (version.now === version.left) return true;
  let current = version.left;
  const standing: number[] = [];
  for (const later of historyOf(db, row)) {
    if (later.seq <= entry.seq || areaOf(later) !== areaOf(entry)) continue;
    if (later.undoes === null) {
      if (versionIn(later.before) !== current) return false;
      standing.push(later.seq);
      // Removed rows leave no version behind: they come back one above the one they had.
      current = versionIn(later.after) ?? current;
    } else {
      if (standing.pop() !== later.undoes) return false;
      current += 1;
    }
  }
  return standing.length === 0 && version.now === current;
};

const candidate = (ground: Ground, call: Call, compensations: Compensations): JournalRecord | undefined => {
  if (call.actor.id === null) return undefined;
  const entry = lastUndoable(
    ground.db,
    { actorId: call.actor.id, station: call.station, after: ground.clock.now() - WITHIN_MS },
    PASSED_OVER,
  );
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
