/** Promises to ring somebody: made, changed, tried, kept. */
import type {
  Callback,
  CallbackChange,
  CallbackDraft,
  CallbackOutcome,
  ProfessionalAnswer,
} from '../../../contract/callbacks.ts';
import { phoneToRing } from '../../../contract/directory-words.ts';
import type { CallbackId, RequestId } from '../../../contract/ids.ts';
import { professionalOrigins } from '../../../contract/requests.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { entryById } from '../../directory/store.ts';
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

const write = (
  tx: Tx,
  whom: Whom & Pick<store.CallbackRow, 'answersProfessional'>,
  { due, owner }: Pick<CallbackDraft, 'due' | 'owner'>,
  from: RequestRow | null,
): store.CallbackRow =>
  store.insertCallback(tx.db, {
    ...whom,
    requestId: from?.id ?? null,
    owner: knownOwner(tx, owner),
    due,
    openedAt: tx.now,
    openedBy: staffOf(tx),
    attempts: 0,
    lastAttemptAt: null,
    closedAt: null,
    closedBy: null,
    outcome: null,
  });

const insert = (tx: Tx, draft: CallbackDraft, from: RequestRow | null, path: string): store.CallbackRow => {
  const known = from === null ? nobody : { ...from, phone: null, about: from.wish };
  return write(tx, { ...whomIn(tx, draft, known, path), answersProfessional: false }, draft, from);
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

/**
 * The professional who asked is told what came of it: promised with the same larger act, and taken back with it. The wish
 * stays out of it, for it may tell of somebody's health; so does a number that the directory learns later.
 * @throws DeskError INVALID_INPUT: nobody but a professional asked, without a name or a number, or the patient has not
 * agreed (CSP L.1110-4)
 */
export const answerWithin = (
  tx: Tx,
  answer: ProfessionalAnswer,
  from: RequestRow,
  path = 'outcome.answer',
): store.CallbackRow => {
  if (!professionalOrigins.includes(from.origin)) failFields({ path, code: 'not-for-this-origin' });
  if (from.patientAgrees !== true) failFields({ path, code: 'without-agreement' });
  const entry =
    from.professionalEntryId === null ? null : (entryById(tx.db, from.professionalEntryId) ?? null);
  const callerName = from.professional ?? failFields({ path: `${path}.professional`, code: 'missing' });
  const phone =
    number(answer.phone ?? null, `${path}.phone`) ??
    phoneToRing(entry) ??
    failFields({ path: `${path}.phone`, code: 'nobody-to-call' });
  const whom = { patientId: from.patientId, callerName, phone, about: null, answersProfessional: true };
  const after = write(tx, whom, answer, from);
  tx.record({ action: 'callback.opened', rows: about(after), after });
  return after;
};

/** @throws DeskError NOT_FOUND, INVALID_INPUT at `phone` when there is neither a person nor a number to ring */
export const add = (ground: Ground, call: Call, draft: Added): Callback =>
  ground.write(call, (tx) => store.toCallback(tx.db, addWithin(tx, draft)));

type Added = CallbackDraft & { readonly requestId?: RequestId | undefined };

/** What `add` does, within somebody else's transaction. */
export const addWithin = (tx: Tx, { requestId, ...draft }: Added): store.CallbackRow => {
  const from = requestId === undefined ? null : requestById(tx.db, requestId);
  const after = insert(tx, draft, from, '');
  tx.record({ action: 'callback.added', rows: about(after), after, undoable: true });
  return after;
};

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
    const whom = whomIn(tx, draft, before, '');
    // Without a number of theirs it would ring the patient; and nothing is noted with it.
    if (before.answersProfessional)
      for (const path of ['phone', 'callerName'] as const)
        if (whom[path] === null) failFields({ path, code: 'missing' });
    if (before.answersProfessional && whom.about !== null)
      failFields({ path: 'about', code: 'not-for-an-answer' });
    const after = save(tx, 'callback.updated', before, {
      ...before,
      ...whom,
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
