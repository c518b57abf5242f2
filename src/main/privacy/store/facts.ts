/** What the rules of retention look at: of people, of words, of journal entries. Days are the house's. */
import type { Standing, Subject } from '../../../contract/privacy.ts';
import { type Day, type Instant, localNow } from '../../../contract/time.ts';
import { all, get, type ReadDb } from '../../core/db.ts';
import { PERSONAL_ENTITIES } from '../rules/held.ts';
import type { PersonFacts } from '../rules/retention.ts';
import { type Ids, paramsOf } from './subject.ts';

export interface PersonRow extends PersonFacts {
  readonly about: Subject;
  readonly name: string;
}

export interface Wall {
  readonly zone: string;
  readonly today: Day;
}

interface FactsRow {
  seen: number;
  coming: number;
  asked: number;
  promised: number;
  listed: number;
  sent: number;
  last_day: Day | null;
  last_at: Instant | null;
}

const IN = (alias: string, ids: string, column = 'id'): string =>
  `${alias}.${column} IN (SELECT value FROM json_each(:${ids}))`;

/** One statement for one person: each line an index away. */
const FACTS = `SELECT
  (SELECT count(*) FROM claims c WHERE ${IN('c', 'claims')} AND c.kind = 'appointment' AND
     (c.status IN ('fulfilled', 'arrived', 'in-progress') OR (c.status = 'booked' AND c.day < :today))) AS seen,
  (SELECT count(*) FROM claims c WHERE ${IN('c', 'claims')} AND c.day >= :today
     AND c.status IN ('booked', 'arrived', 'in-progress', 'held')) AS coming,
  (SELECT count(*) FROM requests r WHERE ${IN('r', 'requests')} AND r.closed_at IS NULL) AS asked,
  (SELECT count(*) FROM callbacks b WHERE ${IN('b', 'callbacks')} AND b.closed_at IS NULL) AS promised,
  (SELECT count(*) FROM waitlist_entries e WHERE ${IN('e', 'entries')} AND e.state <> 'closed') AS listed,
  (SELECT count(*) FROM redirections d WHERE ${IN('d', 'requests', 'request_id')}
     AND d.state IN ('sent', 'contacted')) AS sent,
  (SELECT max(c.day) FROM claims c WHERE ${IN('c', 'claims')}) AS last_day,
  (SELECT max(at) FROM (
     SELECT max(created_at) AS at FROM patients p WHERE ${IN('p', 'patients')}
     UNION ALL SELECT max(coalesce(closed_at, opened_at)) FROM requests r WHERE ${IN('r', 'requests')}
     UNION ALL SELECT max(coalesce(closed_at, opened_at)) FROM callbacks b WHERE ${IN('b', 'callbacks')}
     UNION ALL SELECT max(coalesce(closed_at, since)) FROM waitlist_entries e WHERE ${IN('e', 'entries')}
     UNION ALL SELECT max(state_at) FROM redirections d WHERE ${IN('d', 'requests', 'request_id')}
     UNION ALL SELECT max(f.at) FROM refusals f WHERE ${IN('f', 'refusals')}
     UNION ALL SELECT max(coalesce(withdrawn_at, recorded_at)) FROM practitioner_decisions d
                WHERE ${IN('d', 'patients', 'patient_id')}
     UNION ALL SELECT max(c.cancelled_at) FROM claims c WHERE ${IN('c', 'claims')}
     UNION ALL SELECT max(j.at) FROM journal_rows r JOIN journal j ON j.seq = r.seq
                WHERE r.entity = 'patient' AND ${IN('r', 'patients', 'entity_id')}
                  AND j.action IN ('patient.created', 'patient.updated'))) AS last_at`;

/** Records whose disputes are not over; a merged one holds the whole person. */
export const heldRecords = (db: ReadDb): ReadonlySet<number> =>
  new Set(
    all<{ id: number }>(
      db,
      `SELECT coalesce(p.survivor_id, p.id) AS id FROM legal_holds h JOIN patients p ON p.id = h.patient_id
        WHERE h.lifted_at IS NULL`,
    ).map(({ id }) => id),
  );

const nameOf = (db: ReadDb, about: Subject): string => {
  const sql = {
    patient:
      'SELECT s.display_name AS name FROM patients p JOIN patients s ON s.id = coalesce(p.survivor_id, p.id) WHERE p.id = ?',
    request: 'SELECT caller_name AS name FROM requests WHERE id = ?',
    callback: 'SELECT caller_name AS name FROM callbacks WHERE id = ?',
  }[about.kind];
  return get<{ name: string | null }>(db, sql, [about.id])?.name ?? 'Sans nom';
};

export const factsAbout = (db: ReadDb, about: Subject, ids: Ids, { zone, today }: Wall): PersonRow => {
  const row = get<FactsRow>(db, FACTS, { ...paramsOf(ids, FACTS), today });
  const count = (n: number | undefined, standing: Standing): Standing[] => ((n ?? 0) > 0 ? [standing] : []);
  const days = [
    ...(row?.last_day == null ? [] : [row.last_day]),
    ...(row?.last_at == null ? [] : [localNow(row.last_at, zone).day]),
  ].toSorted();
  const holds = heldRecords(db);
  return {
    about,
    name: nameOf(db, about),
    seen: (row?.seen ?? 0) > 0,
    standing: [
      ...count(row?.coming, 'appointment'),
      ...count(row?.asked, 'request'),
      ...count(row?.promised, 'callback'),
      ...count(row?.listed, 'list'),
      ...count(row?.sent, 'redirection'),
    ],
    held: ids.patients.some((id) => holds.has(id)),
    lastDay: days.at(-1) ?? today,
  };
};

/** Who could be due at all: made before that instant, and not erased. By pages, so that calls are answered between. */
export const recordsBefore = (db: ReadDb, before: Instant, after: number, limit: number): number[] =>
  all<{ id: number }>(
    db,
    `SELECT id FROM patients WHERE id > ? AND survivor_id IS NULL AND erased_at IS NULL AND created_at < ?
     ORDER BY id LIMIT ${Number(limit)}`,
    [after, before],
  ).map(({ id }) => id);

/** The last of each matter of somebody without a record, and calls promised to a mere number. */
export const namelessBefore = (db: ReadDb, before: Instant): Subject[] => [
  ...all<{ id: number }>(
    db,
    `SELECT id FROM requests r WHERE patient_id IS NULL AND closed_at < ?
        AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.entity = 'request' AND x.row_id = r.id)
        AND NOT EXISTS (SELECT 1 FROM requests n WHERE n.continues = r.id AND n.patient_id IS NULL) ORDER BY id`,
    [before],
  ).map(({ id }) => ({ kind: 'request', id }) as Subject),
  ...all<{ id: number }>(
    db,
    `SELECT id FROM callbacks b WHERE patient_id IS NULL AND request_id IS NULL AND closed_at < ?
        AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.entity = 'callback' AND x.row_id = b.id) ORDER BY id`,
    [before],
  ).map(({ id }) => ({ kind: 'callback', id }) as Subject),
];

export interface WordsRow {
  readonly entity: 'request' | 'callback' | 'claim' | 'return-line';
  readonly id: number;
  readonly endedAt: Instant | null;
  readonly endedOn: Day | null;
  readonly survivor: number | null;
}

const SURVIVOR =
  '(SELECT coalesce(p.survivor_id, p.id) FROM patients p WHERE p.id = t.patient_id) AS survivor';

/** Rows on which words still stand. @param erased what stands in their place where something must */
export const rowsWithWords = (db: ReadDb, erased: string): WordsRow[] => [
  ...all<WordsRow>(
    db,
    `SELECT 'request' AS entity, t.id, t.closed_at AS endedAt, NULL AS endedOn, ${SURVIVOR} FROM requests t
      WHERE t.closed_at IS NOT NULL AND (t.wish IS NOT NULL OR t.said <> :erased
        OR t.list_wishes ->> 'note' IS NOT NULL)`,
    { erased },
  ),
  ...all<WordsRow>(
    db,
    `SELECT 'callback' AS entity, t.id, t.closed_at AS endedAt, NULL AS endedOn, ${SURVIVOR} FROM callbacks t
      WHERE t.closed_at IS NOT NULL AND (t.about IS NOT NULL OR t.said <> :erased)`,
    { erased },
  ),
  // As the night wrote it, whoever it was about: once it is something, or set aside.
  ...all<WordsRow>(
    db,
    `SELECT 'return-line' AS entity, t.id, t.settled_at AS endedAt, NULL AS endedOn,
       coalesce(p.survivor_id, p.id) AS survivor FROM return_lines t
       LEFT JOIN requests q ON q.id = t.request_id LEFT JOIN callbacks b ON b.id = t.callback_id
       LEFT JOIN claims c ON c.id = t.claim_id
       LEFT JOIN patients p ON p.id = coalesce(q.patient_id, b.patient_id, c.patient_id)
      WHERE t.settled_at IS NOT NULL AND t.typed <> ''`,
  ),
  ...all<WordsRow>(
    db,
    `SELECT 'claim' AS entity, t.id, NULL AS endedAt, t.day AS endedOn, ${SURVIVOR} FROM claims t
      WHERE t.comment IS NOT NULL OR t.cancel_reason IS NOT NULL OR t.overbooked_reason <> :erased`,
    { erased },
  ),
];

export interface EntryRow {
  readonly seq: number;
  readonly at: Instant;
  readonly standing: number;
  readonly survivors: string;
}

/** Entries that kept something of somebody, by pages. `standing`: one names what is not over. */
export const entriesBefore = (
  db: ReadDb,
  { before, after, today }: { readonly before: Instant; readonly after: number; readonly today: Day },
  limit: number,
): EntryRow[] =>
  all<EntryRow>(
    db,
    `SELECT j.seq, j.at,
       EXISTS (SELECT 1 FROM journal_rows r WHERE r.seq = j.seq AND CASE r.entity
         WHEN 'request' THEN EXISTS (SELECT 1 FROM requests q WHERE q.id = r.entity_id AND q.closed_at IS NULL)
         WHEN 'callback' THEN EXISTS (SELECT 1 FROM callbacks b WHERE b.id = r.entity_id AND b.closed_at IS NULL)
         WHEN 'waitlist-entry' THEN EXISTS (SELECT 1 FROM waitlist_entries e WHERE e.id = r.entity_id
                                             AND e.state <> 'closed')
         WHEN 'redirection' THEN EXISTS (SELECT 1 FROM redirections d WHERE d.id = r.entity_id
                                          AND d.state IN ('sent', 'contacted'))
         WHEN 'claim' THEN EXISTS (SELECT 1 FROM claims c WHERE c.id = r.entity_id AND c.day >= :today
                                    AND c.status IN ('booked', 'arrived', 'in-progress', 'held'))
         ELSE 0 END) AS standing,
       (SELECT json_group_array(coalesce(p.survivor_id, p.id)) FROM journal_rows r
          JOIN patients p ON r.entity = 'patient' AND p.id = r.entity_id WHERE r.seq = j.seq) AS survivors
     FROM journal j JOIN journal_contents k ON k.seq = j.seq
    WHERE j.seq > :after AND j.at < :before AND k.erased_at IS NULL AND k.contents <> '{"before":null,"after":null}'
      AND EXISTS (SELECT 1 FROM journal_rows r WHERE r.seq = j.seq
                    AND r.entity IN (SELECT value FROM json_each(:personal)))
    ORDER BY j.seq LIMIT ${Number(limit)}`,
    { before, after, today, personal: JSON.stringify(PERSONAL_ENTITIES) },
  );
