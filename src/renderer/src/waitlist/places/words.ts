/** What is said of a given place, where a freed time is said otherwise. One table a coded value. */
import type { GivenPlaces } from '../../../../contract/waitlist-offers.ts';
import { freedWords, type OfferWords } from '../freed/words.ts';

export const givenWords: OfferWords = {
  answers: { ...freedWords.answers, 'not-this-slot': 'n’a pas voulu cette place' },
  filters: {
    ...freedWords.filters,
    declined: 'n’a pas voulu cette place',
    'not-reached': 'n’a pas répondu aujourd’hui',
  },
  overrides: freedWords.overrides.map((choice) =>
    choice.value === 'place-suits-after-all'
      ? { ...choice, label: 'La place convient finalement' }
      : choice.value === 'nobody-else'
        ? { ...choice, label: 'Personne d’autre à appeler' }
        : choice,
  ),
  refusals: freedWords.refusals.map((choice) =>
    choice.value === 'not-this-slot' ? { ...choice, label: 'Pas cette place' } : choice,
  ),
};

export const closedTitles: Readonly<Record<NonNullable<GivenPlaces['closed']>, string>> = {
  used: 'Toutes les places sont pourvues',
  ended: 'La date de ces places est passée',
  withdrawn: 'Ces places ont été retirées',
};

/** The three criteria that a CPTS looks at, short enough for the head of a line. */
export const effectLabels = {
  'age-70': '70 ans ou plus',
  'long-term-illness': 'ALD',
  c2s: 'C2S',
} as const;
