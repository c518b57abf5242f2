/** Redirections, and what an entry has answered, as sentences. Pure. */
import type { EntryOutcomes, Redirection } from '../../../contract/redirections.ts';
import type { Day } from '../../../contract/time.ts';
import { redirectedText } from '../requests/said.ts';

/** « 12/11 » */
const dayAndMonth = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

const plural = (count: number, one: string, more: string): string =>
  `${count}\u00a0${count > 1 ? more : one}`;

/** « Complet depuis le 12/11 » ; null while nothing bad is known. */
export const badNews = ({ fullSince, unreachableSince }: EntryOutcomes): string | null => {
  if (fullSince !== null) return `Complet depuis le ${dayAndMonth(fullSince)}`;
  return unreachableSince === null ? null : `Injoignable depuis le ${dayAndMonth(unreachableSince)}`;
};

/** « 3 personnes orientées, 1 acceptée, 1 en attente » */
export const countsText = ({ sent, accepted, waiting }: EntryOutcomes): string =>
  [
    plural(sent, 'personne orientée', 'personnes orientées'),
    ...(accepted === 0 ? [] : [plural(accepted, 'acceptée', 'acceptées')]),
    ...(waiting === 0 ? [] : [`${waiting}\u00a0en attente`]),
  ].join(', ');

/** What came of those sent there, in one line. */
export const outcomesText = (outcomes: EntryOutcomes): string =>
  [badNews(outcomes), countsText(outcomes)].filter((part) => part !== null).join(', ');

/** To whom, as it was said. */
export const whomText = ({ to }: Pick<Redirection, 'to'>): string => redirectedText(to, []);

export const triesText = (attempts: number, last: string): string =>
  attempts === 1 ? `1 essai, ${last}` : `${attempts} essais, le dernier ${last}`;
