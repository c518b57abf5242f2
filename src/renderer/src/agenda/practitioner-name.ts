import type { Practitioner } from '../../../contract/practice.ts';

type Named = Pick<Practitioner, 'title' | 'familyName' | 'givenName'>;

/** « Dr Giraud », « Mme Rolland »: as people ask for them on the phone. */
export const practitionerName = ({ title, familyName }: Named): string =>
  title === '' ? familyName : `${title} ${familyName}`;

/** « Dr Adolphie Giraud », where two of them share a name. */
export const practitionerFullName = ({ title, familyName, givenName }: Named): string =>
  [title, givenName, familyName].filter((part) => part !== '').join(' ');
