/** How what was done to an entry is taken back. An import is not: the next one is its own way back. */
import type { DirectoryEntry } from '../../../contract/directory.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord } from '../../core/journal.ts';
import { asLeft, type Compensation, type Compensations } from '../../core/undo.ts';
import { deleteEntry, entryById } from '../store/rows.ts';
import { entryChanged } from '../store/search.ts';
import { replaceEntry, rowOf, standingOf } from './save.ts';

/** The entry as the journal left it. @throws DeskError UNDO_TOO_LATE when somebody, or an import, wrote since */
const untouched = (tx: Tx, record: JournalRecord): DirectoryEntry => {
  const left = record.after as DirectoryEntry | null;
  const now = left && entryById(tx.db, left.id);
  if (!now) return fail('UNDO_TOO_LATE', {});
  const version = { left: left.version, now: now.version };
  return asLeft(tx.db, record, rowOf(now.id), version) ? now : fail('UNDO_TOO_LATE', {});
};

const isForeignKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';

const takeOut: Compensation = (tx, record) => {
  const { id } = untouched(tx, record);
  try {
    deleteEntry(tx.db, id);
  } catch (error) {
    // Somebody was sent there by now.
    if (isForeignKey(error)) fail('UNDO_TOO_LATE', {});
    throw error;
  }
  entryChanged(tx.db, id);
  return [rowOf(id)];
};

const putBack: Compensation = (tx, record) => {
  const { id } = untouched(tx, record);
  const before = record.before as DirectoryEntry;
  replaceEntry(tx, id, before, standingOf(before));
  return [rowOf(id)];
};

export const directoryCompensations: Compensations = {
  'directory.added': takeOut,
  'directory.updated': putBack,
  'directory.verified': putBack,
  'directory.put-away': putBack,
  'directory.brought-back': putBack,
};
