/** Reading the cards: only what can still be offered is listed. */
import type { FreedSlotId } from '../../../contract/ids.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import {
  type Candidate,
  type FreedEnd,
  type FreedSlot,
  NAMES_AT_MOST,
} from '../../../contract/waitlist-offers.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { housesZone } from '../../practice/store/house.ts';
import type { Piece } from '../rules/freed.ts';
import { countStanding, type FreedRow, freedSlotById, standingSlots } from '../store/freed-slots.ts';
import { type OfferRow, openOfferOfSlot, openOffers, toOffer } from '../store/offers.ts';
import { type Around, aroundOf } from './around.ts';
import { matchingIn, rankedFor, toCandidates } from './candidates.ts';

/** What of the card is to be had now, the time of its own offer included; undefined when nothing is. */
export const partOf = (around: Around, card: FreedRow, offer: OfferRow | undefined): Piece | undefined =>
  around.parts(card, { but: offer?.holdId ?? null }).find(({ kind }) => kind === card.kind);

/** Why nothing of it is to be had. */
export const whyOver = (around: Around, card: FreedRow): FreedEnd => card.ended ?? around.over(card);

const toFreedSlot = (
  db: ReadDb,
  now: Instant,
  card: FreedRow,
  part: { readonly start: number; readonly end: number },
  offer: OfferRow | undefined,
  matching: number,
): FreedSlot => ({
  id: card.id,
  version: card.version,
  practitionerId: card.practitionerId,
  day: card.day,
  start: part.start,
  end: part.end,
  kind: card.kind,
  serves: card.serves,
  cause: card.cause,
  after: card.after,
  raisedAt: card.raisedAt,
  offer: offer === undefined ? null : toOffer(db, offer, now),
  ended: card.ended,
  matching,
});

/** One card as it is now, whether or not anything of it is left. */
export const slotNow = (db: ReadDb, now: Instant, card: FreedRow): FreedSlot => {
  const offer = openOfferOfSlot(db, card.id, now);
  const around = aroundOf(db, now, [card]);
  const part = partOf(around, card, offer);
  const ended = card.ended ?? (part === undefined ? whyOver(around, card) : null);
  const matching = part === undefined || ended !== null ? 0 : matchingIn(db, now)({ card, part });
  return { ...toFreedSlot(db, now, card, part ?? card, offer, matching), ended };
};

export const freed = ({ db, clock }: Ground): FreedSlot[] => {
  const now = clock.now();
  const cards = standingSlots(db, localNow(now, housesZone(db)).day);
  if (cards.length === 0) return [];
  const around = aroundOf(db, now, cards);
  const matching = matchingIn(db, now);
  const offers = new Map(openOffers(db, now).map((offer) => [offer.slotId, offer]));
  return cards.flatMap((card) => {
    const offer = offers.get(card.id);
    const part = partOf(around, card, offer);
    if (part === undefined) return [];
    return [toFreedSlot(db, now, card, part, offer, matching({ card, part }))];
  });
};

export const freedSlot = (
  { db, clock }: Ground,
  id: FreedSlotId,
): { slot: FreedSlot; candidates: Candidate[]; others: Candidate[]; othersCount: number } => {
  const now = clock.now();
  const card = freedSlotById(db, id);
  const offer = openOfferOfSlot(db, card.id, now);
  const around = aroundOf(db, now, [card]);
  const part = card.ended === null ? partOf(around, card, offer) : undefined;
  if (part === undefined) return { slot: slotNow(db, now, card), candidates: [], others: [], othersCount: 0 };
  const { candidates, others } = rankedFor(db, now, { card, part });
  return {
    slot: toFreedSlot(db, now, card, part, offer, candidates.length),
    candidates: toCandidates(db, now, candidates.slice(0, NAMES_AT_MOST)),
    others: toCandidates(
      db,
      now,
      others.filter(({ facts }, i) => i < NAMES_AT_MOST || facts.entryId === offer?.entryId),
    ),
    othersCount: others.length,
  };
};

/** For the home strip: an upper bound that costs nothing, right as soon as the journal has been read to its end. */
export const countFreed = (db: ReadDb, now: Instant): number => {
  const wall = localNow(now, housesZone(db));
  return countStanding(db, wall.day, wall.minute);
};
