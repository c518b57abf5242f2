/**
 * Is the journal whole? Walks the chain from its first entry, one row at a time, so that a million entries cost no
 * memory. Reads only: made for a worker thread.
 *
 * What the chain alone cannot show is an end cut off. For that, pass what a copy's manifest says of the journal at its
 * time: it must still be a beginning of this one.
 */
import { all, get, type ReadDb } from './db.ts';
import { type ChainFields, contentDigest, GENESIS, link, type RowRef } from './journal.ts';

export interface JournalMark {
  /** Entries. */
  readonly length: number;
  /** Hex digest of the last entry; null when there is none. */
  readonly head: string | null;
}

type Why = 'missing' | 'altered' | 'contents-altered' | 'erased-without-a-word' | 'not-this-journal';

/** What does not hold, for whoever has to say it. */
export interface JournalFault {
  readonly entry: number;
  readonly why: Why;
  /** When that entry says it was written; of one that is gone, when the last one before it was. */
  readonly at: number | null;
}

export type ChainVerdict =
  | ({ readonly ok: true; readonly erased: number } & JournalMark)
  | {
      readonly ok: false;
      /** The first entry that does not hold. */
      readonly seq: number;
      readonly why: Why;
    };

interface Row extends ChainFields {
  digest: Buffer;
  salt: Buffer | null;
  contents: string | null;
  erased_at: number | null;
  has_contents: number;
  /** In one statement with the entry: a statement an entry more costs more than the digests. */
  rows: string;
}

const WALK = `SELECT j.seq, j.at, j.actor_id, j.actor, j.station, j.action, j.undoable, j.undoes, j.content_digest,
    j.digest, c.salt, c.contents, c.erased_at, c.seq IS NOT NULL AS has_contents,
    (SELECT json_group_array(json_array(r.entity, r.entity_id)) FROM journal_rows r WHERE r.seq = j.seq) AS rows
  FROM journal j LEFT JOIN journal_contents c USING (seq) WHERE j.seq > ? ORDER BY j.seq LIMIT ?`;

/**
 * As the file stands at one moment: what the desk writes meanwhile must not pass for something that was slipped in.
 * @param marks of former copies, each of which this journal must continue
 */
export const verifyChain = (db: ReadDb, marks: readonly JournalMark[] = []): ChainVerdict =>
  db.inTransaction ? walk(db, marks) : db.transaction(walk)(db, marks);

/** More than a long day's: beyond, the check of the whole journal that follows in a worker finds it. */
const QUICK = 5_000;

/**
 * Does the journal still hold what it held at the checkpoint, and what was written since? Reads a day's entries at most,
 * before the first window.
 */
export const verifySince = (db: ReadDb, checkpoint: JournalMark): ChainVerdict => {
  const { length: seq, head } = checkpoint;
  const there = get<{ digest: Buffer }>(db, 'SELECT digest FROM journal WHERE seq = ?', [seq]);
  if (there === undefined) return { ok: false, seq: journalMark(db).length + 1, why: 'missing' };
  if (there.digest.toString('hex') !== head) return { ok: false, seq, why: 'not-this-journal' };
  return walk(db, [], { length: seq, digest: there.digest, atMost: QUICK });
};

const walk = (
  db: ReadDb,
  marks: readonly JournalMark[],
  from: { readonly length: number; readonly digest: Buffer; readonly atMost: number } = {
    length: 0,
    digest: GENESIS,
    atMost: -1,
  },
): ChainVerdict => {
  const known = new Map(marks.filter((m) => m.length > 0).map((m) => [m.length, m.head]));
  let previous = from.digest;
  let { length } = from;
  let erased = 0;
  for (const row of db.prepare(WALK).iterate(length, from.atMost) as IterableIterator<Row>) {
    const seq = length + 1;
    if (row.seq !== seq) return { ok: false, seq, why: 'missing' };
    if (!link(previous, row, namedRows(row.rows)).equals(row.digest))
      return { ok: false, seq, why: 'altered' };
    if (row.erased_at !== null) {
      if (!isErasureTold(db, seq)) return { ok: false, seq, why: 'erased-without-a-word' };
      erased++;
    } else if (!row.has_contents || row.salt === null || row.contents === null)
      return { ok: false, seq, why: 'missing' };
    else if (!contentDigest(row.salt, row.contents).equals(row.content_digest))
      return { ok: false, seq, why: 'contents-altered' };
    const head = row.digest.toString('hex');
    if ((known.get(seq) ?? head) !== head) return { ok: false, seq, why: 'not-this-journal' };
    known.delete(seq);
    previous = row.digest;
    length = seq;
  }
  // A mark beyond the end: the journal was longer once.
  if (known.size > 0) return { ok: false, seq: length + 1, why: 'missing' };
  if (from.atMost >= 0) return { ok: true, length, head: previous.toString('hex'), erased };
  const stray = get<{ seq: number }>(
    db,
    'SELECT min(seq) AS seq FROM (SELECT seq FROM journal_rows UNION SELECT seq FROM journal_contents) WHERE seq > ?',
    [length],
  )?.seq;
  if (stray) return { ok: false, seq: stray, why: 'missing' };
  return { ok: true, length, head: length > 0 ? previous.toString('hex') : null, erased };
};

const namedRows = (json: string): RowRef[] =>
  (JSON.parse(json) as [string, number][]).map(([entity, id]) => ({ entity, id }));

const isErasureTold = (db: ReadDb, seq: number): boolean =>
  all(
    db,
    `SELECT 1 FROM journal_rows r JOIN journal j USING (seq)
     WHERE r.entity = 'journal' AND r.entity_id = ? AND j.action = 'journal.erased'`,
    [seq],
  ).length > 0;

export const faultIn = (db: ReadDb, { seq, why }: ChainVerdict & { ok: false }): JournalFault => ({
  entry: seq,
  why,
  at:
    get<{ at: number }>(db, 'SELECT at FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT 1', [seq])?.at ??
    null,
});

/** Where the journal stands, without walking it. */
export const journalMark = (db: ReadDb): JournalMark => {
  const last = get<{ seq: number; digest: Buffer }>(
    db,
    'SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1',
  );
  return { length: last?.seq ?? 0, head: last?.digest.toString('hex') ?? null };
};
