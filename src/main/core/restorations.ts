/** The times when a copy took the place of the file: the journal goes on from the copy, and says so. */
import type { Call } from './actor.ts';
import { all, type ReadDb } from './db.ts';
import type { Ground } from './ground.ts';

const ACTION = 'copy.restored';
const BY: Call = { actor: { id: null, label: 'restauration', rights: [] }, station: 'parvis' };

export interface Restoration {
  /** When it was done, and up to when the copy knows. UTC milliseconds. */
  readonly at: number;
  readonly copyAt: number;
}

/** What was written after the copy is not in this file: whoever reads its journal must know. */
export const noteRestoration = (ground: Ground, file: string, copyAt: number): void => {
  ground.write(BY, (tx) => tx.record({ action: ACTION, rows: [], after: { file, copyAt } }));
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
