/**
 * The guarded act. The facts are collected, judged and written inside one immediate transaction: nobody can take the
 * last place, close the request or change a policy in between, and what is refused leaves nothing behind.
 */
import type { PractitionerId, RefusalId, RequestId } from '../../../contract/ids.ts';
import type { ColleagueAnswer, Duties, Ground as RefusalGround } from '../../../contract/intake.ts';
import type { Refusal, RefusalDraft } from '../../../contract/refusals.ts';
import type { DeskRequest } from '../../../contract/requests.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import {
  answerWithin,
  closeWithin,
  promiseWithin,
  type RequestRow,
  requestById,
  get as requestOnScreen,
  stillOpen,
} from '../../requests/service.ts';
import { pinShown } from '../../texts/service.ts';
import { cardInForce, urgencyRuledOut } from '../../urgency/service.ts';
import { dutiesOf } from '../rules/duties.ts';
import { type Colleague, firstNotPassed, waysWith } from '../rules/guard.ts';
import { whyNotGround } from '../rules/standing.ts';
import { placeFor } from '../store/places.ts';
import * as store from '../store/refusals.ts';
import { aboutRequest, keepWithin, releaseWithin } from './places.ts';
import { dayAt, staffOf } from './policies.ts';
import { askedIn, listed, type Standing, standings } from './who-can.ts';

const toRefusal = (db: ReadDb, row: store.RefusalRow): Refusal => {
  const { urgencyEventId: _event, cardId: _card, month: _month, ...refusal } = row;
  return { ...refusal, duties: dutiesOf(practitioner(db, row.practitionerId).profession, row.ground) };
};

/** Who else of the profession could be asked: everybody who has not refused this request already. */
const colleaguesOf = (all: readonly Standing[], refusing: Standing): Standing[] =>
  all.filter(
    ({ practitioner, entry }) =>
      practitioner.profession === refusing.practitioner.profession &&
      practitioner.id !== refusing.practitioner.id &&
      !entry.refused,
  );

const asColleague = ({ practitioner, entry }: Standing): Colleague => ({
  practitionerId: practitioner.id,
  can: entry.can,
  full: entry.state === 'quota' && entry.meter.left === 0 && entry.decision === null,
});

/**
 * What came of speaking of them: a place is kept with the one who accepted, and nobody else's stays kept.
 * @returns with whom a place is kept now
 */
const keepPlaces = (
  tx: Tx,
  request: RequestRow,
  colleagues: readonly Standing[],
  answers: readonly ColleagueAnswer[],
): PractitionerId | null => {
  for (const { practitionerId, answer } of answers)
    if (answer !== 'accepted') releaseWithin(tx, request, practitionerId);
  const accepted = answers.find(({ answer }) => answer === 'accepted');
  const taking = colleagues.find(({ practitioner }) => practitioner.id === accepted?.practitionerId);
  if (taking) keepWithin(tx, request, taking);
  return taking && !taking.door.followed ? taking.practitioner.id : null;
};

/** An ending that gives her place back would make a lie of « peut vous accueillir », in the same breath. */
const refusePlaceLost = (tx: Tx, request: RequestRow, accepting: PractitionerId | null): void => {
  if (accepting !== null && placeFor(tx.db, request.id)?.practitionerId !== accepting)
    fail('CONFLICT', { reason: 'place-promised' });
};

/** Promised in the same breath as the refusal: were it a second act, it could be lost. @returns its row, if any */
const promise = (tx: Tx, request: RequestRow, { callback, close }: RefusalDraft): RowRef[] => {
  if (!callback) return [];
  if (close?.kind === 'callback') failFields({ path: 'callback', code: 'promised-twice' });
  const { answer, ...toPatient } = callback;
  const promised = [promiseWithin(tx, toPatient, request, 'callback.')];
  if (answer !== undefined) promised.push(answerWithin(tx, answer, request, 'callback.answer'));
  return promised.map(({ id }) => ({ entity: 'callback', id }));
};

/** @throws DeskError the first guard that is not passed; those of closing; NOT_FOUND, STALE_VERSION, CONFLICT */
export const record = (
  ground: Ground,
  call: Call,
  draft: RefusalDraft,
): { refusal: Refusal; request: DeskRequest } => {
  const refusal = ground.write(call, (tx) => recordWithin(tx, draft));
  return { refusal, request: requestOnScreen(ground, refusal.requestId) };
};

/** The same within somebody else's transaction. @throws DeskError those of `record` */
export const recordWithin = (tx: Tx, draft: RefusalDraft): Refusal => {
  const by = staffOf(tx);
  const request = stillOpen(tx, draft.request);
  const all = standings(tx.db, tx.now, request, draft.homeVisit);
  const refusing = found(
    all.find(({ practitioner }) => practitioner.id === draft.practitionerId),
    'practitioner',
  );
  if (refusing.entry.refused) fail('CONFLICT', { reason: 'already-refused' });
  const colleagues = colleaguesOf(all, refusing);
  const ruledOut = urgencyRuledOut(tx.db, request.id, tx.now);
  const card = cardInForce(tx.db, dayAt(tx.db, tx.now));
  const { door } = refusing;
  const decisionId = door.decision?.ground === draft.ground ? door.decision.id : null;
  const stop = firstNotPassed({
    urgencyRuledOut: ruledOut !== null,
    cardSigned: card?.signed === true,
    practitionerId: refusing.practitioner.id,
    profession: refusing.practitioner.profession,
    hasPolicy: door.policy !== null,
    ground: draft.ground,
    groundRefused:
      whyNotGround(door, askedIn(request, draft.homeVisit), draft.ground) ??
      (draft.decisionId === decisionId ? null : 'decision-of-another'),
    colleagues: colleagues.map(asColleague),
    answers: draft.colleagues,
    waysForward: draft.waysForward,
    words: draft.wordsShown.length,
    whoCan: listed(all, refusing.practitioner.profession),
  });
  if (stop) fail(stop.code, stop.data);
  const accepting = keepPlaces(tx, request, colleagues, draft.colleagues);
  const after = store.insertRefusal(tx.db, {
    requestId: request.id,
    practitionerId: refusing.practitioner.id,
    urgencyEventId: found(ruledOut, 'urgency').eventId,
    cardId: found(card, 'urgency').id,
    policyId: found(door.policy, 'policy').id,
    decisionId,
    ground: draft.ground,
    homeVisit: draft.homeVisit,
    month: refusing.entry.meter.month,
    colleagues: draft.colleagues,
    waysForward: [...waysWith(draft.colleagues, draft.waysForward)],
    wordings: [...new Set(pinShown(tx, draft.wordsShown))],
    at: tx.now,
    by,
  });
  const promised = promise(tx, request, draft);
  if (draft.close) closeWithin(tx, request, draft.close);
  refusePlaceLost(tx, request, accepting);
  // Last, so that Ctrl+Z meets it first: what was said on the phone is not taken back.
  tx.record({
    action: 'refusal.recorded',
    rows: [{ entity: 'refusal', id: after.id }, ...aboutRequest(request, after.practitionerId), ...promised],
    after,
  });
  return toRefusal(tx.db, after);
};

/** In the order in which they were said. @throws DeskError NOT_FOUND */
export const ofRequest = ({ db }: Ground, requestId: RequestId): Refusal[] =>
  store.refusalsOf(db, [requestById(db, requestId).id]).map((row) => toRefusal(db, row));

/** @throws DeskError NOT_FOUND */
export const get = ({ db }: Ground, id: RefusalId): Refusal => toRefusal(db, store.refusal(db, id));

/** @throws DeskError NOT_FOUND */
export const duties = (
  { db }: Ground,
  input: { readonly practitionerId: PractitionerId; readonly ground: RefusalGround },
): Duties => dutiesOf(practitioner(db, input.practitionerId).profession, input.ground);
