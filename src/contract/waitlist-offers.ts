/** A freed place, the places that a practitioner gives, and who is offered them (docs/spec/waitlist-offers.md). */
import * as z from 'zod';
import { Appointment, Booking, BookingAdvice } from './agenda.ts';
import { needs } from './base.ts';
import { CallbackDraft } from './callbacks.ts';
import {
  ClaimId,
  FreedSlotId,
  GivenPlacesId,
  PractitionerId,
  StaffId,
  WaitlistEntryId,
  WaitlistOfferId,
  WaitlistRulesId,
} from './ids.ts';
import { SlotKind } from './practice.ts';
import { Day, Instant, Minute } from './time.ts';
import { WaitlistKind, WaitlistLine } from './waitlist.ts';
import { FilterReason } from './waitlist-rank.ts';

/** What freed it. */
export const FreedCause = z.enum(['cancelled', 'moved', 'noshow', 'hours', 'extra', 'absence-ended']);
export type FreedCause = z.infer<typeof FreedCause>;

/** `taken`: somebody was booked there, by whatever way. `gone`: no longer open. `past`: its hour came. */
export const FreedEnd = z.enum(['taken', 'gone', 'past', 'left-free']);
export type FreedEnd = z.infer<typeof FreedEnd>;

/** Why somebody whom a filter holds back is offered the place all the same. A closed list, journalled. */
export const OverrideReason = z.enum([
  'agreed-by-phone',
  'practitioner-asks',
  'wish-changed',
  'place-suits-after-all',
  'nobody-else',
]);
export type OverrideReason = z.infer<typeof OverrideReason>;

export const OfferAnswer = z.enum([
  'accepted',
  'not-this-slot',
  'no-answer',
  'no-longer-looking',
  /** Nobody said anything in time: the place is free for the next. */
  'expired',
  /** Taken back by whoever offered it. */
  'withdrawn',
]);
export type OfferAnswer = z.infer<typeof OfferAnswer>;

/** One person × one place, as it was offered: with the rule and the sentence of that moment, for ever. */
export const Offer = z.object({
  id: WaitlistOfferId,
  version: z.int(),
  of: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('freed'), id: FreedSlotId, day: Day, start: Minute, end: Minute }),
    z.object({ kind: z.literal('given'), id: GivenPlacesId }),
  ]),
  practitionerId: PractitionerId,
  entryId: WaitlistEntryId,
  /** The claim that keeps the place meanwhile; null for a given place, which has no hour. */
  holdId: ClaimId.nullable(),
  rulesId: WaitlistRulesId.nullable(),
  score: z.int(),
  sentence: z.string(),
  override: OverrideReason.nullable(),
  offeredAt: Instant,
  offeredBy: StaffId,
  expiresAt: Instant,
  answer: OfferAnswer.nullable(),
  answeredAt: Instant.nullable(),
  answeredBy: StaffId.nullable(),
  appointmentId: ClaimId.nullable(),
});
export type Offer = z.infer<typeof Offer>;

export const FreedSlot = z.object({
  id: FreedSlotId,
  version: z.int(),
  practitionerId: PractitionerId,
  day: Day,
  start: Minute,
  end: Minute,
  kind: SlotKind,
  /** Which list it serves: `registration` from newcomer ranges, `earlier` otherwise. */
  serves: WaitlistKind,
  cause: FreedCause,
  /** The card whose acceptance freed this one, if any. */
  after: FreedSlotId.nullable(),
  raisedAt: Instant,
  /** Standing now, if somebody is being offered it. */
  offer: Offer.nullable(),
  ended: FreedEnd.nullable(),
  /** How many people come in question. */
  matching: z.int(),
});
export type FreedSlot = z.infer<typeof FreedSlot>;

/** Somebody who comes in question, or (with reasons) does not. */
export const Candidate = WaitlistLine.extend({
  /** Empty: comes in question. */
  filtered: z.array(FilterReason),
  /** Offered this very place before. */
  offers: z.array(Offer),
});
export type Candidate = z.infer<typeof Candidate>;

export const GivenPlaces = z.object({
  id: GivenPlacesId,
  version: z.int(),
  practitionerId: PractitionerId,
  count: z.int(),
  /** Last day on which they are given. */
  until: Day,
  taken: z.int(),
  /** Offered right now, and kept meanwhile. */
  inOffer: z.int(),
  left: z.int(),
  givenAt: Instant,
  givenBy: StaffId,
  closedAt: Instant.nullable(),
  /** `used`: all of them. `ended`: its day passed. `withdrawn`: taken back. */
  closed: z.enum(['used', 'ended', 'withdrawn']).nullable(),
});
export type GivenPlaces = z.infer<typeof GivenPlaces>;

/** A share, in people. Null where fewer than 11 stand behind it: nobody must be recognised. */
export const Share = z.object({ n: z.int().nullable(), of: z.int() });
export type Share = z.infer<typeof Share>;

/** What these places would do to the list: for the three criteria that the CPTS looks at. */
export const Effect = z.object({
  criterion: z.enum(['age-70', 'long-term-illness', 'c2s']),
  /** Among those served in the last twelve months together with those who come next. */
  served: Share,
  /** Among those who wait. */
  list: Share,
});
export type Effect = z.infer<typeof Effect>;

/** More than anybody rings for one place; the next ones come up as these are answered. */
export const NAMES_AT_MOST = 60;

const ofOffer = z.object({ id: WaitlistOfferId, version: z.int() });

export const waitlistOffers = {
  /** Cards that stand: still free, still to come; the nearest first. */
  freed: needs('desk.read').output(z.array(FreedSlot)),
  /**
   * One card with the first `NAMES_AT_MOST` names in order (`slot.matching` says how many there are); `others`: those who
   * do not come in question, each with the reasons, as many of `othersCount`. Whoever is on the phone is always there.
   */
  freedSlot: needs('desk.read')
    .input(z.object({ id: FreedSlotId }))
    .output(
      z.object({
        slot: FreedSlot,
        candidates: z.array(Candidate),
        others: z.array(Candidate),
        othersCount: z.int(),
      }),
    ),
  /**
   * Holds the place for this person while she is on the phone. Said twice by the same desk for the same person: the same offer.
   * @throws SLOT_OFFERED somebody is being offered it; ENTRY_OFFERED she is being offered another; FREED_OVER; OFFER_FILTERED
   * without a reason for whoever a filter holds back; SLOT_TAKEN, OUTSIDE_HOURS
   */
  offer: needs('requests.write')
    .input(
      z.object({
        slotId: FreedSlotId,
        entryId: WaitlistEntryId,
        override: OverrideReason.nullable().default(null),
      }),
    )
    .output(Offer),
  /**
   * What she said. Accepted: books (registration) or moves her later appointment here (earlier), closes her entry and ends the
   * hold, in one commit. `next`: the card of the place that she freed by coming sooner, to go on with or not.
   * @throws OFFER_OVER expired or answered meanwhile; CONFLICT `entry-closed`; STALE_VERSION; PATIENT_BUSY
   */
  answer: needs('requests.write')
    .input(
      ofOffer.extend({
        answer: OfferAnswer.exclude(['expired', 'accepted']),
      }),
    )
    .output(Offer),
  accept: needs('requests.write')
    .input(ofOffer.extend({ acceptPatientBusy: z.boolean().default(false) }))
    .output(
      z.object({
        offer: Offer,
        appointment: Appointment,
        advice: BookingAdvice,
        next: FreedSlot.nullable(),
      }),
    ),
  /** Nobody else is to be rung for it: free for ordinary booking. */
  leaveFree: needs('requests.write')
    .input(z.object({ id: FreedSlotId, version: z.int() }))
    .output(FreedSlot),
};

export const givenPlaces = {
  /** Given and not used up, the nearest end first. */
  givenPlaces: needs('desk.read').output(z.array(GivenPlaces)),
  /** Who would come next, and what it would do to the list. Nothing is written. */
  previewPlaces: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId, count: z.int().min(1).max(50) }))
    .output(z.object({ next: z.array(Candidate), effect: z.array(Effect), waiting: z.int() })),
  /** By the practitioner, or by reception as she said. @throws INVALID_INPUT, FORBIDDEN, CONFLICT `places-standing` */
  givePlaces: needs('policies.write')
    .input(z.object({ practitionerId: PractitionerId, count: z.int().min(1).max(50), until: Day }))
    .output(GivenPlaces),
  /** Those that nobody has yet are taken back. */
  withdrawPlaces: needs('policies.write')
    .input(z.object({ id: GivenPlacesId, version: z.int() }))
    .output(GivenPlaces),
  places: needs('desk.read')
    .input(z.object({ id: GivenPlacesId }))
    .output(z.object({ places: GivenPlaces, candidates: z.array(Candidate), others: z.array(Candidate) })),
  /** @throws PLACES_OVER, ENTRY_OFFERED, OFFER_FILTERED */
  offerPlace: needs('requests.write')
    .input(
      z.object({
        placesId: GivenPlacesId,
        entryId: WaitlistEntryId,
        override: OverrideReason.nullable().default(null),
      }),
    )
    .output(Offer),
  /** Taken on: with a first appointment, or with a promised call-back that says when; never with neither. */
  acceptPlace: needs('requests.write')
    .input(
      ofOffer.extend({
        with: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('appointment'), booking: Booking.omit({ patientId: true }) }),
          z.object({ kind: z.literal('callback'), callback: CallbackDraft.pick({ due: true, owner: true }) }),
        ]),
      }),
    )
    .output(z.object({ offer: Offer, places: GivenPlaces, appointment: Appointment.nullable() })),
};
