/**
 * The index of the directory's search, one for each open file, in memory: nothing of it is written anywhere. A writer
 * marks which entries changed, and the next search reads these again; a rollback only makes it read the same row twice.
 */
import type { DirectoryWishes } from '../../../contract/directory.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import { all, type ReadDb } from '../../core/db.ts';
import { toTheEnd } from '../../patients/rules.ts';
import {
  arranging,
  type DirectoryIndex,
  searchDirectory,
  setInIndex,
  whatsIn,
} from '../rules/search-index.ts';
import { entriesAmong, everyEntry } from './rows.ts';

interface Held {
  index: DirectoryIndex | null;
  underWay: Generator<void, DirectoryIndex> | null;
  readonly changed: Set<DirectoryEntryId>;
}

const held = new WeakMap<ReadDb, Held>();

const heldFor = (db: ReadDb): Held => {
  const known = held.get(db) ?? { index: null, underWay: null, changed: new Set() };
  held.set(db, known);
  return known;
};

const upToDate = (db: ReadDb): DirectoryIndex => {
  const mine = heldFor(db);
  // A search that comes first finishes what was begun, rather than do all of it twice.
  mine.index ??= toTheEnd(mine.underWay ?? arranging(everyEntry(db)));
  mine.underWay = null;
  if (mine.changed.size > 0) {
    const now = entriesAmong(db, [...mine.changed]);
    for (const id of mine.changed) setInIndex(mine.index, id, now.get(id) ?? null);
  }
  // Inside a transaction the rows may still be rolled back: they are read again afterwards.
  if (!db.inTransaction) mine.changed.clear();
  return mine.index;
};

export const searchIds = (db: ReadDb, wishes: DirectoryWishes, wanted: number): DirectoryEntryId[] =>
  searchDirectory(upToDate(db), wishes, wanted);

export const knownWhats = (db: ReadDb): ReturnType<typeof whatsIn> => whatsIn(upToDate(db));

const distinct = (db: ReadDb, sql: string): string[] =>
  all<{ value: string }>(db, sql)
    .map(({ value }) => value)
    .sort((a, b) => a.localeCompare(b, 'fr'));

export const knownCommunes = (db: ReadDb): string[] =>
  distinct(
    db,
    `SELECT DISTINCT p.commune AS value FROM directory_places p JOIN directory_seen e ON e.id = p.entry_id
      WHERE p.commune IS NOT NULL AND e.put_away_on IS NULL`,
  );

export const knownCompetences = (db: ReadDb): string[] =>
  distinct(
    db,
    `SELECT DISTINCT c.competence AS value FROM directory_competences c JOIN directory_seen e ON e.id = c.entry_id
      WHERE e.put_away_on IS NULL`,
  );

/** Arranges the index before somebody types, a slice at a time. */
export function* warmingDirectory(db: ReadDb): Generator<void, void> {
  const mine = heldFor(db);
  while (!mine.index) {
    mine.underWay ??= arranging(everyEntry(db));
    const step = mine.underWay.next();
    if (step.done) mine.index = step.value;
    else yield;
  }
  mine.underWay = null;
}

/** Entries were written through another connection: everybody is arranged anew. */
export const forgetDirectory = (db: ReadDb): void => {
  Object.assign(heldFor(db), { index: null, underWay: null });
};

/** To be called by whatever changed, added or removed an entry, in the same transaction. */
export const entryChanged = (db: ReadDb, id: DirectoryEntryId): void => {
  heldFor(db).changed.add(id);
};
