/**
 * Applies prepared rows: one pass an entity, inside the caller's transaction. A row whose text in the file has not
 * changed is left alone; one that has is updated only if the desk has not touched it since.
 */
import type { ImportOutcome } from '../../contract/exchange.ts';
import type { Tx } from '../core/ground.ts';
import { type ImportEntity, importedRow, rememberImported } from './store.ts';
import type { Fingerprinted } from './worker-messages.ts';

/** How one kind of prepared row becomes a row of its area. */
export interface Target<T> {
  readonly entity: ImportEntity;
  readonly keyOf: (row: T) => string;
  /** `linked`: the desk had that row already; it is recognised from now on, and never overwritten by a file. */
  readonly insert: (tx: Tx, row: T) => { readonly id: number; readonly linked?: true };
  readonly update: (tx: Tx, id: number, row: T) => void;
  /** Undefined when the desk has removed the row. */
  readonly versionOf: (tx: Tx, id: number) => number | undefined;
}

/** No row has this version: what the desk wrote itself always counts as changed here. */
const NEVER_WRITTEN = 0;

export type Tally = { -readonly [K in keyof ImportOutcome]: number };

export const emptyTally = (): Tally => ({ created: 0, updated: 0, unchanged: 0, keptBecauseChangedHere: 0 });

export const applyRows = <T extends object>(
  tx: Tx,
  importId: number,
  rows: readonly Fingerprinted<T>[],
  target: Target<T>,
  tally: Tally,
): void => {
  for (const row of rows) {
    const key = target.keyOf(row);
    const before = importedRow(tx.db, target.entity, key);
    if (before?.fingerprint === row.fingerprint) {
      tally.unchanged += 1;
      continue;
    }
    if (!before) {
      const { id, linked } = target.insert(tx, row);
      const version = linked ? NEVER_WRITTEN : (target.versionOf(tx, id) ?? 1);
      rememberImported(tx.db, {
        entity: target.entity,
        key,
        id,
        fingerprint: row.fingerprint,
        version,
        importId,
      });
      tally[linked ? 'unchanged' : 'created'] += 1;
      continue;
    }
    const version = target.versionOf(tx, before.id);
    if (version !== before.version) {
      tally.keptBecauseChangedHere += 1;
      continue;
    }
    target.update(tx, before.id, row);
    rememberImported(tx.db, {
      entity: target.entity,
      key,
      id: before.id,
      fingerprint: row.fingerprint,
      version: target.versionOf(tx, before.id) ?? version + 1,
      importId,
    });
    tally.updated += 1;
  }
};
