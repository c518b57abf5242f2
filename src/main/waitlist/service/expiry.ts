/** An offer lives as long as its hold: nobody has to be there for it to end. */
import { expireOverdue } from '../../agenda/service.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { entryById } from '../store/entries.ts';
import { type OfferRow, overdueOffers, saveAnswer } from '../store/offers.ts';

/** What a journal entry about this offer tells of. */
export const rowsOfOffer = (db: ReadDb, row: OfferRow): RowRef[] => [
  { entity: 'waitlist-offer', id: row.id },
  { entity: 'waitlist-entry', id: row.entryId },
  { entity: 'patient', id: entryById(db, row.entryId).patientId },
  ...(row.slotId === null ? [] : [{ entity: 'freed-slot', id: row.slotId }]),
  ...(row.placesId === null ? [] : [{ entity: 'given-places', id: row.placesId }]),
];

/**
 * Marks every offer whose time has passed, and its hold with it. Called within each transaction that offers or answers:
 * the place and the person are free for the next.
 */
export const expireOffers = (tx: Tx): void => {
  const overdue = overdueOffers(tx.db, tx.now);
  if (overdue.length === 0) return;
  expireOverdue(tx);
  for (const before of overdue) {
    const after = saveAnswer(tx.db, before.id, {
      answer: 'expired',
      answeredAt: tx.now,
      answeredBy: null,
      appointmentId: null,
    });
    tx.record({ action: 'offer.expired', rows: rowsOfOffer(tx.db, after), before, after });
  }
};

/** Whenever somebody thinks of it: screens hear of the end without asking. */
export const markExpired = (ground: Ground): void => {
  if (overdueOffers(ground.db, ground.clock.now()).length === 0) return;
  ground.write({ actor: { id: null, label: 'offers', rights: [] }, station: 'parvis' }, expireOffers);
};
