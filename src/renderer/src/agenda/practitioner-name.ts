import type { Practitioner } from '../../../contract/practice.ts';
import { type Profession, professionLabels } from '../../../contract/professions.ts';

type Named = Pick<Practitioner, 'title' | 'familyName' | 'givenName'>;

/** « Dr Giraud », « Mme Rolland »: as people ask for them on the phone. */
export const practitionerName = ({ title, familyName }: Named): string =>
  title === '' ? familyName : `${title} ${familyName}`;

/** « Dr Adolphie Giraud », where two of them share a name. */
export const practitionerFullName = ({ title, familyName, givenName }: Named): string =>
  [title, givenName, familyName].filter((part) => part !== '').join(' ');

/** Professions that are said otherwise of a woman. */
const OF_A_WOMAN: Partial<Readonly<Record<Profession, string>>> = {
  nurse: 'Infirmière',
  dietitian: 'Diététicienne',
  'psychomotor-therapist': 'Psychomotricienne',
};

/** « Infirmière » for Mme Rolland, « Infirmier » for M. Charles. */
export const professionSaid = ({ title, profession }: Pick<Practitioner, 'title' | 'profession'>): string =>
  (/^(?:mme|mlle|madame)/i.test(title.trim()) ? OF_A_WOMAN[profession] : undefined) ??
  professionLabels[profession].short;
