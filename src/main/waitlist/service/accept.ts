/** She takes it: booked or moved here, off the list, the hold over, and the time that she leaves on a card; one commit. */
import type { Appointment, BookingAdvice } from '../../../contract/agenda.ts';
import type { FreedSlot, Offer } from '../../../contract/waitlist-offers.ts';
import { bookWithin, moveWithin, releaseHold } from '../../agenda/service.ts';
import { appointmentClaim } from '../../agenda/store/claims.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { historyOf, type JournalRecord, type RowRef } from '../../core/journal.ts';
import { type EntryRow, entryById, saveEntry } from '../store/entries.ts';
import { type FreedRow, freedSlotById } from '../store/freed-slots.ts';
import { type OfferRow, saveAnswer, toOffer } from '../store/offers.ts';
import { closed, type OfOffer, standing } from './answer.ts';
import { raise, settle } from './cards.ts';
import { rowsOfOffer } from './expiry.ts';
import { slotNow } from './freed.ts';
import { typeFor } from './offer.ts';
import { rowsOf } from './shared.ts';

export interface Accepted {
  readonly offer: Offer;
  readonly appointment: Appointment;
  readonly advice: BookingAdvice;
  readonly next: FreedSlot | null;
}

export type Accepting = OfOffer & { readonly acceptPatientBusy: boolean };

/** The agenda's own entry tells of offer and entry too: undoing it takes all of it back (undo.ts). */
const aboutOf = (offer: OfferRow, card: FreedRow): RowRef[] => [
  { entity: 'waitlist-offer', id: offer.id },
  { entity: 'waitlist-entry', id: offer.entryId },
  { entity: 'freed-slot', id: card.id },
];

const intoAgenda = (
  tx: Tx,
  { offer, card, entry }: { readonly offer: OfferRow; readonly card: FreedRow; readonly entry: EntryRow },
  acceptPatientBusy: boolean,
) => {
  const { practitionerId, day } = card;
  const start = found(offer.start, 'waitlist-offer');
  const about = aboutOf(offer, card);
  if (entry.appointmentId !== null) {
    const { id, version } = appointmentClaim(tx.db, entry.appointmentId);
    return moveWithin(tx, { id, version, practitionerId, day, start, acceptPatientBusy }, about);
  }
  const type = typeFor(tx.db, entry, card) ?? failFields({ path: 'appointmentTypeId', code: 'not-offered' });
  const minutes = found(offer.end, 'waitlist-offer') - start;
  return bookWithin(
    tx,
    {
      practitionerId,
      day,
      start,
      minutes,
      appointmentTypeId: type.id,
      patientId: entry.patientId,
      acceptPatientBusy,
    },
    about,
  );
};

/** The agenda's entry of this very commit. */
const entryOf = (tx: Tx, { id }: Appointment): JournalRecord =>
  found(
    historyOf(tx.db, { entity: 'claim', id }).findLast(
      ({ action }) => action === 'appointment.moved' || action === 'appointment.booked',
    ),
    'journal',
  );

/** @throws DeskError OFFER_OVER, STALE_VERSION, CONFLICT `entry-closed`, PATIENT_BUSY, STATUS_NOT_ALLOWED, SLOT_TAKEN, OUTSIDE_HOURS */
export const accept = (ground: Ground, call: Call, { acceptPatientBusy, ...sent }: Accepting): Accepted =>
  ground.write(call, (tx) => {
    const before = standing(tx, sent);
    const card = freedSlotById(tx.db, found(before.slotId, 'freed-slot'));
    const entry = entryById(tx.db, before.entryId);
    if (entry.state === 'closed') fail('CONFLICT', { reason: 'entry-closed' });
    if (before.holdId !== null) releaseHold(tx, before.holdId);
    const { appointment, advice } = intoAgenda(tx, { offer: before, card, entry }, acceptPatientBusy);
    const after = saveAnswer(tx.db, before.id, {
      answer: 'accepted',
      answeredAt: tx.now,
      answeredBy: tx.call.actor.id,
      appointmentId: appointment.id,
    });
    tx.record({ action: 'offer.accepted', rows: rowsOfOffer(tx.db, after), before, after });
    const served = saveEntry(tx.db, closed(tx, entry, 'accepted'));
    tx.record({
      action: 'waitlist.served',
      rows: rowsOf(served),
      before: entry,
      after: served,
    });
    const told = entryOf(tx, appointment);
    const [next] = raise(tx, told);
    settle(tx, told, { practitionerId: card.practitionerId, from: card.day, to: card.day });
    return {
      offer: toOffer(tx.db, after, tx.now),
      appointment,
      advice,
      next: next === undefined ? null : slotNow(tx.db, tx.now, next),
    };
  });
