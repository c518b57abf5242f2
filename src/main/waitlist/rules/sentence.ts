/**
 * The rank in words, for the receptionist: « 78 ans, ALD, attend depuis 41 jours, disponible le matin ». Only what speaks
 * for the person; neither name nor sex (no word here agrees with one), neither commune nor origin.
 */

import { ageLabel } from '../../../contract/birth.ts';
import type { AskedCriterion, Criterion } from '../../../contract/criteria.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { Day, Minute } from '../../../contract/time.ts';
import type { RankFacts } from './facts.ts';

const asked: Readonly<Record<AskedCriterion, string>> = {
  'long-term-illness': 'ALD',
  c2s: 'C2S',
  pregnancy: 'grossesse',
  'hospital-discharge': 'sortie d’hôpital',
  'doctor-gone': 'médecin traitant parti',
  'reduced-mobility': 'mobilité réduite',
};

const criterionWords = (criterion: Criterion, birth: BirthDate, today: Day): string =>
  criterion === 'age-70' || criterion === 'child-under-2' ? ageLabel(birth, today) : asked[criterion];

const waitingWords = (days: number): string =>
  days === 0 ? 'attend depuis aujourd’hui' : `attend depuis ${days} jour${days > 1 ? 's' : ''}`;

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const NOON = 12 * 60;

const hour = (minute: Minute): string => {
  const rest = minute % 60;
  const hours = `${Math.floor(minute / 60)}\u00a0h`;
  return rest === 0 ? hours : `${hours}\u00a0${String(rest).padStart(2, '0')}`;
};

const daysWords = (days: readonly number[]): string => {
  if (days.length === 0) return '';
  const named = [...new Set(days)].sort((a, b) => a - b).map((day) => `le ${WEEKDAYS[day - 1]}`);
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} et ${last}`;
};

const hoursWords = (from: Minute | null, to: Minute | null): string => {
  if (from === null) return to === null ? '' : to === NOON ? 'le matin' : `avant ${hour(to)}`;
  if (to !== null) return `entre ${hour(from)} et ${hour(to)}`;
  return from === NOON ? 'l’après-midi' : `à partir de ${hour(from)}`;
};

/** « disponible le mardi et le jeudi, le matin »; empty when any time will do. */
const whenWords = ({ days, from, to }: RankFacts['wishes']): string => {
  const onDays = daysWords(days);
  const atHours = hoursWords(from, to);
  if (onDays === '') return atHours === '' ? '' : `disponible ${atHours}`;
  return atHours === '' ? `disponible ${onDays}` : `disponible ${onDays}, ${atHours}`;
};

/** @param counting those that give points, in the order in which they are said */
export const sentenceOf = (
  facts: Pick<RankFacts, 'birth' | 'wishes'>,
  counting: readonly Criterion[],
  waitingDays: number,
  today: Day,
): string => {
  const words = counting.map((criterion) => criterionWords(criterion, facts.birth, today));
  words.push(waitingWords(waitingDays));
  const when = whenWords(facts.wishes);
  if (when !== '') words.push(when);
  if (facts.wishes.atShortNotice) words.push('disponible vite');
  return words.join(', ');
};
