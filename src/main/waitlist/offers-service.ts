/** Use cases of freed times and offers. */
export { accept } from './service/accept.ts';
export { answer, leaveFree } from './service/answer.ts';
export { expireOffers, markExpired } from './service/expiry.ts';
export { FREED_SLOTS, followFreed, watchOffers } from './service/follow-freed.ts';
export { countFreed, freed, freedSlot } from './service/freed.ts';
export { offer } from './service/offer.ts';
export { offerCompensations } from './service/undo-offers.ts';
