/**
 * Reading the journal by what somebody looks for. Every way goes down an index and stops at the page's end, so that a
 * million entries cost no more than a thousand.
 */
import type { PatientId, StaffId } from '../../contract/ids.ts';
import type { Instant } from '../../contract/time.ts';
import { all, get, type ReadDb } from '../core/db.ts';

export interface Wanted {
  readonly actorId: StaffId | null;
  /** Every record of one person; null: whoever it is about. */
  readonly records: readonly PatientId[] | null;
  readonly actions: readonly string[] | null;
  readonly since: Instant | null;
  readonly until: Instant | null;
}

export interface EntryRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actorId: StaffId | null;
  readonly by: string;
  readonly station: string;
  readonly action: string;
  readonly undoes: number | null;
  readonly erased: number;
}

/** Where the person of a row stands: the tables that name one, directly or through a request or a place on a list. */
const OF_A_PERSON: readonly { readonly entity: string; readonly rows: string }[] = [
  { entity: 'patient', rows: 'SELECT id, id AS patient_id FROM patients' },
  { entity: 'patient-page', rows: 'SELECT id, id AS patient_id FROM patients' },
  { entity: 'claim', rows: 'SELECT id, patient_id FROM claims' },
  { entity: 'request', rows: 'SELECT id, patient_id FROM requests' },
  { entity: 'waitlist-entry', rows: 'SELECT id, patient_id FROM waitlist_entries' },
  { entity: 'decision', rows: 'SELECT id, patient_id FROM practitioner_decisions' },
  { entity: 'criterion', rows: 'SELECT id, patient_id FROM criteria' },
  { entity: 'callback', rows: 'SELECT id, patient_id FROM callbacks' },
  ...[
    ['callback', 'callbacks'],
    ['urgency-event', 'urgency_events'],
    ['refusal', 'refusals'],
    ['newcomer-place', 'newcomer_places'],
  ].map(([entity = '', table]) => ({
    entity,
    rows: `SELECT x.id, q.patient_id FROM requests q CROSS JOIN ${table} x ON x.request_id = q.id`,
  })),
  {
    entity: 'waitlist-offer',
    rows: 'SELECT x.id, e.patient_id FROM waitlist_entries e CROSS JOIN waitlist_offers x ON x.entry_id = e.id',
  },
];

/** By number only: what is written about one names the request too. */
const REDIRECTION = `WHEN 'redirection' THEN (SELECT q.patient_id FROM redirections x
  JOIN requests q ON q.id = x.request_id WHERE x.id = r.entity_id)`;

/** Rows that tell of one person; a record that was taken over is also told by its import. */
const SCOPE = [
  ...OF_A_PERSON.map(
    ({ entity, rows }) =>
      `SELECT '${entity}' AS entity, id FROM (${rows}) WHERE patient_id IN (SELECT value FROM json_each(:records))`,
  ),
  `SELECT 'import', import_id FROM import_rows
   WHERE entity = 'patient' AND row_id IN (SELECT value FROM json_each(:records))`,
].join(' UNION ');

const KEPT = `(:actorId IS NULL OR j.actor_id = :actorId)
  AND (:actions IS NULL OR j.action IN (SELECT value FROM json_each(:actions)))
  AND (:since IS NULL OR j.at >= :since) AND (:until IS NULL OR j.at < :until)
  AND j.seq >= :low AND j.seq <= :high`;

export const OF_PATIENT = `WITH scope AS MATERIALIZED (${SCOPE})
  SELECT DISTINCT j.seq FROM scope s
    CROSS JOIN journal_rows r ON r.entity = s.entity AND r.entity_id = s.id
    CROSS JOIN journal j ON j.seq = r.seq
  WHERE ${KEPT} ORDER BY j.seq DESC LIMIT :limit`;

export const OF_ACTOR = `SELECT j.seq FROM journal j INDEXED BY journal_by_actor
  WHERE j.actor_id = :actorId AND ${KEPT} ORDER BY j.seq DESC LIMIT :limit`;

export const OF_ACTION = `SELECT j.seq FROM journal j INDEXED BY journal_by_action
  WHERE j.action = :action AND ${KEPT} ORDER BY j.seq DESC LIMIT :limit`;

/** Down the entries themselves, within the numbers of the days asked for. */
export const OF_ALL = `SELECT j.seq FROM journal j WHERE ${KEPT} ORDER BY j.seq DESC LIMIT :limit`;

export const BOUNDS = `SELECT min(seq) AS low, max(seq) AS high FROM journal INDEXED BY journal_by_time
  WHERE at >= :since AND at < :until`;

const LAST = Number.MAX_SAFE_INTEGER;

/** The numbers of the entries that are wanted, the newest first, from just before `before`. */
export const seqsOf = (
  db: ReadDb,
  wanted: Wanted,
  before: number | null,
  limit: number,
): readonly number[] => {
  const { actorId, records, actions, since, until } = wanted;
  const bounds =
    since === null && until === null
      ? { low: 1, high: LAST }
      : get<{ low: number | null; high: number | null }>(db, BOUNDS, {
          since: since ?? 0,
          until: until ?? LAST,
        });
  if (bounds === undefined || bounds.low === null || bounds.high === null) return [];
  const params = {
    actorId,
    actions: actions === null ? null : JSON.stringify(actions),
    since,
    until,
    low: bounds.low,
    high: Math.min(bounds.high, before === null ? LAST : before - 1),
    limit,
  };
  const read = (sql: string, more: Readonly<Record<string, string>> = {}): number[] =>
    all<{ seq: number }>(db, sql, { ...params, ...more }).map(({ seq }) => seq);
  if (records !== null) return read(OF_PATIENT, { records: JSON.stringify(records) });
  if (actorId !== null) return read(OF_ACTOR);
  if (actions === null) return read(OF_ALL);
  // Each action has its own way down the index: what is rare is found without passing everything that is not.
  return actions
    .flatMap((action) => read(OF_ACTION, { action }))
    .sort((a, b) => b - a)
    .slice(0, limit);
};

export const entryRow = (db: ReadDb, seq: number): EntryRow | undefined =>
  get<EntryRow>(
    db,
    `SELECT j.seq, j.at, j.actor_id AS actorId, j.actor AS by, j.station, j.action, j.undoes,
       c.erased_at IS NOT NULL AS erased
     FROM journal j JOIN journal_contents c USING (seq) WHERE j.seq = ?`,
    [seq],
  );

const PERSON_OF = `CASE r.entity ${OF_A_PERSON.filter(({ entity }) => entity !== 'callback')
  .map(
    ({ entity, rows }) => `WHEN '${entity}' THEN (SELECT patient_id FROM (${rows}) WHERE id = r.entity_id)`,
  )
  .join(' ')}
  ${REDIRECTION}
  WHEN 'callback' THEN (SELECT coalesce(c.patient_id, q.patient_id) FROM callbacks c
    LEFT JOIN requests q ON q.id = c.request_id WHERE c.id = r.entity_id) END`;

/** Whom an entry is about: the record as it is named, the page that answers for it. */
export const peopleOf = (db: ReadDb, seq: number): { id: PatientId; name: string }[] =>
  all(
    db,
    `SELECT DISTINCT coalesce(p.survivor_id, p.id) AS id, p.display_name AS name
     FROM (SELECT DISTINCT ${PERSON_OF} AS patient_id FROM journal_rows r WHERE r.seq = ?) x
     JOIN patients p ON p.id = x.patient_id ORDER BY p.id`,
    [seq],
  );
