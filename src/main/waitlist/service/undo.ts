import type { PlaceFacts, WaitlistSettings } from '../../../contract/waitlist.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord } from '../../core/journal.ts';
import { asLeft, type Compensation, type Compensations } from '../../core/undo.ts';
import { criterionCompensations } from '../../criteria/service.ts';
import { recordsOf } from '../../patients/store.ts';
import { type EntryRow, entriesOf, entryById, saveEntry } from '../store/entries.ts';
import { placeFactsOf, savePlaceFacts } from '../store/place-facts.ts';
import { saveWaitlistSettings, waitlistSettings } from '../store/settings.ts';
import { isOver, rowsOf, staffOf } from './shared.ts';

/** The entry, if it is as that act left it. @throws DeskError UNDO_TOO_LATE */
const untouched = (tx: Tx, entry: JournalRecord): EntryRow => {
  const { id, version: left } = entry.after as EntryRow;
  const now = entryById(tx.db, id);
  return asLeft(tx.db, entry, { entity: 'waitlist-entry', id }, { left, now: now.version })
    ? now
    : fail('UNDO_TOO_LATE', {});
};

/** Nobody is deleted: whoever was put on a list by mistake is closed as one. */
const added: Compensation = (tx, entry) => {
  const now = untouched(tx, entry);
  return rowsOf(
    saveEntry(tx.db, {
      ...now,
      state: 'closed',
      ended: 'opened-by-mistake',
      closedAt: tx.now,
      closedBy: staffOf(tx),
    }),
  );
};

/** She may have been put on the list again meanwhile. @throws DeskError UNDO_TOO_LATE */
export const refuseTwice = (tx: Tx, back: EntryRow): void => {
  const twin = entriesOf(tx.db, recordsOf(tx.db, back.patientId)).some(
    (one) =>
      one.id !== back.id &&
      one.state !== 'closed' &&
      one.kind === back.kind &&
      one.appointmentId === back.appointmentId &&
      (one.kind === 'earlier' || one.profession === back.profession),
  );
  if (twin) fail('UNDO_TOO_LATE', {});
};

const changed: Compensation = (tx, entry) => {
  const now = untouched(tx, entry);
  const before = entry.before as EntryRow;
  if (now.state === 'closed' && before.state !== 'closed') {
    if (isOver(tx, before)) fail('UNDO_TOO_LATE', {});
    refuseTwice(tx, before);
  }
  return rowsOf(saveEntry(tx.db, { ...before, version: now.version }));
};

const settings: Compensation = (tx, entry) => {
  const left = entry.after as WaitlistSettings;
  const now = waitlistSettings(tx.db);
  if (!asLeft(tx.db, entry, { entity: 'waitlist-settings', id: 1 }, { left: left.version, now: now.version }))
    fail('UNDO_TOO_LATE', {});
  saveWaitlistSettings(tx.db, entry.before as WaitlistSettings);
  return entry.rows;
};

const placeFacts: Compensation = (tx, entry) => {
  const left = entry.after as PlaceFacts;
  const now = placeFactsOf(tx.db, left.practitionerId);
  const row = { entity: 'place-facts', id: left.practitionerId };
  if (!asLeft(tx.db, entry, row, { left: left.version, now: now.version })) fail('UNDO_TOO_LATE', {});
  savePlaceFacts(tx.db, { ...(entry.before as PlaceFacts), version: now.version });
  return entry.rows;
};

export const entryCompensations: Compensations = {
  ...criterionCompensations,
  'waitlist.added': added,
  'waitlist.updated': changed,
  'waitlist.reconfirmed': changed,
  'waitlist.tried': changed,
  'waitlist.closed': changed,
  'waitlist.reopened': changed,
  'waitlist-settings.saved': settings,
  'place-facts.set': placeFacts,
};
