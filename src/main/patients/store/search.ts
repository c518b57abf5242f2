/**
 * The index of the search box, one for each open file, in memory: nothing of it is written anywhere. It is derived from the
 * records when somebody first searches; a writer marks whose records changed, and the next search reads these again. A
 * transaction that is rolled back only makes it read the same rows twice.
 */
import type { PatientId } from '../../../contract/ids.ts';
import { type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { type Names, wholeNameKeys } from '../rules/names.ts';
import type { Reading } from '../rules/query.ts';
import { arranging, type SearchIndex, searchIndex, setInIndex } from '../rules/search-index.ts';
import { toTheEnd } from '../rules/slices.ts';
import { patientById } from './rows.ts';
import { everybody, findableAmong } from './search-records.ts';
import { survivorOf } from './survivors.ts';

interface Held {
  index: SearchIndex<PatientId> | null;
  /** Everybody being arranged, a slice at a time. */
  underWay: Generator<void, SearchIndex<PatientId>> | null;
  readonly changed: Set<PatientId>;
}

const held = new WeakMap<ReadDb, Held>();

const heldFor = (db: ReadDb): Held => {
  const known = held.get(db) ?? { index: null, underWay: null, changed: new Set() };
  held.set(db, known);
  return known;
};

/** Beyond this many, arranging everybody anew is quicker. */
const FEW = 500;

function* arrangingAnew(db: ReadDb): Generator<void, SearchIndex<PatientId>> {
  return yield* arranging(everybody(db));
}

const upToDate = (db: ReadDb): SearchIndex<PatientId> => {
  const mine = heldFor(db);
  // A search that comes first finishes what was begun, rather than do all of it twice.
  mine.index ??= toTheEnd(mine.underWay ?? arrangingAnew(db));
  mine.underWay = null;
  if (mine.changed.size > FEW) mine.index = toTheEnd(arrangingAnew(db));
  else if (mine.changed.size > 0) {
    const now = findableAmong(db, mine.changed);
    for (const id of mine.changed) setInIndex(mine.index, id, now.get(id) ?? null);
  }
  // Inside a transaction the rows may still be rolled back: they are read again afterwards.
  if (!db.inTransaction) mine.changed.clear();
  return mine.index;
};

/** Live records, at most `wanted`, those of the most literal reading first. */
export const searchIds = (db: ReadDb, readings: readonly Reading[], wanted: number): PatientId[] =>
  readings.length === 0 ? [] : searchIndex(upToDate(db), readings, wanted);

/**
 * Arranges the index before somebody types, a slice at a time. What is written meanwhile stays marked; a search that comes
 * first arranges it by itself.
 */
export function* warmingSearch(db: ReadDb): Generator<void, void> {
  const mine = heldFor(db);
  while (!mine.index) {
    mine.underWay ??= arrangingAnew(db);
    const step = mine.underWay.next();
    if (step.done) mine.index = step.value;
    else yield;
  }
  mine.underWay = null;
}

/** Records were written through another connection: the next search, or `warmingSearch`, arranges everybody anew. */
export const forgetSearch = (db: ReadDb): void => {
  Object.assign(heldFor(db), { index: null, underWay: null });
};

/** A record that was just created: under which names it is a homonym, and that searches must read it. */
export const indexNew = (db: WriteDb, id: PatientId, names: Names): void => {
  heldFor(db).changed.add(id);
  for (const key of new Set(wholeNameKeys(names)))
    run(db, 'INSERT INTO patient_names (name_key, patient_id) VALUES (?, ?)', [key, id]);
};

/** To be called by whatever changed, merged, parted or removed a record, in the same transaction. */
export const reindex = (db: WriteDb, id: PatientId): void => {
  const { changed } = heldFor(db);
  changed.add(id);
  run(db, 'DELETE FROM patient_names WHERE patient_id = ?', [id]);
  const record = patientById(db, id);
  const survivor = survivorOf(db, id);
  if (survivor !== undefined) changed.add(survivor);
  if (record?.mergedInto === null) indexNew(db, id, record);
};
