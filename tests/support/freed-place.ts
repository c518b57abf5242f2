/** A place that comes free, and somebody who would leave her own later appointment for it. */
import { DUPONT, MARTIN } from './agenda-house.ts';
import type { OffersDesk } from './offers-desk.ts';

export const FRIDAY = '2026-11-27';

/** Somebody cancels Tuesday 10:00; Jean Martin has another appointment, by default on Friday at 11:00. */
export const freedFor = (desk: OffersDesk, kept: { readonly day?: string; readonly start?: number } = {}) => {
  const gone = desk.book({ patientId: DUPONT });
  const later = desk.book({ patientId: MARTIN, day: FRIDAY, start: 660, ...kept });
  const entry = desk.wantsSooner(later.id);
  desk.cancel(gone.id, gone.version);
  const [card] = desk.cards();
  if (!card) throw new Error('no card');
  return { card, entry, later };
};
