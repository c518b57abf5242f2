/** Promises to ring somebody: made, changed, tried, kept. */
import type {
  Callback,
  CallbackChange,
  CallbackDraft,
  CallbackOutcome,
} from '../../../contract/callbacks.ts';
import type { CallbackId, RequestId } from '../../../contract/ids.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { parsePhone } from '../../patients/phones.ts';
import { missingToEnd } from '../rules/closing.ts';
import * as store from '../store/callbacks.ts';
import { type RequestRow, requestById } from '../store/requests.ts';
import { knownOwner, knownPatient, rowsOf, staffOf, type Versioned } from './shared.ts';

type Whom = Pick<store.CallbackRow, 'patientId' | 'callerName' | 'phone' | 'about'>;

/** @throws DeskError INVALID_INPUT */
const number = (text: string | null, path: string): string | null => {
  if (!text) return null;
  const parsed = parsePhone(text);
  return parsed.ok ? parsed.phone.e164 : failFields({ path, code: parsed.code });
};

/** @param path of the draft, for the errors at its fields. @throws DeskError NOT_FOUND, INVALID_INPUT */
const whomIn = (tx: Tx, draft: CallbackChange, before: Whom, path: string): Whom => {
  const patientId = draft.patientId === undefined ? before.patientId : draft.patientId;
  const phone = draft.phone === undefined ? before.phone : number(draft.phone, `${path}phone`);
  if (patientId === null && phone === null) failFields({ path: `${path}phone`, code: 'nobody-to-call' });
  return {
    patientId: patientId === null ? null : knownPatient(tx, patientId),
    phone,
    callerName: draft.callerName === undefined ? before.callerName : draft.callerName || null,
    about: draft.about === undefined ? before.about : draft.about || null,
  };
};

const nobody: Whom = { patientId: null, callerName: null, phone: null, about: null };

const insert = (tx: Tx, draft: CallbackDraft, from: RequestRow | null, path: string): store.CallbackRow => {
  const known = from === null ? nobody : { ...from, phone: null, about: from.wish };
  return store.insertCallback(tx.db, {
    ...whomIn(tx, draft, known, path),
    requestId: from?.id ?? null,
    owner: knownOwner(tx, draft.owner),
    due: draft.due,
    openedAt: tx.now,
    openedBy: staffOf(tx),
    attempts: 0,
    lastAttemptAt: null,
    closedAt: null,
    closedBy: null,
    outcome: null,
  });
};

const about = (row: store.CallbackRow) => [
  ...rowsOf('callback', row),
  ...(row.requestId === null ? [] : [{ entity: 'request', id: row.requestId }]),
];

/**
 * Promised with a larger act (a closing, a refusal), which it is taken back with.
 * @param path where the draft lies in what was sent, for the errors at its fields
 * @throws as `add`
 */
export const promiseWithin = (
  tx: Tx,
  draft: CallbackDraft,
  from: RequestRow | null,
  path = 'outcome.callback.',
): store.CallbackRow => {
  const after = insert(tx, draft, from, path);
  tx.record({ action: 'callback.opened', rows: about(after), after });
  return after;
};

/** @throws DeskError NOT_FOUND, INVALID_INPUT at `phone` when there is neither a person nor a number to ring */
export const add = (
  ground: Ground,
  call: Call,
  { requestId, ...draft }: CallbackDraft & { requestId?: RequestId | undefined },
): Callback =>
  ground.write(call, (tx) => {
    const from = requestId === undefined ? null : requestById(tx.db, requestId);
    const after = insert(tx, draft, from, '');
    tx.record({ action: 'callback.added', rows: about(after), after, undoable: true });
    return store.toCallback(tx.db, after);
  });

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `callback-closed` */
const stillPromised = (tx: Tx, sent: Versioned<CallbackId>): store.CallbackRow => {
  const row = store.callbackById(tx.db, sent.id);
  refuseStale(tx.db, 'callback', row, sent);
  return row.closedAt === null ? row : fail('CONFLICT', { reason: 'callback-closed' });
};

const save = (
  tx: Tx,
  action: string,
  before: store.CallbackRow,
  next: store.CallbackRow,
): store.CallbackRow => {
  const after = store.saveCallback(tx.db, next);
  tx.record({ action, rows: about(after), before, after, undoable: true });
  return after;
};

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT, INVALID_INPUT */
export const change = (
  ground: Ground,
  call: Call,
  { id, version, ...draft }: Versioned<CallbackId> & CallbackChange,
): Callback =>
  ground.write(call, (tx) => {
    const before = stillPromised(tx, { id, version });
    const after = save(tx, 'callback.updated', before, {
      ...before,
      ...whomIn(tx, draft, before, ''),
      owner: draft.owner === undefined ? before.owner : knownOwner(tx, draft.owner),
      due: draft.due ?? before.due,
    });
    return store.toCallback(tx.db, after);
  });

/** Rang, and nobody answered. @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT */
export const tried = (ground: Ground, call: Call, sent: Versioned<CallbackId>): Callback =>
  ground.write(call, (tx) => store.toCallback(tx.db, triedWithin(tx, sent)));

/** What `tried` does, within somebody else's transaction. */
export const triedWithin = (tx: Tx, sent: Versioned<CallbackId>): store.CallbackRow => {
  const before = stillPromised(tx, sent);
  const attempts = before.attempts + 1;
  return save(tx, 'callback.tried', before, { ...before, attempts, lastAttemptAt: tx.now });
};

interface Ending extends Versioned<CallbackId> {
  readonly outcome?: CallbackOutcome | null | undefined;
}

/** @throws DeskError OUTCOME_REQUIRED, NOT_FOUND, STALE_VERSION, CONFLICT */
export const end = (ground: Ground, call: Call, ending: Ending): Callback =>
  ground.write(call, (tx) => store.toCallback(tx.db, endWithin(tx, ending)));

/** What `end` does, within somebody else's transaction. */
export const endWithin = (tx: Tx, { outcome, ...sent }: Ending): store.CallbackRow => {
  const before = stillPromised(tx, sent);
  const why = missingToEnd(outcome, before.attempts);
  if (why !== null || !outcome) return fail('OUTCOME_REQUIRED', { why: why ?? 'outcome' });
  const closed = { closedAt: tx.now, closedBy: staffOf(tx), outcome };
  return save(tx, 'callback.closed', before, { ...before, ...closed });
};
