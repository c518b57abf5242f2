/** The place is kept for somebody while she is on the phone. */
import type { FreedSlotId, WaitlistEntryId } from '../../../contract/ids.ts';
import type { AppointmentType } from '../../../contract/practice.ts';
import { type Instant, instantOf } from '../../../contract/time.ts';
import type { Offer, OverrideReason } from '../../../contract/waitlist-offers.ts';
import { typeOf } from '../../agenda/service/place.ts';
import { placeHold, refuseNotOffered } from '../../agenda/service.ts';
import { appointmentClaim } from '../../agenda/store/claims.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { staff } from '../../people/store.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { partFor } from '../rules/filters.ts';
import { type EntryRow, entryById } from '../store/entries.ts';
import { type FreedRow, freedSlotById } from '../store/freed-slots.ts';
import { insertOffer, type OfferRow, openOfferOfEntry, openOfferOfSlot, toOffer } from '../store/offers.ts';
import { rulesInForce } from '../store/rule-versions.ts';
import { waitlistSettings } from '../store/settings.ts';
import { aroundOf, newcomerType } from './around.ts';
import { standingOf } from './candidates.ts';
import { expireOffers, rowsOfOffer } from './expiry.ts';
import { partOf, whyOver } from './freed.ts';

export interface Offering {
  readonly slotId: FreedSlotId;
  readonly entryId: WaitlistEntryId;
  readonly override: OverrideReason | null;
}

const told = (db: ReadDb, { offeredBy, expiresAt }: OfferRow) => ({
  by: staff(db, offeredBy).initials,
  expiresAt,
});

/** What she would come for: her own appointment's type, or what this practitioner receives newcomers for. */
export const typeFor = (db: ReadDb, entry: EntryRow, card: FreedRow): AppointmentType | null => {
  const who = practitioner(db, card.practitionerId);
  if (entry.appointmentId === null) return newcomerType(appointmentTypes(db), who) ?? null;
  return typeOf(db, appointmentClaim(db, entry.appointmentId));
};

/** Nobody accepts a place whose hour has come. */
const holdUntil = (tx: Tx, card: FreedRow, start: number): Instant => {
  const hour = instantOf(card.day, start, housesZone(tx.db)) + 60_000;
  return Math.min(tx.now + waitlistSettings(tx.db).holdMinutes * 60_000, hour);
};

/** @throws DeskError as `offer`; also CONFLICT `not-waiting`, `other-list` */
export const offerWithin = (tx: Tx, { slotId, entryId, override }: Offering): OfferRow => {
  expireOffers(tx);
  const offeredBy = tx.call.actor.id ?? fail('NO_ACTOR', {});
  const card = freedSlotById(tx.db, slotId);
  const entry = entryById(tx.db, entryId);
  const standing = openOfferOfSlot(tx.db, slotId, tx.now);
  if (standing) {
    const same = standing.entryId === entryId && standing.offeredBy === offeredBy;
    return same ? standing : fail('SLOT_OFFERED', told(tx.db, standing));
  }
  const around = aroundOf(tx.db, tx.now, [card]);
  const part = card.ended === null ? partOf(around, card, undefined) : undefined;
  if (part === undefined) return fail('FREED_OVER', { why: whyOver(around, card) });
  if (entry.kind !== card.serves) fail('CONFLICT', { reason: 'other-list' });
  if (entry.state !== 'waiting') fail('CONFLICT', { reason: 'not-waiting' });
  const elsewhere = openOfferOfEntry(tx.db, entryId, tx.now);
  if (elsewhere) fail('ENTRY_OFFERED', told(tx.db, elsewhere));
  const { filtered, rank, facts } = standingOf(tx.db, tx.now, { card, part }, entryId);
  // Somebody who moved in this chain would be asked for ever: no reason said on the phone changes that.
  if (filtered.length > 0 && (override === null || filtered.includes('moved-in-chain')))
    fail('OFFER_FILTERED', { reasons: [...filtered] });
  const { practitionerId, day } = card;
  // Whoever comes sooner than she had wished, as said on the phone, is offered the first minutes.
  const wishes = filtered.includes('too-early') ? { ...facts.wishes, from: null } : facts.wishes;
  const hers = partFor({ ...facts, wishes }, part);
  const type = typeFor(tx.db, entry, card);
  refuseNotOffered(practitioner(tx.db, practitionerId), type);
  const expiresAt = holdUntil(tx, card, hers.start);
  const hold = placeHold(tx, {
    practitionerId,
    day,
    ...hers,
    kind: type?.kind ?? 'regular',
    expiresAt,
  });
  const offer = insertOffer(tx.db, {
    slotId,
    placesId: null,
    practitionerId,
    ...hers,
    entryId,
    holdId: hold.id,
    rulesId: rulesInForce(tx.db)?.id ?? null,
    score: rank.score,
    sentence: rank.sentence,
    override: filtered.length > 0 ? override : null,
    offeredAt: tx.now,
    offeredBy,
    expiresAt,
  });
  tx.record({
    action: 'offer.made',
    rows: rowsOfOffer(tx.db, offer),
    after: { ...offer, filtered },
  });
  return offer;
};

/**
 * Said twice by the same initials for the same person: the same offer.
 * @throws DeskError NOT_FOUND, FREED_OVER, SLOT_OFFERED, ENTRY_OFFERED, OFFER_FILTERED, SLOT_TAKEN, OUTSIDE_HOURS, CONFLICT
 */
export const offer = (ground: Ground, call: Call, offering: Offering): Offer =>
  ground.write(call, (tx) => toOffer(tx.db, offerWithin(tx, offering), tx.now));
