/** Which rows are about one person: every record of hers, what she asked, and what hangs on it. */
import type { Subject } from '../../../contract/privacy.ts';
import { all, get, type ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import type { RowRef } from '../../core/journal.ts';

/** Ids by what they are; each a JSON array for `json_each`. */
export type Ids = Readonly<
  Record<
    'patients' | 'requests' | 'claims' | 'callbacks' | 'entries' | 'offers' | 'refusals',
    readonly number[]
  >
>;

const idsOf = (db: ReadDb, sql: string, params: Readonly<Record<string, string | number>> = {}): number[] =>
  all<{ id: number }>(db, sql, params).map(({ id }) => id);

/** `:name` of those that the statement names, as JSON. */
export const paramsOf = (ids: Partial<Ids>, sql: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ids)
      .filter(([name]) => new RegExp(`:${name}\\b`).test(sql))
      .map(([name, list]) => [name, JSON.stringify(list)]),
  );

const recordsOf = (db: ReadDb, about: Subject): number[] => {
  if (about.kind !== 'patient') return [];
  const { survivor } = found(
    get<{ survivor: number }>(
      db,
      'SELECT coalesce(survivor_id, id) AS survivor FROM patients WHERE id = ? AND erased_at IS NULL',
      [about.id],
    ),
    'patient',
  );
  // By parameter: whoever looks at everybody prepares one statement, not one a person.
  return idsOf(db, 'SELECT id FROM patients WHERE id = :survivor OR survivor_id = :survivor ORDER BY id', {
    survivor,
  });
};

/** Without a record: the request, and those that go on from it or before it, as long as no record is named. */
const nameless = (db: ReadDb, id: number): number[] => {
  found(get(db, 'SELECT id FROM requests WHERE id = ? AND patient_id IS NULL', [id]), 'request');
  return idsOf(
    db,
    `WITH RECURSIVE pairs (a, b) AS (
       SELECT id, continues FROM requests WHERE continues IS NOT NULL
       UNION SELECT continues, id FROM requests WHERE continues IS NOT NULL),
     matter (id) AS (SELECT :from UNION SELECT p.b FROM matter m JOIN pairs p ON p.a = m.id)
     SELECT m.id FROM matter m JOIN requests r ON r.id = m.id WHERE r.patient_id IS NULL ORDER BY m.id`.replace(
      ':from',
      String(Number(id)),
    ),
  );
};

/** A call promised to a number, of which nothing else is known. */
const numberOnly = (db: ReadDb, id: number): number[] => {
  found(
    get(db, 'SELECT id FROM callbacks WHERE id = ? AND patient_id IS NULL AND request_id IS NULL', [id]),
    'callback',
  );
  return [id];
};

/** @throws DeskError NOT_FOUND, also for a request of somebody who has a record: her record is asked for */
export const idsAbout = (db: ReadDb, about: Subject): Ids => {
  const patients = recordsOf(db, about);
  const list = (sql: string, ids: Partial<Ids>): number[] => idsOf(db, sql, paramsOf(ids, sql));
  const IN = (column: string, ids: string): string => `${column} IN (SELECT value FROM json_each(:${ids}))`;
  const requests =
    about.kind === 'request'
      ? nameless(db, about.id)
      : about.kind === 'callback'
        ? []
        : list(`SELECT id FROM requests WHERE ${IN('patient_id', 'patients')} ORDER BY id`, { patients });
  const entries = list(`SELECT id FROM waitlist_entries WHERE ${IN('patient_id', 'patients')} ORDER BY id`, {
    patients,
  });
  const offers = list(`SELECT id FROM waitlist_offers WHERE ${IN('entry_id', 'entries')} ORDER BY id`, {
    entries,
  });
  return {
    patients,
    requests,
    entries,
    offers,
    claims: list(
      `SELECT id FROM claims WHERE ${IN('patient_id', 'patients')}
          OR id IN (SELECT hold_id FROM waitlist_offers WHERE ${IN('entry_id', 'entries')}) ORDER BY id`,
      { patients, entries },
    ),
    // A call-back may be about somebody else than whoever asked: hers is what names her, or nobody.
    callbacks:
      about.kind === 'callback'
        ? numberOnly(db, about.id)
        : list(
            `SELECT id FROM callbacks WHERE ${IN('patient_id', 'patients')}
          OR (patient_id IS NULL AND ${IN('request_id', 'requests')}) ORDER BY id`,
            { patients, requests },
          ),
    refusals: list(`SELECT id FROM refusals WHERE ${IN('request_id', 'requests')} ORDER BY id`, { requests }),
  };
};

/** Rows as the journal names them. */
export const rowRefs = (db: ReadDb, ids: Ids): RowRef[] => {
  const under = (sql: string): number[] => idsOf(db, sql, paramsOf(ids, sql));
  const refs = (entity: string, list: readonly number[]): RowRef[] => list.map((id) => ({ entity, id }));
  return [
    ...refs('patient', ids.patients),
    ...refs('patient-page', ids.patients),
    ...refs('request', ids.requests),
    ...refs('claim', ids.claims),
    ...refs('callback', ids.callbacks),
    ...refs('waitlist-entry', ids.entries),
    ...refs('waitlist-offer', ids.offers),
    ...refs('refusal', ids.refusals),
    ...Object.entries(UNDER).flatMap(([entity, sql]) => refs(entity, under(sql))),
  ];
};

const UNDER: Readonly<Record<string, string>> = {
  'return-line': `SELECT id FROM return_lines WHERE request_id IN (SELECT value FROM json_each(:requests))
    OR callback_id IN (SELECT value FROM json_each(:callbacks)) OR claim_id IN (SELECT value FROM json_each(:claims))`,
  redirection: 'SELECT id FROM redirections WHERE request_id IN (SELECT value FROM json_each(:requests))',
  'newcomer-place':
    'SELECT id FROM newcomer_places WHERE request_id IN (SELECT value FROM json_each(:requests))',
  'urgency-event':
    'SELECT id FROM urgency_events WHERE request_id IN (SELECT value FROM json_each(:requests))',
  decision:
    'SELECT id FROM practitioner_decisions WHERE patient_id IN (SELECT value FROM json_each(:patients))',
  'legal-hold': 'SELECT id FROM legal_holds WHERE patient_id IN (SELECT value FROM json_each(:patients))',
  criterion: 'SELECT id FROM criteria WHERE patient_id IN (SELECT value FROM json_each(:patients))',
};
