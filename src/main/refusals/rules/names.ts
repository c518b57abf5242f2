/** How a practitioner is named in a French sentence: with the article that the title wants, and nothing about a sex that nobody told. Pure. */
import type { Practitioner } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';

export type Named = Pick<Practitioner, 'title' | 'familyName' | 'givenName'>;

const NO_BREAK = '\u00a0';

/** Titles that take an article; a title that is not here takes none. */
const ARTICLES: Readonly<Record<string, 'le' | 'la'>> = {
  dr: 'le',
  docteur: 'le',
  pr: 'le',
  professeur: 'le',
  dre: 'la',
  pre: 'la',
  docteure: 'la',
  professeure: 'la',
};
const FEMININE: readonly string[] = ['mme', 'mlle', 'madame', 'dre', 'docteure', 'pre', 'professeure'];

const bareTitle = (title: string): string => title.trim().toLocaleLowerCase('fr-FR').replace(/\.$/u, '');
const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part.trim() !== '').join(NO_BREAK);

/** « Dr Linh Nguyen » */
export const wholeName = ({ title, givenName, familyName }: Named): string =>
  [joined(title, givenName), familyName].filter((part) => part !== '').join(' ');

/** « Dr Nguyen », or the whole name where nothing tells two people apart, or no title makes a name polite. */
const spoken = (person: Named, others: readonly Named[]): string =>
  person.title.trim() === '' || others.some((other) => isNamesake(other, person))
    ? wholeName(person)
    : joined(person.title, person.familyName);

const isNamesake = (a: Named, b: Named): boolean =>
  a.familyName.toLocaleUpperCase('fr-FR') === b.familyName.toLocaleUpperCase('fr-FR') &&
  a.givenName !== b.givenName;

/** « le Dr Nguyen », « Mme Rolland », « Alma Fictif » @param others of the house, to tell namesakes apart */
export const inSentence = (person: Named, others: readonly Named[]): string => {
  const article = ARTICLES[bareTitle(person.title)];
  const name = spoken(person, others);
  return article === undefined ? name : `${article} ${name}`;
};

/** « du Dr Nguyen », « de la Dre Petit », « de Mme Rolland », « d’Alma Fictif » */
export const ofPerson = (person: Named, others: readonly Named[]): string => {
  const article = ARTICLES[bareTitle(person.title)];
  const name = spoken(person, others);
  if (article === 'le') return `du ${name}`;
  if (article === 'la') return `de la ${name}`;
  return /^[aeiouyàâäéèêëîïôöùûü]/iu.test(name) ? `d’${name}` : `de ${name}`;
};

/** At the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** « A », « A et B », « A, B et C » */
export const listed = (names: readonly string[], last: 'et' | 'ou' = 'et'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;

type Both = readonly [masculine: string, feminine: string];
const PROFESSIONS: Readonly<Record<Profession, string | Both>> = {
  'general-practitioner': 'médecin généraliste',
  specialist: 'médecin spécialiste',
  nurse: ['infirmier', 'infirmière'],
  physiotherapist: ['masseur-kinésithérapeute', 'masseuse-kinésithérapeute'],
  midwife: 'sage-femme',
  dentist: ['chirurgien-dentiste', 'chirurgienne-dentiste'],
  'speech-therapist': 'orthophoniste',
  podiatrist: 'pédicure-podologue',
  psychologist: 'psychologue',
  dietitian: ['diététicien', 'diététicienne'],
  'occupational-therapist': 'ergothérapeute',
  orthoptist: 'orthoptiste',
  'psychomotor-therapist': ['psychomotricien', 'psychomotricienne'],
  other: 'professionnel de santé',
};

/** « infirmière » for Mme, « infirmier » for M.; for whoever has a title without sex, or none, the usual form. */
export const professionOf = (title: string, profession: Profession): string => {
  const names = PROFESSIONS[profession];
  if (typeof names === 'string') return names;
  const bare = bareTitle(title);
  if (FEMININE.includes(bare)) return names[1];
  return names[0];
};
