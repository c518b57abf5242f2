/**
 * Applies prepared rows: one pass an entity, inside the caller's transaction. A row whose text in the file has not
 * changed is left alone; one that has is updated only if the desk has not touched it since.
 */
import type { ImportOutcome } from '../../../contract/exchange.ts';
import type { ReadDb } from '../../core/db.ts';
import { isDeskError } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { type ImportEntity, importedRows, rememberImported } from '../store.ts';
import type { Fingerprinted } from '../worker-messages.ts';

/** What one import has done so far. */
export interface Writing {
  readonly tx: Tx;
  readonly importId: number;
  readonly tally: { -readonly [K in keyof ImportOutcome]: number };
  /** Of this slice, until the journal tells of them. */
  readonly created: RowRef[];
  /** Told of rows looked at. @throws to stop the writing, and take all of it back */
  readonly tick: (rows: number) => void;
}

interface Versioned {
  readonly version: number;
}

/** How one kind of prepared row becomes a row of its area. */
export interface Target<T, Row extends Versioned> {
  readonly entity: ImportEntity;
  readonly keyOf: (row: T) => string;
  /** `linked`: the desk had that row already; it is recognised from now on, and never overwritten by a file. */
  readonly insert: (tx: Tx, row: T) => { readonly id: number; readonly linked?: true };
  /** As the journal keeps it. @throws DeskError NOT_FOUND when the desk has removed it */
  readonly rowOf: (db: ReadDb, id: number) => Row;
  /** @returns the row as it is now */
  readonly update: (tx: Tx, there: Row, row: T) => Row;
}

/** No row has this version: what the desk wrote itself always counts as changed here. */
const NEVER_WRITTEN = 0;
const JUST_CREATED = 1;

const SLICE = 500;

/**
 * So that a stop is heard soon and progress seen, and so that the journal tells of created rows some hundreds at a time:
 * whoever reads the path of one of them reads its whole entry.
 */
export const inSlices = <T>(writing: Writing, rows: readonly T[], work: (slice: readonly T[]) => void) => {
  const { tx, importId, created, tick } = writing;
  for (let from = 0; from < rows.length; from += SLICE) {
    const slice = rows.slice(from, from + SLICE);
    work(slice);
    if (created.length > 0)
      tx.record({
        action: 'exchange.created',
        rows: [...created.splice(0), { entity: 'import', id: importId }],
      });
    tick(slice.length);
  }
};

/** The path of a row is read from the journal: each one that an import changed has its entry, as if changed by hand. */
export const recordUpdate = (
  { tx, importId, tally }: Writing,
  row: RowRef,
  before: unknown,
  after: unknown,
): void => {
  tx.record({ action: 'exchange.updated', rows: [row, { entity: 'import', id: importId }], before, after });
  tally.updated += 1;
};

const ifThere = <Row>(read: () => Row): Row | null => {
  try {
    return read();
  } catch (error) {
    if (isDeskError(error) && error.code === 'NOT_FOUND') return null;
    throw error;
  }
};

export const applyRows = <T extends object, Row extends Versioned>(
  writing: Writing,
  rows: readonly Fingerprinted<T>[],
  target: Target<T, Row>,
): void => {
  const { tx, importId, tally } = writing;
  const { entity } = target;
  const known = importedRows(tx.db, entity);
  const apply = (row: Fingerprinted<T>): void => {
    const { fingerprint } = row;
    const key = target.keyOf(row);
    const seen = known.get(key);
    if (seen?.fingerprint === fingerprint) {
      tally.unchanged += 1;
      return;
    }
    const remember = (id: number, version: number): void => {
      const imported = { id, fingerprint, version };
      known.set(key, imported);
      rememberImported(tx.db, { entity, key, importId, ...imported });
    };
    if (!seen) {
      const { id, linked } = target.insert(tx, row);
      remember(id, linked ? NEVER_WRITTEN : JUST_CREATED);
      tally[linked ? 'unchanged' : 'created'] += 1;
      if (!linked) writing.created.push({ entity, id });
      return;
    }
    const before = ifThere(() => target.rowOf(tx.db, seen.id));
    if (before?.version !== seen.version) {
      tally.keptBecauseChangedHere += 1;
      return;
    }
    const after = target.update(tx, before, row);
    remember(seen.id, after.version);
    recordUpdate(writing, { entity, id: seen.id }, before, after);
  };
  inSlices(writing, rows, (slice) => slice.forEach(apply));
};
