import type { DirectoryEntryId, PatientId, RequestId } from '../../contract/ids.ts';
import type { Redirection } from '../../contract/redirections.ts';
import type { RedirectedOutside } from '../../contract/requests.ts';
import type { Instant } from '../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../core/db.ts';
import { found } from '../core/errors.ts';
import { entriesAmong } from '../directory/store.ts';
import { summariesOf } from '../patients/store.ts';
import { requestById } from '../requests/service.ts';

/** A redirection as the journal keeps it: the person is the request's, the entry by its id. */
export interface RedirectionRow extends Omit<Redirection, 'patient' | 'callerName' | 'asked' | 'entry'> {
  readonly entryId: DirectoryEntryId | null;
}

interface Columns extends Omit<RedirectionRow, 'to'> {
  readonly sentTo: RedirectedOutside['kind'];
  readonly label: string | null;
}

const SELECT = `SELECT id, version, request_id AS requestId, entry_id AS entryId, sent_to AS sentTo, label, despite, how, due,
  opened_at AS openedAt, opened_by AS openedBy, state, state_at AS stateAt, state_by AS stateBy, accepted_at AS acceptedAt,
  attempts, last_attempt_at AS lastAttemptAt, taken_up_by AS takenUpBy FROM redirections`;

const toRow = ({ sentTo: kind, label, ...row }: Columns): RedirectionRow => ({
  ...row,
  to: kind === 'outside' ? { kind, label: label ?? '' } : { kind, label },
});

const toColumns = ({ to, ...row }: Omit<RedirectionRow, 'id'>) => ({
  ...row,
  sentTo: to.kind,
  label: to.label || null,
});

/** @throws DeskError NOT_FOUND */
export const redirectionById = (db: ReadDb, id: number): RedirectionRow =>
  toRow(found(get<Columns>(db, `${SELECT} WHERE id = ?`, [id]), 'redirection'));

/** Not answered yet, the earliest due first. */
export const waitingRedirections = (db: ReadDb): RedirectionRow[] =>
  all<Columns>(db, `${SELECT} WHERE state IN ('sent', 'contacted') ORDER BY due, id`).map(toRow);

/** Answered since, the latest first. */
export const answeredSince = (db: ReadDb, since: Instant): RedirectionRow[] =>
  all<Columns>(
    db,
    `${SELECT} WHERE state NOT IN ('sent', 'contacted', 'taken-back') AND state_at >= ?
      ORDER BY state_at DESC, id DESC`,
    [since],
  ).map(toRow);

/** Those of these requests, those taken back included, in the order in which they were written. */
export const redirectionsOf = (db: ReadDb, requests: readonly RequestId[]): RedirectionRow[] =>
  all<Columns>(db, `${SELECT} WHERE request_id IN (SELECT value FROM json_each(?)) ORDER BY id`, [
    JSON.stringify(requests),
  ]).map(toRow);

/** All that were sent to these entries, by entry, the latest first; those taken back left out. */
export const sentToEntries = (
  db: ReadDb,
  entries: readonly DirectoryEntryId[],
): Map<DirectoryEntryId, RedirectionRow[]> => {
  const rows = all<Columns>(
    db,
    `${SELECT} WHERE entry_id IN (SELECT value FROM json_each(?)) AND state <> 'taken-back'
      ORDER BY opened_at DESC, id DESC`,
    [JSON.stringify(entries)],
  ).map(toRow);
  const sent = new Map<DirectoryEntryId, RedirectionRow[]>();
  for (const row of rows)
    if (row.entryId !== null) {
      const before = sent.get(row.entryId);
      if (before) before.push(row);
      else sent.set(row.entryId, [row]);
    }
  return sent;
};

/** Entries that answered badly since: no other can sink. */
export const answeredBadlySince = (db: ReadDb, since: Instant): DirectoryEntryId[] =>
  all<{ id: DirectoryEntryId }>(
    db,
    `SELECT DISTINCT entry_id AS id FROM redirections
      WHERE state NOT IN ('sent', 'contacted', 'taken-back') AND state_at >= ? AND state IN ('full', 'unreachable')
        AND entry_id IS NOT NULL ORDER BY entry_id`,
    [since],
  ).map(({ id }) => id);

export const insertRedirection = (
  db: WriteDb,
  draft: Omit<RedirectionRow, 'id' | 'version'>,
): RedirectionRow => {
  const { id } = run(
    db,
    `INSERT INTO redirections (version, request_id, entry_id, sent_to, label, despite, how, due, opened_at, opened_by, state,
       state_at, state_by, accepted_at, attempts, last_attempt_at, taken_up_by)
     VALUES (:version, :requestId, :entryId, :sentTo, :label, :despite, :how, :due, :openedAt, :openedBy, :state, :stateAt,
       :stateBy, :acceptedAt, :attempts, :lastAttemptAt, :takenUpBy)`,
    toColumns({ ...draft, version: 1 }),
  );
  return redirectionById(db, id);
};

/** Writes what may change, the version one higher. To whom, how and by whom it was sent stays. */
export const saveRedirection = (db: WriteDb, next: RedirectionRow): RedirectionRow => {
  run(
    db,
    `UPDATE redirections SET version = version + 1, due = :due, state = :state, state_at = :stateAt, state_by = :stateBy,
       accepted_at = :acceptedAt, attempts = :attempts, last_attempt_at = :lastAttemptAt, taken_up_by = :takenUpBy
     WHERE id = :id`,
    {
      id: next.id,
      due: next.due,
      state: next.state,
      stateAt: next.stateAt,
      stateBy: next.stateBy,
      acceptedAt: next.acceptedAt,
      attempts: next.attempts,
      lastAttemptAt: next.lastAttemptAt,
      takenUpBy: next.takenUpBy,
    },
  );
  return redirectionById(db, next.id);
};

/** As screens see them: with the person and the matter of the request, and the entry as it is now. */
export const toRedirections = (db: ReadDb, rows: readonly RedirectionRow[]): Redirection[] => {
  const asked = new Map(rows.map(({ requestId }) => [requestId, requestById(db, requestId)]));
  const people = summariesOf(
    db,
    [...asked.values()].flatMap(({ patientId }): PatientId[] => (patientId === null ? [] : [patientId])),
  );
  const entries = entriesAmong(
    db,
    rows.flatMap(({ entryId }) => entryId ?? []),
  );
  return rows.map(({ entryId, ...row }) => {
    const request = found(asked.get(row.requestId), 'request');
    const { patientId, callerName, nature, profession, message } = request;
    return {
      ...row,
      patient: patientId === null ? null : (people.get(patientId) ?? null),
      callerName,
      asked: { nature, profession, message },
      entry: entryId === null ? null : (entries.get(entryId) ?? null),
    };
  });
};

export const toRedirection = (db: ReadDb, row: RedirectionRow): Redirection =>
  found(toRedirections(db, [row])[0], 'redirection');
