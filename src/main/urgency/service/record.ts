import type { PatientId, RequestId, UrgencyEventId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type {
  UrgencyDecision,
  UrgencyEvent,
  UrgencyLine,
  UrgencyPathEvent,
  UrgencyState,
} from '../../../contract/urgency.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { recordsOf } from '../../patients/store.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { closeWithin, requestById } from '../../requests/service.ts';
import { ruledOutBy, stateOf } from '../rules/ruled-out.ts';
import * as store from '../store/events.ts';
import { practitionerActing, staffOf } from './shared.ts';

const rowsOf = (tx: Tx, row: store.EventRow): RowRef[] => {
  const rows: RowRef[] = [{ entity: 'urgency-event', id: row.id }];
  if (row.requestId === null) return rows;
  const { patientId } = requestById(tx.db, row.requestId);
  rows.push({ entity: 'request', id: row.requestId });
  if (patientId !== null) rows.push({ entity: 'patient', id: patientId });
  return rows;
};

/** Sent to the 15: the person has an outcome. A request that ended otherwise meanwhile keeps its own. */
const closeAsEmergency = (tx: Tx, requestId: RequestId | null): void => {
  if (requestId === null) return;
  const request = requestById(tx.db, requestId);
  if (request.closedAt === null) closeWithin(tx, request, { kind: 'emergency' });
};

/**
 * Is the request of this number the one that the line is about? After a restoration the number may be another
 * person's, and what was done for one must never be written, let alone closed, for the other.
 */
const isAbout = (tx: Tx, { requestId, requestOpenedAt }: UrgencyLine): boolean =>
  requestId !== null &&
  store.isThere(tx.db, 'requests', requestId) &&
  requestById(tx.db, requestId).openedAt === requestOpenedAt;

/** @throws DeskError INVALID_INPUT, NOT_FOUND */
const refuseIncomplete = (tx: Tx, line: UrgencyLine): void => {
  if (line.what === 'ruled-out' && line.requestId === null)
    failFields({ path: 'requestId', code: 'required' });
  if ((line.what === 'practitioner-told') !== (line.practitionerId !== null))
    failFields({
      path: 'practitionerId',
      code: line.practitionerId === null ? 'required' : 'not-told',
    });
  if (line.practitionerId !== null) practitioner(tx.db, line.practitionerId);
  // Only « no sign » still names one here that is not there: about nobody it would mean nothing.
  if (line.requestId !== null && !isAbout(tx, line)) fail('NOT_FOUND', { what: 'request' });
};

/** What a late line names may have been lost with a restoration meanwhile: the line itself is not to be lost. */
const withoutLostNames = (tx: Tx, line: UrgencyLine): UrgencyLine => {
  const about = line.what === 'ruled-out' || isAbout(tx, line);
  const there = (table: 'urgency_cards' | 'staff', id: number | null): boolean =>
    id !== null && store.isThere(tx.db, table, id);
  return {
    ...line,
    requestId: about ? line.requestId : null,
    requestOpenedAt: about ? line.requestOpenedAt : null,
    cardId: there('urgency_cards', line.cardId) ? line.cardId : null,
    staffId: there('staff', line.staffId) ? line.staffId : null,
  };
};

/**
 * Writes down what was done, at once or, when the desk could not write then, later: the hour is that of the act, never
 * after the clock's. The same line sent twice is written once.
 * @throws DeskError INVALID_INPUT, NOT_FOUND, NO_ACTOR
 */
export const record = (ground: Ground, call: Call, sent: UrgencyLine): UrgencyEvent =>
  ground.write(call, (tx) => recordWithin(tx, sent));

/** The same within somebody else's transaction. @throws DeskError INVALID_INPUT, NOT_FOUND */
export const recordWithin = (tx: Tx, sent: UrgencyLine): UrgencyEvent => {
  const known = store.eventByKey(tx.db, sent.key);
  if (known !== null) return store.toEvent(tx.db, known);
  if ((sent.requestId === null) !== (sent.requestOpenedAt === null))
    failFields({ path: sent.requestId === null ? 'requestId' : 'requestOpenedAt', code: 'required' });
  const line = withoutLostNames(tx, sent);
  refuseIncomplete(tx, line);
  const after = store.insertEvent(tx.db, {
    ...line,
    at: Math.min(line.at, tx.now),
    writtenAt: tx.now,
    // The journal tells who wrote it down; the line itself, who was at the desk then.
    by: line.staffId ?? staffOf(tx),
    locked: tx.call.actor.id === null,
  });
  if (after.what === 'patient-calls-15' || after.what === 'we-call-15') closeAsEmergency(tx, after.requestId);
  tx.record({ action: `urgency.${after.what}`, rows: rowsOf(tx, after), after });
  return store.toEvent(tx.db, after);
};

/** @throws DeskError NOT_A_PRACTITIONER, NOT_FOUND, CONFLICT `urgency-settled` */
export const acknowledge = (
  ground: Ground,
  call: Call,
  { eventId, decision }: { eventId: UrgencyEventId; decision: UrgencyDecision },
): UrgencyEvent =>
  ground.write(call, (tx) => {
    const { staffId, practitionerId } = practitionerActing(tx);
    const before = store.eventById(tx.db, eventId);
    if (!store.waits(tx.db, before)) fail('CONFLICT', { reason: 'urgency-settled' });
    const after = store.answerEvent(tx.db, eventId, { at: tx.now, practitionerId, staffId, decision });
    if (decision === 'fifteen') closeAsEmergency(tx, after.requestId);
    tx.record({ action: 'urgency.acknowledged', rows: rowsOf(tx, after), before, after });
    return store.toEvent(tx.db, after);
  });

export const waiting = ({ db }: Ground): UrgencyEvent[] =>
  store.unanswered(db).flatMap((row) => {
    const event = store.toEvent(db, row);
    return event.waiting ? [event] : [];
  });

export const ofRequest = (
  { db, clock }: Ground,
  requestId: RequestId,
): { state: UrgencyState; ruledOutAt: Instant | null; events: UrgencyEvent[] } => {
  const now = clock.now();
  const rows = store.linesAbout(db, requestById(db, requestId).id);
  const by = ruledOutRow({ db }, requestId, now);
  return {
    state: stateOf(rows.map(store.asLine), now),
    ruledOutAt: by === null ? null : (by.acknowledged?.at ?? by.at),
    events: rows.map((row) => store.toEvent(db, row)),
  };
};

/** The line of this request by which urgency is ruled out at `now`, for whoever must not go on without it. */
export const ruledOutRow = (
  { db }: Pick<Ground, 'db'>,
  requestId: RequestId,
  now: Instant,
): store.EventRow | null => {
  const rows = store.linesAbout(db, requestId);
  const by = ruledOutBy(rows.map(store.asLine), now);
  return by === null ? null : (rows.find(({ key }) => key === by.key) ?? null);
};

export const history = ({ db }: Ground, patientId: PatientId): UrgencyPathEvent[] =>
  store
    .pathOfPatient(db, recordsOf(db, patientId))
    .flatMap(({ row, by, answeredBy }): UrgencyPathEvent[] => {
      const { id: eventId, at, what: act, practitionerId, acknowledged } = row;
      const said = { kind: 'said', act, practitionerId, waiting: store.waits(db, row) } as const;
      const line: UrgencyPathEvent = { at, by, eventId, what: said };
      if (acknowledged === null || answeredBy === null) return [line];
      const { at: answeredAt, ...answer } = acknowledged;
      return [line, { at: answeredAt, by: answeredBy, eventId, what: { kind: 'answered', ...answer } }];
    })
    // What happened in one moment: the later line last written, an answer after what it answers.
    .reverse()
    .sort((a, b) => b.at - a.at);
