/** What the person said when she was offered the place. */
import type { FreedSlotId, WaitlistOfferId } from '../../../contract/ids.ts';
import type { FreedSlot, Offer, OfferAnswer } from '../../../contract/waitlist-offers.ts';
import { releaseHold } from '../../agenda/service.ts';
import type { Call } from '../../core/actor.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { staff } from '../../people/store.ts';
import { type EntryRow, entryById, saveEntry } from '../store/entries.ts';
import { freedSlotById, saveEnding } from '../store/freed-slots.ts';
import { type OfferRow, offerById, openOfferOfSlot, saveAnswer, toOffer } from '../store/offers.ts';
import { triedFrom } from './acts.ts';
import { rowsOfCard } from './cards.ts';
import { rowsOfOffer } from './expiry.ts';
import { slotNow } from './freed.ts';
import { rowsOf, staffOf } from './shared.ts';

export interface OfOffer {
  readonly id: WaitlistOfferId;
  readonly version: number;
}

export type Said = Exclude<OfferAnswer, 'accepted' | 'expired'>;

/** The offer, if it still stands. @throws DeskError NOT_FOUND, OFFER_OVER, STALE_VERSION */
export const standing = (tx: Tx, sent: OfOffer): OfferRow => {
  const row = offerById(tx.db, sent.id);
  if (row.answer !== null) fail('OFFER_OVER', { answer: row.answer });
  if (row.expiresAt <= tx.now) fail('OFFER_OVER', { answer: 'expired' });
  refuseStale(tx.db, 'waitlist-offer', row, sent);
  return row;
};

/** The row of an entry as somebody at the desk closes it. */
export const closed = (tx: Tx, before: EntryRow, ended: 'accepted' | 'no-longer-looking'): EntryRow => ({
  ...before,
  state: 'closed',
  ended,
  closedAt: tx.now,
  closedBy: staffOf(tx),
});

const onEntry = (tx: Tx, said: Said, before: EntryRow): EntryRow | null => {
  if (before.state === 'closed') return null;
  if (said === 'no-answer') return triedFrom(tx, before);
  return said === 'no-longer-looking' ? closed(tx, before, said) : null;
};

/** An answer was said on the phone: it is not undone, the place is offered again. */
export const answerWithin = (tx: Tx, sent: OfOffer, said: Said): OfferRow => {
  const before = standing(tx, sent);
  if (before.holdId !== null) releaseHold(tx, before.holdId);
  const after = saveAnswer(tx.db, before.id, {
    answer: said,
    answeredAt: tx.now,
    answeredBy: staffOf(tx),
    appointmentId: null,
  });
  tx.record({ action: 'offer.answered', rows: rowsOfOffer(tx.db, after), before, after });
  const entry = entryById(tx.db, before.entryId);
  const next = onEntry(tx, said, entry);
  if (next !== null) {
    const saved = saveEntry(tx.db, next);
    tx.record({
      action: said === 'no-answer' ? 'waitlist.rung-in-vain' : 'waitlist.left',
      rows: rowsOf(saved),
      before: entry,
      after: saved,
    });
  }
  return after;
};

/** @throws DeskError NOT_FOUND, OFFER_OVER, STALE_VERSION */
export const answer = (
  ground: Ground,
  call: Call,
  { answer: said, ...sent }: OfOffer & { answer: Said },
): Offer => ground.write(call, (tx) => toOffer(tx.db, answerWithin(tx, sent, said), tx.now));

/** @throws DeskError NOT_FOUND, STALE_VERSION, SLOT_OFFERED */
export const leaveFree = (
  ground: Ground,
  call: Call,
  sent: { readonly id: FreedSlotId; readonly version: number },
): FreedSlot =>
  ground.write(call, (tx) => {
    const before = freedSlotById(tx.db, sent.id);
    if (before.ended === null) {
      refuseStale(tx.db, 'freed-slot', before, sent);
      const offered = openOfferOfSlot(tx.db, before.id, tx.now);
      if (offered)
        fail('SLOT_OFFERED', { by: staff(tx.db, offered.offeredBy).initials, expiresAt: offered.expiresAt });
      const after = saveEnding(tx.db, before.id, { ended: 'left-free', endedAt: tx.now, endedBy: null });
      tx.record({ action: 'freed-slot.left-free', rows: rowsOfCard(after), before, after, undoable: true });
    }
    return slotNow(tx.db, tx.now, freedSlotById(tx.db, sent.id));
  });
