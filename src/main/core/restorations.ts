/** The times when a copy took the place of the file: the journal goes on from the copy, and says so. */
import type { Call } from './actor.ts';
import type { Tombstone } from './copies-ledger.ts';
import { all, type ReadDb } from './db.ts';
import { type EraseAgain, type Erasure, notYetIn } from './erasures.ts';
import type { Ground, Tx } from './ground.ts';
import { eraseAgain as eraseContentsAgain, stillThere } from './tombstones.ts';

const ACTION = 'copy.restored';
const BY: Call = { actor: { id: null, label: 'restauration', rights: [] }, station: 'parvis' };

/** What a copy may have brought back. */
export interface Gone {
  readonly tombstones: readonly Tombstone[];
  readonly erasures: readonly Erasure[];
  readonly eraseAgain: EraseAgain;
}

const emptyAgain = (tx: Tx, { tombstones, erasures, eraseAgain }: Gone): number => {
  const again = eraseContentsAgain(tx, tombstones);
  const back = notYetIn(tx.db, erasures);
  if (back.length > 0) {
    eraseAgain(tx, back);
    tx.record({ action: 'rows.erased-again', rows: [] });
  }
  return again + back.length;
};

export interface Restoration {
  /** When it was done, and up to when the copy knows. UTC milliseconds. */
  readonly at: number;
  readonly copyAt: number;
}

/**
 * What was written after the copy is not in this file: whoever reads its journal must know. What was erased after it is
 * erased again, in the same write.
 * @returns how many entries and rows were emptied again
 */
export const noteRestoration = (
  ground: Ground,
  { file, copyAt }: { readonly file: string; readonly copyAt: number },
  gone: Gone,
): number =>
  ground.write(BY, (tx) => {
    tx.record({ action: ACTION, rows: [], after: { file, copyAt } });
    return emptyAgain(tx, gone);
  });

/** For a start that took up a copy by itself, after a plug pulled in the middle of a restoration. */
export const keepErased = (ground: Ground, gone: Gone): void => {
  if (stillThere(ground.db, gone.tombstones).length > 0 || notYetIn(ground.db, gone.erasures).length > 0)
    ground.write(BY, (tx) => emptyAgain(tx, gone));
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
