/** What happened to somebody who was sent on, step by step, each with who and when. */
import type { RedirectionId, RequestId } from '../../../contract/ids.ts';
import type { Redirection, RedirectionState, RedirectionStep } from '../../../contract/redirections.ts';
import type { Call } from '../../core/actor.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { openWithin, requestById } from '../../requests/service.ts';
import { isWaiting, leavesNothing, stepFrom } from '../rules/steps.ts';
import { type RedirectionRow, redirectionById, saveRedirection, toRedirection } from '../store.ts';
import { rowsOf, staffOf } from './shared.ts';

interface Versioned {
  readonly id: RedirectionId;
  readonly version: number;
}

/** @throws DeskError NOT_FOUND, STALE_VERSION */
const asRead = (tx: Tx, sent: Versioned): RedirectionRow => {
  const row = redirectionById(tx.db, sent.id);
  refuseStale(tx.db, 'redirection', row, sent);
  return row;
};

/** @throws DeskError STATUS_NOT_ALLOWED, OUTCOME_REQUIRED `attempt` */
const judged = (row: RedirectionRow, step: RedirectionStep): RedirectionState => {
  const next = stepFrom(row.state, step, row.attempts);
  if (next.ok) return next.state;
  return next.why === 'attempt'
    ? fail('OUTCOME_REQUIRED', { why: 'attempt' })
    : fail('STATUS_NOT_ALLOWED', { from: row.state, to: step });
};

export interface TakenUp {
  readonly id: RequestId;
  /** A new request, rather than one that the person had opened meanwhile. */
  readonly opened: boolean;
}

/**
 * The person still has nothing: her request goes on, with what was asked and through whom. The rule of thirty days makes
 * it continue the first one, or join what she has asked again meanwhile.
 */
const takeUp = (tx: Tx, requestId: RequestId): TakenUp => {
  const asked = requestById(tx.db, requestId);
  const { row, continued } = openWithin(tx, {
    nature: asked.nature,
    origin: asked.origin,
    professional: asked.professional,
    professionalEntryId: asked.professionalEntryId,
    patientAgrees: asked.patientAgrees,
    patientId: asked.patientId,
    callerName: asked.callerName,
    practitionerId: asked.practitionerId,
    profession: asked.profession,
    ...(asked.message === null ? {} : { message: asked.message }),
    wish: asked.wish,
  });
  return { id: row.id, opened: !continued || row.version === 1 };
};

/** @throws as `step` */
export const stepWithin = (
  tx: Tx,
  { step, ...sent }: Versioned & { readonly step: RedirectionStep },
): RedirectionRow => {
  const before = asRead(tx, sent);
  const state = judged(before, step);
  const takenUp = leavesNothing(state) ? takeUp(tx, before.requestId) : null;
  const moved = state !== before.state;
  const after = saveRedirection(tx.db, {
    ...before,
    state,
    ...(moved ? { stateAt: tx.now, stateBy: staffOf(tx) } : {}),
    ...(step === 'tried' ? { attempts: before.attempts + 1, lastAttemptAt: tx.now } : {}),
    acceptedAt: state === 'accepted' ? tx.now : state === 'not-gone' ? before.acceptedAt : null,
    takenUpBy: takenUp?.id ?? null,
  });
  tx.record({
    action: `redirection.${step}`,
    rows: [...rowsOf(tx.db, after), ...(takenUp === null ? [] : [{ entity: 'request', id: takenUp.id }])],
    before,
    after: takenUp === null ? after : { ...after, takenUp },
    undoable: true,
  });
  return after;
};

/** @throws DeskError NOT_FOUND, STALE_VERSION, STATUS_NOT_ALLOWED, OUTCOME_REQUIRED `attempt` */
export const step = (
  ground: Ground,
  call: Call,
  taken: Versioned & { readonly step: RedirectionStep },
): Redirection => ground.write(call, (tx) => toRedirection(tx.db, stepWithin(tx, taken)));

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `redirection-ended` */
export const postpone = (
  ground: Ground,
  call: Call,
  { due, ...sent }: Versioned & { readonly due: number },
): Redirection =>
  ground.write(call, (tx) => {
    const before = asRead(tx, sent);
    if (!isWaiting(before.state)) fail('CONFLICT', { reason: 'redirection-ended' });
    const after = saveRedirection(tx.db, { ...before, due });
    tx.record({
      action: 'redirection.postponed',
      rows: rowsOf(tx.db, after),
      before,
      after,
      undoable: true,
    });
    return toRedirection(tx.db, after);
  });
