/** What whoever is at the desk says of an entry. Each is one step that Ctrl+Z takes back. */
import type { WaitlistEntryId } from '../../../contract/ids.ts';
import type { EntryLimits, SaidEnd, WaitlistEntry } from '../../../contract/waitlist.ts';
import type { Call } from '../../core/actor.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { recordsOf } from '../../patients/store.ts';
import { requestsOf } from '../../requests/store/requests.ts';
import { saidByHand, stillAsked } from '../rules/reconcile.ts';
import { type EntryRow, entryById, saveEntry } from '../store/entries.ts';
import { waitlistSettings } from '../store/settings.ts';
import { refuseTwice, refuseWrongLimits } from './add.ts';
import { toEntry } from './lines.ts';
import { isOver, reconfirmFrom, rowsOf, staffOf, wallNow } from './shared.ts';

export interface Versioned {
  readonly id: WaitlistEntryId;
  readonly version: number;
}

/** @throws DeskError NOT_FOUND, STALE_VERSION */
const asRead = (tx: Tx, sent: Versioned): EntryRow => {
  const row = entryById(tx.db, sent.id);
  refuseStale(tx.db, 'waitlist-entry', row, sent);
  return row;
};

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `entry-closed` */
const openAsRead = (tx: Tx, sent: Versioned): EntryRow => {
  const row = asRead(tx, sent);
  return row.state === 'closed' ? fail('CONFLICT', { reason: 'entry-closed' }) : row;
};

const saveAs = (tx: Tx, action: string, before: EntryRow, next: Partial<EntryRow>): WaitlistEntry => {
  const after = saveEntry(tx.db, { ...before, ...next });
  tx.record({ action: `waitlist.${action}`, rows: rowsOf(after), before, after, undoable: true });
  return toEntry(tx.db, after);
};

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `entry-closed`, INVALID_INPUT */
export const update = (
  ground: Ground,
  call: Call,
  {
    limits,
    cptsAgrees,
    ...sent
  }: Versioned & { readonly limits: EntryLimits; readonly cptsAgrees: boolean | null },
): WaitlistEntry =>
  ground.write(call, (tx) => {
    const before = openAsRead(tx, sent);
    refuseWrongLimits(tx.db, limits, before.profession, before.practitionerIds);
    return saveAs(tx, 'updated', before, { ...limits, cptsAgrees });
  });

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `entry-closed` */
export const reconfirm = (ground: Ground, call: Call, sent: Versioned): WaitlistEntry =>
  ground.write(call, (tx) =>
    saveAs(tx, 'reconfirmed', openAsRead(tx, sent), {
      state: 'waiting',
      attempts: 0,
      lastAttemptAt: null,
      reconfirmBy: reconfirmFrom(tx.db, tx.now),
    }),
  );

/** One attempt in vain within somebody else's transaction (an offer that nobody answered). */
export const triedFrom = (tx: Tx, before: EntryRow): EntryRow => {
  const attempts = before.attempts + 1;
  const enough = attempts >= waitlistSettings(tx.db).attempts;
  return { ...before, attempts, lastAttemptAt: tx.now, state: enough ? 'unreachable' : before.state };
};

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `entry-closed` */
export const tried = (ground: Ground, call: Call, sent: Versioned): WaitlistEntry =>
  ground.write(call, (tx) => {
    const before = openAsRead(tx, sent);
    return saveAs(tx, 'tried', before, triedFrom(tx, before));
  });

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `entry-closed` */
export const close = (
  ground: Ground,
  call: Call,
  { end, ...sent }: Versioned & { readonly end: SaidEnd },
): WaitlistEntry =>
  ground.write(call, (tx) =>
    saveAs(tx, 'closed', openAsRead(tx, sent), {
      state: 'closed',
      ended: end,
      closedAt: tx.now,
      closedBy: staffOf(tx),
    }),
  );

/** @throws DeskError CONFLICT: it is open and reachable, or what ended it happened elsewhere and stands */
const refuseNotByHand = (tx: Tx, row: EntryRow): void => {
  if (row.state === 'waiting') fail('CONFLICT', { reason: 'entry-waiting' });
  if (row.state === 'closed' && !saidByHand(row.ended)) fail('CONFLICT', { reason: 'entry-settled' });
  if (isOver(tx, row)) fail('CONFLICT', { reason: 'appointment-over' });
};

/**
 * Back in the place that the date gives. The request that once said so may have been settled meanwhile: then it is whoever
 * brings the person back who says so.
 * @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT, ALREADY_LISTED
 */
export const reopen = (ground: Ground, call: Call, sent: Versioned): WaitlistEntry =>
  ground.write(call, (tx) => {
    const before = asRead(tx, sent);
    refuseNotByHand(tx, before);
    refuseTwice(tx.db, before.patientId, before, before.id);
    const asked = requestsOf(tx.db, recordsOf(tx.db, before.patientId)).toSorted((a, b) => a.id - b.id);
    return saveAs(tx, 'reopened', before, {
      state: 'waiting',
      attempts: 0,
      lastAttemptAt: null,
      ended: null,
      closedAt: null,
      closedBy: null,
      requestId: stillAsked(before, asked) ? before.requestId : null,
      ...(before.reconfirmBy < wallNow(tx.db, tx.now).day
        ? { reconfirmBy: reconfirmFrom(tx.db, tx.now) }
        : {}),
    });
  });
