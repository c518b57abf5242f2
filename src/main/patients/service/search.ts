/** The one search box. */
import type { PatientSummary } from '../../../contract/patients.ts';
import type { ReadDb } from '../../core/db.ts';
import { parseSearch } from '../rules/query.ts';
import { forgetSearch, searchIds, warmingSearch } from '../store/search.ts';
import { summariesInOrder } from '../store/summaries.ts';
import { betweenCalls } from './slices.ts';

export const searchPatients = (
  db: ReadDb,
  { text, limit }: { text: string; limit: number },
): { patients: PatientSummary[]; more: boolean } => {
  const ids = searchIds(db, parseSearch(text), limit + 1);
  return { patients: summariesInOrder(db, ids.slice(0, limit)), more: ids.length > limit };
};

/** Once the desk is open, so that the first keystroke of the day does not wait for everybody to be arranged. */
export const warmSearch = async (db: ReadDb): Promise<void> => {
  await betweenCalls(db, warmingSearch(db));
};

/** After another thread wrote records. */
export const renewSearch = (db: ReadDb): Promise<void> => {
  forgetSearch(db);
  return warmSearch(db);
};
