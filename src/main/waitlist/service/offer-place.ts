/** A given place is kept while the person is on the phone; taken, with an appointment or with a call that says when. */
import type { Appointment, Booking } from '../../../contract/agenda.ts';
import type { CallbackDraft } from '../../../contract/callbacks.ts';
import type { GivenPlacesId, WaitlistEntryId } from '../../../contract/ids.ts';
import type { GivenPlaces, Offer, OverrideReason } from '../../../contract/waitlist-offers.ts';
import { bookWithin } from '../../agenda/service.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { staff } from '../../people/store.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { promiseWithin } from '../../requests/service.ts';
import { type EntryRow, entryById, saveEntry } from '../store/entries.ts';
import { type GivenRow, givenPlacesById, saveClosed, takenAndInOffer } from '../store/given-places.ts';
import {
  insertOffer,
  type OfferRow,
  offersOfPlaces,
  openOfferOfEntry,
  saveAnswer,
  toOffer,
} from '../store/offers.ts';
import { rulesInForce } from '../store/rule-versions.ts';
import { waitlistSettings } from '../store/settings.ts';
import { closed, type OfOffer, standing } from './answer.ts';
import { expireOffers, rowsOfOffer } from './expiry.ts';
import { asOf, ringing, rowsOfPlaces, toGivenPlaces } from './given-places.ts';
import { rowsOf, staffOf } from './shared.ts';

export interface OfferingPlace {
  readonly placesId: GivenPlacesId;
  readonly entryId: WaitlistEntryId;
  readonly override: OverrideReason | null;
}

/** @throws DeskError PLACES_OVER */
const stillGiven = (tx: Tx, id: GivenPlacesId): GivenRow => {
  const row = asOf(tx.db, tx.now, givenPlacesById(tx.db, id));
  if (row.closed !== null) fail('PLACES_OVER', { why: row.closed });
  const { taken, inOffer } = takenAndInOffer(tx.db, id, tx.now);
  return taken + inOffer < row.count ? row : fail('PLACES_OVER', { why: 'used' });
};

/** @throws DeskError CONFLICT, ENTRY_OFFERED */
const refuseNotWaiting = (tx: Tx, entry: EntryRow): void => {
  if (entry.kind !== 'registration') fail('CONFLICT', { reason: 'other-list' });
  if (entry.state !== 'waiting') fail('CONFLICT', { reason: 'not-waiting' });
  const elsewhere = openOfferOfEntry(tx.db, entry.id, tx.now);
  if (elsewhere)
    fail('ENTRY_OFFERED', { by: staff(tx.db, elsewhere.offeredBy).initials, expiresAt: elsewhere.expiresAt });
};

const offerPlaceWithin = (tx: Tx, { placesId, entryId, override }: OfferingPlace): OfferRow => {
  const offeredBy = staffOf(tx);
  expireOffers(tx);
  const entry = entryById(tx.db, entryId);
  const again = offersOfPlaces(tx.db, placesId).find(
    (one) => one.answer === null && one.entryId === entryId && one.offeredBy === offeredBy,
  );
  if (again) return again;
  const { practitionerId } = stillGiven(tx, placesId);
  refuseNotWaiting(tx, entry);
  const { candidates, others } = ringing(tx.db, tx.now, practitionerId, placesId).standing;
  const hers = [...candidates, ...others].find(({ facts }) => facts.entryId === entryId);
  // Of another profession: not even among those whom a reason of the closed list could bring in.
  if (hers === undefined) return fail('OFFER_FILTERED', { reasons: ['other-profession'] });
  if (hers.filtered.length > 0 && override === null) fail('OFFER_FILTERED', { reasons: [...hers.filtered] });
  const after = insertOffer(tx.db, {
    slotId: null,
    placesId,
    practitionerId,
    start: null,
    end: null,
    entryId,
    holdId: null,
    rulesId: rulesInForce(tx.db)?.id ?? null,
    score: hers.rank.score,
    sentence: hers.rank.sentence,
    override: hers.filtered.length > 0 ? override : null,
    offeredAt: tx.now,
    offeredBy,
    expiresAt: tx.now + waitlistSettings(tx.db).holdMinutes * 60_000,
  });
  tx.record({
    action: 'offer.made',
    rows: rowsOfOffer(tx.db, after),
    after: { ...after, filtered: hers.filtered },
  });
  return after;
};

/**
 * Said twice by the same initials for the same person: the same offer.
 * @throws DeskError NOT_FOUND, PLACES_OVER, ENTRY_OFFERED, OFFER_FILTERED, CONFLICT
 */
export const offerPlace = (ground: Ground, call: Call, offering: OfferingPlace): Offer =>
  ground.write(call, (tx) => toOffer(tx.db, offerPlaceWithin(tx, offering), tx.now));

export type TakenWith =
  | { readonly kind: 'appointment'; readonly booking: Omit<Booking, 'patientId'> }
  | { readonly kind: 'callback'; readonly callback: Pick<CallbackDraft, 'due' | 'owner'> };

/** The undoable entry of the commit: the agenda's own, or one that tells of the promised call. */
const leadOn = (tx: Tx, offer: OfferRow, entry: EntryRow, sent: TakenWith, given: GivenRow) => {
  const about: RowRef[] = [
    { entity: 'waitlist-offer', id: offer.id },
    { entity: 'waitlist-entry', id: entry.id },
    { entity: 'given-places', id: given.id },
  ];
  if (sent.kind === 'appointment') {
    if (sent.booking.practitionerId !== given.practitionerId)
      failFields({ path: 'with.booking.practitionerId', code: 'other-practitioner' });
    return bookWithin(tx, { ...sent.booking, patientId: entry.patientId }, about).appointment;
  }
  if (sent.callback.due <= tx.now) failFields({ path: 'with.callback.due', code: 'past' });
  const promised = promiseWithin(
    tx,
    { ...sent.callback, patientId: entry.patientId },
    null,
    'with.callback.',
  );
  tx.record({
    action: 'places.taken',
    rows: [...about, { entity: 'callback', id: promised.id }, { entity: 'patient', id: entry.patientId }],
    after: offer,
    undoable: true,
  });
  return null;
};

export interface TakenPlace {
  readonly offer: Offer;
  readonly places: GivenPlaces;
  readonly appointment: Appointment | null;
}

/** @throws DeskError OFFER_OVER, PLACES_OVER, STALE_VERSION, INVALID_INPUT, CONFLICT, and those of a booking */
export const acceptPlace = (
  ground: Ground,
  call: Call,
  { with: sent, ...of }: OfOffer & { readonly with: TakenWith },
): TakenPlace =>
  ground.write(call, (tx) => {
    const before = standing(tx, of);
    const given = givenPlacesById(tx.db, found(before.placesId, 'given-places'));
    if (!practitioner(tx.db, given.practitionerId).active) fail('PLACES_OVER', { why: 'withdrawn' });
    const entry = entryById(tx.db, before.entryId);
    if (entry.state === 'closed') fail('CONFLICT', { reason: 'entry-closed' });
    const appointment = leadOn(tx, before, entry, sent, given);
    const offer = saveAnswer(tx.db, before.id, {
      answer: 'accepted',
      answeredAt: tx.now,
      answeredBy: tx.call.actor.id,
      appointmentId: appointment?.id ?? null,
    });
    tx.record({ action: 'offer.accepted', rows: rowsOfOffer(tx.db, offer), before, after: offer });
    const served = saveEntry(tx.db, closed(tx, entry, 'accepted'));
    tx.record({
      action: 'waitlist.served',
      rows: rowsOf(served),
      before: entry,
      after: served,
    });
    const places = closeAtZero(tx, given);
    return {
      offer: toOffer(tx.db, offer, tx.now),
      places: toGivenPlaces(tx.db, tx.now, places),
      appointment,
    };
  });

/** The last one taken closes them. */
const closeAtZero = (tx: Tx, before: GivenRow): GivenRow => {
  if (before.closed !== null || takenAndInOffer(tx.db, before.id, tx.now).taken < before.count) return before;
  const after = saveClosed(tx.db, before, { closed: 'used', closedAt: tx.now });
  tx.record({ action: 'places.used', rows: rowsOfPlaces(after), before, after });
  return after;
};
