/** Somebody is sent on: the request closes, and is followed from then on, in one commit. */
import type { DirectoryEntryId, RequestId } from '../../../contract/ids.ts';
import type {
  DespiteReason,
  Redirection,
  RedirectionDraft,
  RedirectionTarget,
} from '../../../contract/redirections.ts';
import type { RedirectedOutside } from '../../../contract/requests.ts';
import type { Call } from '../../core/actor.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { entry } from '../../directory/store.ts';
import { closeWithin, type RequestRow, stillOpen } from '../../requests/service.ts';
import { outcomeTo } from '../rules/target.ts';
import { insertRedirection, type RedirectionRow, toRedirection } from '../store.ts';
import { rowsOf, staffOf } from './shared.ts';

interface Whom {
  readonly entryId: DirectoryEntryId | null;
  readonly despite: DespiteReason | null;
  readonly to: RedirectedOutside;
}

/** @throws DeskError NOT_FOUND, CONFLICT `entry-put-away`, DESPITE_REQUIRED */
const whom = (tx: Tx, target: RedirectionTarget): Whom => {
  if (target.kind !== 'entry') return { entryId: null, despite: null, to: target };
  const known = entry(tx.db, target.entryId);
  if (known.putAwayOn !== null) fail('CONFLICT', { reason: 'entry-put-away' });
  const closed = known.takesNewcomers === 'no';
  if (closed && target.despite === null) fail('DESPITE_REQUIRED', { entryId: known.id });
  return { entryId: known.id, despite: closed ? target.despite : null, to: outcomeTo(known) };
};

/**
 * Closes and follows within somebody else's transaction. As an act of its own it is `started`, which Ctrl+Z takes back;
 * with a larger one it is `opened`, and goes where that goes.
 * @param row as `stillOpen` gave it
 * @throws DeskError as `start`
 */
export const startWithin = (
  tx: Tx,
  row: RequestRow,
  { to, how, due }: RedirectionDraft,
  journal: { readonly action: string; readonly undoable: boolean } = {
    action: 'redirection.opened',
    undoable: false,
  },
): RedirectionRow => {
  const named = whom(tx, to);
  closeWithin(tx, row, { kind: 'redirected', to: named.to });
  const after = insertRedirection(tx.db, {
    ...named,
    requestId: row.id,
    how,
    due,
    openedAt: tx.now,
    openedBy: staffOf(tx),
    state: 'sent',
    stateAt: tx.now,
    stateBy: staffOf(tx),
    acceptedAt: null,
    attempts: 0,
    lastAttemptAt: null,
    takenUpBy: null,
  });
  tx.record({ ...journal, rows: rowsOf(tx.db, after), after });
  return after;
};

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT, DESPITE_REQUIRED, OUTCOME_REQUIRED `label` */
export const start = (
  ground: Ground,
  call: Call,
  sent: {
    readonly request: { readonly id: RequestId; readonly version: number };
    readonly redirection: RedirectionDraft;
  },
): Redirection =>
  ground.write(call, (tx) =>
    toRedirection(
      tx.db,
      startWithin(tx, stillOpen(tx, sent.request), sent.redirection, {
        action: 'redirection.started',
        undoable: true,
      }),
    ),
  );
