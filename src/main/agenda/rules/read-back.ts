/** The sentence that the receptionist reads back on the phone. French, with its typography. */
import type { Practitioner } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';
import { addDays, type Day, type LocalNow, type Minute } from '../../../contract/time.ts';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** As said of a woman, of a man; doctors need neither, their title says it. */
const SPOKEN: Readonly<Record<Profession, readonly [she: string, he: string] | null>> = {
  'general-practitioner': ['médecin généraliste', 'médecin généraliste'],
  specialist: ['médecin spécialiste', 'médecin spécialiste'],
  nurse: ['infirmière', 'infirmier'],
  physiotherapist: ['kinésithérapeute', 'kinésithérapeute'],
  midwife: ['sage-femme', 'sage-femme'],
  dentist: ['chirurgienne-dentiste', 'chirurgien-dentiste'],
  'speech-therapist': ['orthophoniste', 'orthophoniste'],
  podiatrist: ['pédicure-podologue', 'pédicure-podologue'],
  psychologist: ['psychologue', 'psychologue'],
  dietitian: ['diététicienne', 'diététicien'],
  'occupational-therapist': ['ergothérapeute', 'ergothérapeute'],
  orthoptist: ['orthoptiste', 'orthoptiste'],
  'psychomotor-therapist': ['psychomotricienne', 'psychomotricien'],
  other: null,
};

/** « 10 h 20 », « 9 h » : the spaces never break. */
export const spokenTime = (minute: Minute): string => {
  const rest = minute % 60;
  const hours = `${Math.floor(minute / 60)}\u00a0h`;
  return rest === 0 ? hours : `${hours}\u00a0${String(rest).padStart(2, '0')}`;
};

/** « jeudi 12 novembre », « mardi 1er décembre »; with the year when it is not this one. */
export const spokenDay = (day: Day, today: Day): string => {
  const date = Temporal.PlainDate.from(day);
  const number = date.day === 1 ? '1er' : String(date.day);
  const words = [WEEKDAYS[date.dayOfWeek - 1], number, MONTHS[date.month - 1]];
  if (day.slice(0, 4) !== today.slice(0, 4)) words.push(day.slice(0, 4));
  return words.join(' ');
};

/** « le Dr Nguyen », « Mme Rolland, infirmière ». The profession is said in the gender of the title only when it tells. */
export const spokenPractitioner = (
  practitioner: Pick<Practitioner, 'title' | 'familyName' | 'givenName' | 'profession'>,
): string => {
  const title = practitioner.title.trim();
  const bare = title.replace(/\.$/, '').toLowerCase();
  const name = practitioner.familyName;
  if (['dr', 'pr', 'docteur', 'professeur'].includes(bare)) return `le ${title}\u00a0${name}`;
  if (['dre', 'pre', 'docteure', 'professeure'].includes(bare)) return `la ${title}\u00a0${name}`;
  const spoken = SPOKEN[practitioner.profession];
  const she = ['mme', 'madame', 'mlle'].includes(bare);
  const he = ['m', 'mr', 'monsieur'].includes(bare);
  const full = title === '' ? `${practitioner.givenName} ${name}`.trim() : `${title}\u00a0${name}`;
  if (!spoken) return full;
  if (she || he) return `${full}, ${spoken[she ? 0 : 1]}`;
  return spoken[0] === spoken[1] ? `${full}, ${spoken[0]}` : full;
};

/** « Maison de santé fictive, 1 place du Parvis » : on one line, as it is written on a slip. */
export const whereSaid = (house: { readonly name: string; readonly address: string | null }): string =>
  [house.name, ...(house.address?.split(/\s*\n\s*/) ?? [])].filter((part) => part !== '').join(', ');

/** « jeudi 12 novembre à 10 h 20 avec le Dr Nguyen »; today and tomorrow are said as well. */
export const readBack = (
  at: { readonly day: Day; readonly start: Minute },
  practitioner: Pick<Practitioner, 'title' | 'familyName' | 'givenName' | 'profession'>,
  now: LocalNow,
): string => {
  const near = at.day === now.day ? 'aujourd’hui ' : at.day === addDays(now.day, 1) ? 'demain ' : '';
  const when = `${near}${spokenDay(at.day, now.day)} à ${spokenTime(at.start)}`;
  return `${when} avec ${spokenPractitioner(practitioner)}`;
};
