/** Taking back what an offer led to: the appointment back where it was, the person waiting again, the offer withdrawn. */
import type { FreedSlotId, WaitlistEntryId, WaitlistOfferId } from '../../../contract/ids.ts';
import { agendaCompensations } from '../../agenda/service.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord, RowRef } from '../../core/journal.ts';
import { historyOf } from '../../core/journal.ts';
import type { Compensation, Compensations } from '../../core/undo.ts';
import { requestCompensations } from '../../requests/service.ts';
import { type EntryRow, entryById, saveEntry } from '../store/entries.ts';
import { type FreedRow, freedSlotById, saveEnding, standingSlotsOf } from '../store/freed-slots.ts';
import { offerById, saveAnswer } from '../store/offers.ts';
import { aroundOf } from './around.ts';
import { rowsOfCard } from './cards.ts';
import { rowsOfOffer } from './expiry.ts';
import { rowsOf } from './shared.ts';
import { refuseTwice } from './undo.ts';

const rowIn = (entry: JournalRecord, entity: string): number | undefined =>
  entry.rows.find((row) => row.entity === entity)?.id;

/** The entry as it was before it was served. @throws DeskError UNDO_TOO_LATE when somebody has worked on it since */
const waitAgain = (tx: Tx, id: WaitlistEntryId): void => {
  const now = entryById(tx.db, id);
  const served = historyOf(tx.db, { entity: 'waitlist-entry', id }).findLast(
    ({ action }) => action === 'waitlist.served',
  );
  const left = served?.after as EntryRow | undefined;
  if (now.ended !== 'accepted' || left?.version !== now.version) fail('UNDO_TOO_LATE', {});
  // Put on the list anew meanwhile: nobody waits twice for the same.
  refuseTwice(tx, now);
  const after = saveEntry(tx.db, { ...(served?.before as EntryRow), version: now.version });
  tx.record({
    action: 'waitlist.waits-again',
    rows: rowsOf(after),
    before: now,
    after,
  });
};

/** An accepted offer, and the person waits again. @throws DeskError UNDO_TOO_LATE */
export const takeBack = (tx: Tx, id: WaitlistOfferId): void => {
  const before = offerById(tx.db, id);
  if (before.answer !== 'accepted') fail('UNDO_TOO_LATE', {});
  const after = saveAnswer(tx.db, id, { ...before, answer: 'withdrawn', appointmentId: null });
  tx.record({ action: 'offer.taken-back', rows: rowsOfOffer(tx.db, after), before, after });
  waitAgain(tx, before.entryId);
};

/** The agenda's own way back first; what an offer had led to goes back with it. Cards follow the journal. */
const together =
  (alone: Compensation | undefined): Compensation =>
  (tx, entry): readonly RowRef[] => {
    if (!alone) throw new Error('the agenda no longer says how this is undone');
    const rows = alone(tx, entry);
    const id = rowIn(entry, 'waitlist-offer');
    if (id === undefined) return rows;
    takeBack(tx, id as WaitlistOfferId);
    return [...rows, { entity: 'waitlist-offer', id }];
  };

const listedAgain: Compensation = (tx, entry) => {
  const left = entry.after as FreedRow;
  const now = freedSlotById(tx.db, left.id as FreedSlotId);
  const { practitionerId, day, start, end } = now;
  const upon = standingSlotsOf(tx.db, practitionerId, day, day).some((o) => o.start < end && start < o.end);
  // Somebody has the time since: a card that stands would offer what is not to be had.
  const free = aroundOf(tx.db, tx.now, [now])
    .parts(now, 'none')
    .some(({ kind }) => kind === now.kind);
  if (now.version !== left.version || upon || !free) fail('UNDO_TOO_LATE', {});
  return rowsOfCard(saveEnding(tx.db, now.id, { ended: null, endedAt: null, endedBy: null }));
};

/** Registered after those of agenda and requests: they stand for both. */
export const offerCompensations: Compensations = {
  'appointment.moved': together(agendaCompensations['appointment.moved']),
  'appointment.booked': together(requestCompensations['appointment.booked']),
  'freed-slot.left-free': listedAgain,
};
