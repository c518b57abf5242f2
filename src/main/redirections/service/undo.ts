/** Taking back: the person was not sent after all, or the step was written by mistake. */
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord } from '../../core/journal.ts';
import { asLeft, type Compensation, type Compensations } from '../../core/undo.ts';
import { closeWithin, reopenWithin, requestById } from '../../requests/service.ts';
import { type RedirectionRow, redirectionById, saveRedirection } from '../store.ts';
import { rowsOf, staffOf } from './shared.ts';
import type { TakenUp } from './step.ts';

/** The row, if it is as the entry left it. @throws DeskError UNDO_TOO_LATE */
const untouched = (tx: Tx, entry: JournalRecord): RedirectionRow => {
  const { id, version: left } = entry.after as RedirectionRow;
  const now = redirectionById(tx.db, id);
  return asLeft(tx.db, entry, { entity: 'redirection', id }, { left, now: now.version })
    ? now
    : fail('UNDO_TOO_LATE', {});
};

const started: Compensation = (tx, entry) => {
  const now = untouched(tx, entry);
  const rows = rowsOf(tx.db, now);
  saveRedirection(tx.db, { ...now, state: 'taken-back', stateAt: tx.now, stateBy: staffOf(tx) });
  reopenWithin(tx, now.requestId, (outcome) => outcome?.kind === 'redirected');
  return rows;
};

/** The request that took the person up is as new, and goes; whatever she asked herself stays. */
const letGo = (tx: Tx, { id, opened }: TakenUp): void => {
  if (!opened) return;
  const row = requestById(tx.db, id);
  if (row.version !== 1 || row.closedAt !== null) fail('UNDO_TOO_LATE', {});
  closeWithin(tx, row, { kind: 'unresolved', reason: 'opened-by-mistake' });
};

const stepped: Compensation = (tx, entry) => {
  const now = untouched(tx, entry);
  const { takenUp } = entry.after as { readonly takenUp?: TakenUp };
  if (takenUp) letGo(tx, takenUp);
  const before = entry.before as RedirectionRow;
  return rowsOf(tx.db, saveRedirection(tx.db, { ...before, version: now.version }));
};

export const redirectionCompensations: Compensations = {
  'redirection.started': started,
  'redirection.tried': stepped,
  'redirection.contacted': stepped,
  'redirection.accepted': stepped,
  'redirection.full': stepped,
  'redirection.unreachable': stepped,
  'redirection.not-gone': stepped,
  'redirection.postponed': stepped,
};
