/**
 * Which rows were emptied for good, by number and by when they were made. Beside the tombstones of the journal: a copy that
 * takes the file's place brings the rows back, and they are emptied again (what that means, the areas know).
 */
import * as z from 'zod';
import type { Instant } from '../../contract/time.ts';
import { all, get, type ReadDb } from './db.ts';
import type { Tx } from './ground.ts';

export const Erasure = z.object({ entity: z.string(), rowId: z.int(), rowAt: z.int() });
export type Erasure = z.infer<typeof Erasure>;

/** How rows are emptied again. Those that a file does not hold are passed over. */
export type EraseAgain = (tx: Tx, erasures: readonly Erasure[]) => void;

/** Of a file of any age: before there were any, it has no such table. */
export const erasuresIn = (db: ReadDb): Erasure[] =>
  get(db, "SELECT 1 AS there FROM sqlite_schema WHERE name = 'erasures'") === undefined
    ? []
    : all<{ entity: string; rowId: number; rowAt: Instant }>(
        db,
        'SELECT entity, row_id AS rowId, row_at AS rowAt FROM erasures',
      );

const key = ({ entity, rowId, rowAt }: Erasure): string => `${entity} ${rowId} ${rowAt}`;

/** Of any number of sources, once each. */
export const allErasures = (...sources: readonly (readonly Erasure[])[]): Erasure[] => [
  ...new Map(sources.flat().map((one) => [key(one), one])).values(),
];

/** Those that this file knows nothing of. */
export const notYetIn = (db: ReadDb, erasures: readonly Erasure[]): Erasure[] => {
  const known = new Set(erasuresIn(db).map(key));
  return erasures.filter((one) => !known.has(key(one)));
};
