/** What freed places and offers are called on screen. One table a coded value; sentences are made in `text.ts`. */

import type {
  FreedCause,
  FreedEnd,
  FreedSlot,
  OfferAnswer,
  OverrideReason,
} from '../../../../contract/waitlist-offers.ts';
import type { FilterReason } from '../../../../contract/waitlist-rank.ts';

export const causeLabels: Readonly<Record<FreedCause, string>> = {
  cancelled: 'rendez-vous annulé',
  moved: 'rendez-vous déplacé',
  noshow: 'personne non venue',
  hours: 'horaires ouverts',
  extra: 'créneau ajouté',
  'absence-ended': 'absence levée',
};

export const endTitles: Readonly<Record<FreedEnd, string>> = {
  taken: 'Ce créneau est pris',
  gone: 'Ce créneau n’est plus ouvert',
  past: 'L’heure de ce créneau est passée',
  'left-free': 'Créneau laissé à la réservation ordinaire',
};

/** Which list is asked. */
export const servedLabels: Readonly<Record<FreedSlot['serves'], string>> = {
  earlier: 'pour venir plus tôt',
  registration: 'pour une première prise en charge',
};

export const filterLabels: Readonly<Record<FilterReason, string>> = {
  'other-profession': 'attend une autre profession',
  'other-practitioner': 'attend un autre praticien',
  'practitioner-sex': 'a choisi de voir une femme, ou un homme',
  'other-day': 'ne peut pas ce jour-là',
  'too-early': 'ne peut pas si tôt',
  'too-late': 'ne peut pas si tard',
  'too-short': 'a besoin de plus de temps',
  'home-visit': 'a besoin d’une visite à domicile',
  'not-step-free': 'a besoin d’un accès de plain-pied',
  'not-earlier': 'a déjà un rendez-vous avant',
  busy: 'a un autre rendez-vous à cette heure',
  declined: 'n’a pas voulu ce créneau',
  'not-reached': 'n’a pas répondu pour ce créneau',
  'in-offer': 'est en ligne pour une autre place',
  'moved-in-chain': 'a déjà avancé dans cette suite',
};

export interface Choice<C> {
  readonly value: C;
  readonly label: string;
}

/** In the order of their digits. */
export const overrides: readonly Choice<OverrideReason>[] = [
  { value: 'agreed-by-phone', label: 'D’accord au téléphone' },
  { value: 'practitioner-asks', label: 'Le praticien le demande' },
  { value: 'wish-changed', label: 'Ses souhaits ont changé' },
  { value: 'place-suits-after-all', label: 'Le créneau convient finalement' },
  { value: 'nobody-else', label: 'Personne d’autre ne peut' },
];

export type Said = Exclude<OfferAnswer, 'accepted' | 'expired' | 'withdrawn'>;

/** In the order of their digits, after 1 which takes the place. */
export const refusals: readonly Choice<Said>[] = [
  { value: 'not-this-slot', label: 'Pas ce créneau' },
  { value: 'no-answer', label: 'Pas de réponse' },
  { value: 'no-longer-looking', label: 'Ne cherche plus' },
];

/** What came of an offer, once it is over. */
export const answerLabels: Readonly<Record<OfferAnswer, string>> = {
  accepted: 'a accepté',
  'not-this-slot': 'n’a pas voulu ce créneau',
  'no-answer': 'n’a pas répondu',
  'no-longer-looking': 'ne cherche plus',
  expired: 'le temps s’est écoulé sans réponse',
  withdrawn: 'proposition retirée',
};

/** A freed time and a given place are refused, filtered and offered all the same in words of their own. */
export interface OfferWords {
  readonly answers: Readonly<Record<OfferAnswer, string>>;
  readonly filters: Readonly<Record<FilterReason, string>>;
  readonly overrides: readonly Choice<OverrideReason>[];
  readonly refusals: readonly Choice<Said>[];
}

export const freedWords: OfferWords = {
  answers: answerLabels,
  filters: filterLabels,
  overrides,
  refusals,
};
