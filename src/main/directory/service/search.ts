/** The directory's search, and what it can be narrowed to. */
import {
  type DirectoryEntry,
  DirectoryKind,
  DirectoryProfession,
  type DirectoryWishes,
} from '../../../contract/directory.ts';
import type { ReadDb } from '../../core/db.ts';
import { betweenCalls } from '../../patients/service.ts';
import { entriesInOrder } from '../store/rows.ts';
import {
  forgetDirectory,
  knownCommunes,
  knownCompetences,
  knownWhats,
  searchIds,
  warmingDirectory,
} from '../store/search.ts';

export const searchEntries = (
  db: ReadDb,
  wishes: DirectoryWishes,
): { entries: DirectoryEntry[]; more: boolean } => {
  const ids = searchIds(db, wishes, wishes.limit + 1);
  return { entries: entriesInOrder(db, ids.slice(0, wishes.limit)), more: ids.length > wishes.limit };
};

export const directoryChoices = (db: ReadDb) => {
  const { whats, count } = knownWhats(db);
  return {
    professions: DirectoryProfession.options.filter((profession) => whats.includes(profession)),
    kinds: DirectoryKind.options.filter((kind) => whats.includes(kind)),
    competences: knownCompetences(db),
    communes: knownCommunes(db),
    count,
  };
};

/** Once the desk is open, so that the first keystroke of the day does not wait for everybody to be arranged. */
export const warmDirectory = async (db: ReadDb): Promise<void> => {
  await betweenCalls(db, warmingDirectory(db));
};

/** After another thread wrote entries. */
export const renewDirectory = (db: ReadDb): Promise<void> => {
  forgetDirectory(db);
  return warmDirectory(db);
};
