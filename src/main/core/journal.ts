/**
 * The journal: who, from which desk, when, what, which rows. Append-only.
 *
 * Entry n carries `digest = SHA-256(digest of n-1, its own visible fields, contentDigest)` and
 * `contentDigest = SHA-256(salt, contents)`. Erasing contents and salt leaves a digest that proves nothing about the
 * person and still closes the chain.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../../contract/time.ts';
import type { Call } from './actor.ts';
import { all, get, type ReadDb, run, type WriteDb } from './db.ts';
import { found } from './errors.ts';

export interface RowRef {
  /** Table-like name: `patient`, `claim`, `request`, `practitioner`… */
  readonly entity: string;
  readonly id: number;
}

export interface Entry {
  /** `appointment.booked`, `patient.updated`… stable: followers and undo switch on it. */
  readonly action: string;
  readonly rows: readonly RowRef[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** May Ctrl+Z compensate it? Never for import, merge, print, or anything said on the phone. */
  readonly undoable?: boolean;
  /** The entry that this one compensates. */
  readonly undoes?: number;
}

export interface JournalRecord {
  readonly seq: number;
  readonly at: Instant;
  readonly actorId: number | null;
  readonly actor: string;
  readonly station: string;
  readonly action: string;
  readonly undoable: boolean;
  readonly undoes: number | null;
  readonly rows: readonly RowRef[];
  readonly before: unknown;
  readonly after: unknown;
  readonly erased: boolean;
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hashed = parts.flatMap((part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    // Length first: no two different splits of the same bytes may hash alike.
    const length = Buffer.alloc(8);
    length.writeUIntBE(bytes.length, 2, 6);
    return [length, bytes];
  });
  return createHash('sha256').update(Buffer.concat(hashed)).digest();
};

/** What the first entry links to. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** What an entry says in clear, and links. */
export interface ChainFields {
  seq: number;
  at: number;
  actor_id: number | null;
  actor: string;
  station: string;
  action: string;
  undoable: number;
  undoes: number | null;
  content_digest: Buffer;
}

export const link = (previous: Uint8Array, e: ChainFields, rows: readonly RowRef[]): Buffer =>
  sha256(
    previous,
    JSON.stringify([e.seq, e.at, e.actor_id, e.actor, e.station, e.action, e.undoable, e.undoes]),
    JSON.stringify(rows.map((r) => `${r.entity}:${r.id}`).sort()),
    e.content_digest,
  );

/** Salted: the contents of an erased entry cannot be found again by guessing them. */
export const contentDigest = (salt: Uint8Array, contents: string): Buffer => sha256(salt, contents);

/** @returns the sequence number of the entry */
export const append = (db: WriteDb, call: Call, at: Instant, entry: Entry): number => {
  const last = get<{ seq: number; digest: Buffer }>(
    db,
    'SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1',
  );
  const contents = JSON.stringify({ before: entry.before ?? null, after: entry.after ?? null });
  const salt = randomBytes(16);
  const fields: ChainFields = {
    seq: (last?.seq ?? 0) + 1,
    at,
    actor_id: call.actor.id,
    actor: call.actor.label,
    station: call.station,
    action: entry.action,
    undoable: entry.undoable ? 1 : 0,
    undoes: entry.undoes ?? null,
    content_digest: contentDigest(salt, contents),
  };
  const rows = distinct(entry.rows);
  const digest = link(last?.digest ?? GENESIS, fields, rows);
  run(
    db,
    `INSERT INTO journal (seq, at, actor_id, actor, station, action, undoable, undoes, content_digest, digest)
     VALUES (:seq, :at, :actor_id, :actor, :station, :action, :undoable, :undoes, :content_digest, :digest)`,
    { ...fields, digest },
  );
  for (const row of rows)
    run(db, 'INSERT INTO journal_rows (seq, entity, entity_id) VALUES (?, ?, ?)', [
      fields.seq,
      row.entity,
      row.id,
    ]);
  run(db, 'INSERT INTO journal_contents (seq, salt, contents) VALUES (?, ?, ?)', [
    fields.seq,
    salt,
    contents,
  ]);
  return fields.seq;
};

/** A caller may name a row twice; the chain is computed from what is kept. */
const distinct = (rows: readonly RowRef[]): RowRef[] => [
  ...new Map(rows.map((row) => [`${row.entity}:${row.id}`, row])).values(),
];

/**
 * Erases what entries say of a person (before, after), for good: who did what to which row, and when, remains. The
 * erasure is an entry itself; a tombstone that no entry tells of is a break of the chain.
 * @returns the sequence number of the entry that tells of it
 */
export const eraseContents = (
  tx: { readonly db: WriteDb; readonly now: Instant; record(entry: Entry): number },
  seqs: readonly number[],
): number => {
  for (const seq of seqs)
    run(
      tx.db,
      'UPDATE journal_contents SET salt = NULL, contents = NULL, erased_at = ? WHERE seq = ? AND erased_at IS NULL',
      [tx.now, seq],
    );
  return tx.record({ action: 'journal.erased', rows: seqs.map((seq) => ({ entity: 'journal', id: seq })) });
};

interface FullRow extends ChainFields {
  digest: Buffer;
  salt: Buffer | null;
  contents: string | null;
  erased_at: number | null;
}

const rowsOf = (db: ReadDb, seq: number): RowRef[] =>
  all<{ entity: string; entity_id: number }>(
    db,
    'SELECT entity, entity_id FROM journal_rows WHERE seq = ? ORDER BY entity, entity_id',
    [seq],
  ).map((r) => ({ entity: r.entity, id: r.entity_id }));

const toRecord = (db: ReadDb, row: FullRow): JournalRecord => {
  const contents = row.contents ? (JSON.parse(row.contents) as { before: unknown; after: unknown }) : null;
  return {
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    actor: row.actor,
    station: row.station,
    action: row.action,
    undoable: row.undoable === 1,
    undoes: row.undoes,
    rows: rowsOf(db, row.seq),
    before: contents?.before ?? null,
    after: contents?.after ?? null,
    erased: row.erased_at !== null,
  };
};

const SELECT = `SELECT j.seq, j.at, j.actor_id, j.actor, j.station, j.action, j.undoable, j.undoes, j.content_digest,
  j.digest, c.salt, c.contents, c.erased_at FROM journal j JOIN journal_contents c USING (seq)`;

/** Entries after `seq`, oldest first: what a follower reads. */
export const since = (db: ReadDb, seq: number, limit = 500): JournalRecord[] =>
  all<FullRow>(db, `${SELECT} WHERE j.seq > ? ORDER BY j.seq LIMIT ?`, [seq, limit]).map((r) =>
    toRecord(db, r),
  );

/** What was done after `seq`, oldest first, and nothing else of it. */
export const actionsSince = (db: ReadDb, seq: number, limit: number): { seq: number; action: string }[] =>
  all(db, 'SELECT seq, action FROM journal WHERE seq > ? ORDER BY seq LIMIT ?', [seq, limit]);

/** @throws DeskError NOT_FOUND */
export const recordAt = (db: ReadDb, seq: number): JournalRecord =>
  toRecord(db, found(get<FullRow>(db, `${SELECT} WHERE j.seq = ?`, [seq]), 'journal-entry'));

/** The first time that this was done here. */
export const firstOf = (db: ReadDb, action: string): JournalRecord | undefined => {
  const row = get<FullRow>(db, `${SELECT} WHERE j.action = ? ORDER BY j.seq LIMIT 1`, [action]);
  return row && toRecord(db, row);
};

/** Everything that happened to one row, oldest first. */
export const historyOf = (db: ReadDb, row: RowRef): JournalRecord[] =>
  all<FullRow>(
    db,
    `${SELECT} WHERE j.seq IN (SELECT seq FROM journal_rows WHERE entity = ? AND entity_id = ?) ORDER BY j.seq`,
    [row.entity, row.id],
  ).map((r) => toRecord(db, r));

/** Everything that happened to any of these rows, oldest first. */
export const entriesAbout = (db: ReadDb, rows: readonly RowRef[]): JournalRecord[] =>
  all<FullRow>(
    db,
    `${SELECT} WHERE j.seq IN (SELECT r.seq FROM json_each(?) w
         JOIN journal_rows r ON r.entity = w.value ->> 0 AND r.entity_id = w.value ->> 1) ORDER BY j.seq`,
    [JSON.stringify(rows.map(({ entity, id }) => [entity, id]))],
  ).map((r) => toRecord(db, r));

/**
 * The newest entry that the actor made at this station and that was not undone (undoing entries set aside), when it
 * may be undone. Behind one that may not, nothing is looked for: Ctrl+Z never reaches past an import or a merge.
 * @param passedOver actions that only accompany others, as if they were not there
 */
export const lastUndoable = (
  db: ReadDb,
  by: { readonly actorId: number; readonly station: string; readonly after: Instant },
  passedOver: readonly string[],
): JournalRecord | undefined => {
  const row = get<FullRow>(
    db,
    `${SELECT} WHERE j.actor_id = :actorId AND j.station = :station AND j.undoes IS NULL AND j.at >= :after
       AND j.action NOT IN (SELECT value FROM json_each(:passedOver))
       AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.seq) ORDER BY j.seq DESC LIMIT 1`,
    { ...by, passedOver: JSON.stringify(passedOver) },
  );
  return row?.undoable === 1 ? toRecord(db, row) : undefined;
};
