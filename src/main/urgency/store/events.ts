import type { PatientId, PractitionerId, RequestId, StaffId, UrgencyEventId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type { UrgencyDecision, UrgencyEvent, UrgencyLine } from '../../../contract/urgency.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { isWaiting, type Line } from '../rules/ruled-out.ts';

/** A line as the table keeps it. */
export interface EventRow extends Omit<UrgencyLine, 'staffId'> {
  readonly id: UrgencyEventId;
  readonly writtenAt: Instant;
  readonly by: StaffId;
  readonly acknowledged: UrgencyEvent['acknowledged'];
}

type Flat = Omit<EventRow, 'acknowledged'> & {
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: PractitionerId | null;
  readonly decision: UrgencyDecision | null;
};

const SELECT = `SELECT e.id, e.key, e.at, e.written_at AS writtenAt, e.what, e.request_id AS requestId,
  (SELECT q.opened_at FROM requests q WHERE q.id = e.request_id) AS requestOpenedAt,
  e.practitioner_id AS practitionerId, e.card_id AS cardId, e.follows_key AS followsKey, e.by_staff AS by,
  e.acknowledged_at AS acknowledgedAt, e.acknowledged_by AS acknowledgedBy, e.decision FROM urgency_events e`;

const toRow = ({ acknowledgedAt, acknowledgedBy, decision, ...row }: Flat): EventRow => ({
  ...row,
  acknowledged:
    acknowledgedAt === null || acknowledgedBy === null || decision === null
      ? null
      : { at: acknowledgedAt, practitionerId: acknowledgedBy, decision },
});

export const asLine = (row: EventRow): Line => ({
  key: row.key,
  at: row.at,
  what: row.what,
  followsKey: row.followsKey,
  answer: row.acknowledged,
});

/** @throws DeskError NOT_FOUND */
export const eventById = (db: ReadDb, id: UrgencyEventId): EventRow =>
  toRow(found(get<Flat>(db, `${SELECT} WHERE e.id = ?`, [id]), 'urgency-event'));

export const eventByKey = (db: ReadDb, key: string): EventRow | null => {
  const row = get<Flat>(db, `${SELECT} WHERE e.key = ?`, [key]);
  return row ? toRow(row) : null;
};

/** In the order in which they happened. */
export const eventsOfRequest = (db: ReadDb, requestId: RequestId): EventRow[] =>
  all<Flat>(db, `${SELECT} WHERE e.request_id = ? ORDER BY e.at, e.id`, [requestId]).map(toRow);

/** Doubts and people told without an answer, the oldest first: some have been followed by the 15 since. */
export const unanswered = (db: ReadDb): EventRow[] =>
  all<Flat>(
    db,
    `${SELECT} WHERE e.decision IS NULL AND e.what IN ('practitioner-told', 'doubt') ORDER BY e.at, e.id`,
  ).map(toRow);

/** Those that follow this line, and those that follow them. */
const following = (db: ReadDb, key: string): EventRow[] =>
  all<Flat>(
    db,
    `WITH RECURSIVE after (key) AS (
       SELECT key FROM urgency_events WHERE follows_key = :key
       UNION SELECT e.key FROM urgency_events e JOIN after a ON e.follows_key = a.key)
     ${SELECT} WHERE e.key IN (SELECT key FROM after) ORDER BY e.at, e.id`,
    { key },
  ).map(toRow);

/**
 * The lines of a request, and the doubts that they follow although those were written down before there was a request:
 * such a doubt is about the same person, and must not be forgotten with the key that names it.
 */
export const linesAbout = (db: ReadDb, requestId: RequestId): EventRow[] =>
  all<Flat>(
    db,
    `WITH RECURSIVE before (key) AS (
       SELECT follows_key FROM urgency_events WHERE request_id = :requestId AND follows_key IS NOT NULL
       UNION SELECT e.follows_key FROM urgency_events e JOIN before b ON e.key = b.key
              WHERE e.follows_key IS NOT NULL)
     ${SELECT} WHERE e.request_id = :requestId OR (e.request_id IS NULL AND e.key IN (SELECT key FROM before))
      ORDER BY e.at, e.id`,
    { requestId },
  ).map(toRow);

/** A line as a person's path tells it: with the initials of who was at the desk, if anybody, and of who answered. */
export interface PathRow {
  readonly row: EventRow;
  readonly by: string;
  readonly answeredBy: string | null;
}

/**
 * About any of this person's requests, and what those lines follow although it was written down before there was a
 * request.
 */
export const pathOfPatient = (db: ReadDb, records: readonly PatientId[]): PathRow[] =>
  all<Flat & Pick<PathRow, 'answeredBy'> & { readonly initials: string | null }>(
    db,
    `WITH RECURSIVE theirs (key, follows) AS (
       SELECT e.key, e.follows_key FROM urgency_events e JOIN requests r ON r.id = e.request_id
        WHERE r.patient_id IN (SELECT value FROM json_each(?))
       UNION SELECT b.key, b.follows_key FROM urgency_events b JOIN theirs t ON b.key = t.follows
              WHERE b.request_id IS NULL)
     SELECT line.*, (SELECT s.initials FROM urgency_events u JOIN staff s ON s.id = u.by_staff
              WHERE u.id = line.id AND u.locked = 0) AS initials,
            (SELECT s.initials FROM urgency_events a JOIN staff s ON s.id = a.acknowledged_staff
              WHERE a.id = line.id) AS answeredBy
       FROM (${SELECT} WHERE e.key IN (SELECT key FROM theirs)) line ORDER BY line.at, line.id`,
    [JSON.stringify(records)],
  ).map(({ initials, answeredBy, ...flat }) => ({
    row: toRow(flat),
    by: initials ?? 'poste verrouillé',
    answeredBy,
  }));

/** The lines that could settle this one: those of its request, and those that name it. */
const around = (db: ReadDb, row: EventRow): Line[] => {
  const near = row.requestId === null ? [] : eventsOfRequest(db, row.requestId);
  return [...near, ...following(db, row.key)].filter(({ id }) => id !== row.id).map(asLine);
};

export const waits = (db: ReadDb, row: EventRow): boolean => isWaiting(asLine(row), around(db, row));

export const toEvent = (db: ReadDb, row: EventRow): UrgencyEvent => ({ ...row, waiting: waits(db, row) });

export const insertEvent = (
  db: WriteDb,
  {
    staffId: _,
    requestOpenedAt: __,
    ...line
  }: UrgencyLine & { readonly writtenAt: Instant; readonly by: StaffId; readonly locked: boolean },
): EventRow => {
  const { id } = run(
    db,
    `INSERT INTO urgency_events (key, at, written_at, what, request_id, practitioner_id, card_id, follows_key, by_staff,
       locked)
     VALUES (:key, :at, :writtenAt, :what, :requestId, :practitionerId, :cardId, :followsKey, :by, :locked)`,
    { ...line, locked: line.locked ? 1 : 0 },
  );
  return eventById(db, id as UrgencyEventId);
};

export const answerEvent = (
  db: WriteDb,
  id: UrgencyEventId,
  answer: {
    readonly at: Instant;
    readonly practitionerId: PractitionerId;
    readonly staffId: StaffId;
    readonly decision: UrgencyDecision;
  },
): EventRow => {
  run(
    db,
    `UPDATE urgency_events SET acknowledged_at = :at, acknowledged_by = :practitionerId,
       acknowledged_staff = :staffId, decision = :decision WHERE id = :id`,
    { id, ...answer },
  );
  return eventById(db, id);
};

/** Is there such a row? A line that waited outside the file may name one that a restoration lost. */
export const isThere = (db: ReadDb, table: 'requests' | 'urgency_cards' | 'staff', id: number): boolean =>
  get(db, `SELECT 1 AS there FROM ${table} WHERE id = ?`, [id]) !== undefined;
