/**
 * What was erased stays erased. A copy is older than what was erased since; once it has been put in place, the same
 * entries of the journal are emptied again, in one write that the journal tells of.
 */
import type { Tombstone } from './copies-ledger.ts';
import { all, get, type ReadDb } from './db.ts';
import type { Tx } from './ground.ts';
import { eraseContents } from './journal.ts';

/** Every erasure names its entries as rows of its own: found by an index, whatever the journal's length. */
export const tombstonesIn = (db: ReadDb): Tombstone[] =>
  all<{ seq: number; digest: Buffer }>(
    db,
    `SELECT DISTINCT j.seq, j.digest FROM journal_rows r JOIN journal j ON j.seq = r.entity_id
     WHERE r.entity = 'journal'`,
  ).map(({ seq, digest }) => ({ seq, digest: digest.toString('hex') }));

/** Of any number of sources, once each. */
export const united = (...sources: readonly (readonly Tombstone[])[]): Tombstone[] => [
  ...new Map(sources.flat().map((one) => [`${one.seq} ${one.digest}`, one])).values(),
];

/** Those whose entry is in this journal, and says what it said. */
export const stillThere = (db: ReadDb, tombstones: readonly Tombstone[]): number[] =>
  tombstones
    .filter(({ seq, digest }) => {
      const entry = get<{ digest: Buffer; erased_at: number | null }>(
        db,
        'SELECT j.digest, c.erased_at FROM journal j JOIN journal_contents c USING (seq) WHERE j.seq = ?',
        [seq],
      );
      return entry?.erased_at === null && entry.digest.toString('hex') === digest;
    })
    .map(({ seq }) => seq);

/** @returns how many entries were emptied again */
export const eraseAgain = (tx: Tx, tombstones: readonly Tombstone[]): number => {
  const standing = stillThere(tx.db, tombstones);
  if (standing.length > 0) eraseContents(tx, standing);
  return standing.length;
};
