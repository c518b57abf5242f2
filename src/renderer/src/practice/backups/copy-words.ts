/** How a copy is named to whoever has to choose one. */
import type { CopyListed } from '../../../../contract/copy-listed.ts';

/** By the clock of the PC, like the copy's own name in its folder. */
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short' });
const short = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
const number = new Intl.NumberFormat('fr-FR');

export const momentText = (at: number): string => moment.format(at);

export const counted = (n: number, one: string, many: string): string =>
  `${number.format(n)} ${n < 2 ? one : many}`;

/** « 312 personnes, 1 204 rendez-vous ; dernière action le 23/11/2026 10:02 par SL » */
export const contentsText = ({ people, appointments, lastChange }: CopyListed): string => {
  if (people === null || appointments === null) return 'contenu non indiqué (version précédente de Parvis)';
  const last = lastChange
    ? `\u202f; dernière action le ${short.format(lastChange.at)} par ${lastChange.by}`
    : '';
  return `${counted(people, 'personne', 'personnes')}, ${counted(appointments, 'rendez-vous', 'rendez-vous')}${last}`;
};

const HOUR = 3_600_000;

/** « depuis 3 jours », « depuis 5 heures », « depuis moins d’une heure » */
export const sinceText = (since: number, now: number): string => {
  const hours = Math.floor(Math.max(0, now - since) / HOUR);
  if (hours < 1) return 'depuis moins d’une heure';
  if (hours < 48) return `depuis ${counted(hours, 'heure', 'heures')}`;
  return `depuis ${counted(Math.floor(hours / 24), 'jour', 'jours')}`;
};

/** A closed weekend says nothing; a key that stays away for three days does. */
const LASTS_MS = 3 * 24 * HOUR;
export const hasLasted = (since: number, now: number): boolean => now - since >= LASTS_MS;
