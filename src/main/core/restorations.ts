/** The times when a copy took the place of the file: the journal goes on from the copy, and says so. */
import type { Call } from './actor.ts';
import type { Tombstone } from './copies-ledger.ts';
import { all, type ReadDb } from './db.ts';
import type { Ground } from './ground.ts';
import { eraseAgain, stillThere } from './tombstones.ts';

const ACTION = 'copy.restored';
const BY: Call = { actor: { id: null, label: 'restauration', rights: [] }, station: 'parvis' };

export interface Restoration {
  /** When it was done, and up to when the copy knows. UTC milliseconds. */
  readonly at: number;
  readonly copyAt: number;
}

/**
 * What was written after the copy is not in this file: whoever reads its journal must know. What was erased after it is
 * erased again, in the same write.
 * @returns how many entries were emptied again
 */
export const noteRestoration = (
  ground: Ground,
  { file, copyAt }: { readonly file: string; readonly copyAt: number },
  tombstones: readonly Tombstone[],
): number =>
  ground.write(BY, (tx) => {
    tx.record({ action: ACTION, rows: [], after: { file, copyAt } });
    return eraseAgain(tx, tombstones);
  });

/** For a start that took up a copy by itself, after a plug pulled in the middle of a restoration. */
export const keepErased = (ground: Ground, tombstones: readonly Tombstone[]): void => {
  if (stillThere(ground.db, tombstones).length > 0) ground.write(BY, (tx) => eraseAgain(tx, tombstones));
};

export const restorations = (db: ReadDb): Restoration[] =>
  all<{ at: number; contents: string | null }>(
    db,
    'SELECT j.at, c.contents FROM journal j JOIN journal_contents c USING (seq) WHERE j.action = ?',
    [ACTION],
  ).map(({ at, contents }) => ({
    at,
    copyAt: contents === null ? 0 : (JSON.parse(contents) as { after: { copyAt: number } }).after.copyAt,
  }));
