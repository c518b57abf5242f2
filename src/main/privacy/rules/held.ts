/**
 * Everything that the file may hold about one person, table by table: how its rows lead to her, what is handed over and
 * under which French name. completeness.test.ts reads the schema and compares: a table or a column that is neither here
 * nor left out with its reason fails. Pure.
 */
import { AGENDA } from './held/agenda.ts';
import { IDENTITY } from './held/identity.ts';
import { LISTS } from './held/lists.ts';
import { REFUSALS } from './held/refusals.ts';
import { REQUESTS } from './held/requests.ts';
import type { Held } from './held/types.ts';

export type { Column, Format, Held } from './held/types.ts';

/** In the order of the paper. */
export const HELD: readonly Held[] = [...IDENTITY, ...AGENDA, ...REQUESTS, ...REFUSALS, ...LISTS];

/** Tables from which a path leads to somebody, and which are nevertheless not handed over. */
export const NOT_HANDED: Readonly<Record<string, string>> = {
  patient_names: 'keys of the search, computed from the names that are handed over',
  freed_slots:
    'the time of a practitioner that became free; it names nobody, and the appointment that was there is handed over',
  erasures: 'numbers of what was erased, which lead to nothing any more',
  journal: 'handed over as the journal, entry by entry, by the rows that it names',
  journal_rows: 'says which journal entries are about the person: that is how they are found',
  journal_contents: 'what an entry kept of a change: the values are those of the rows, before and after',
};

/** Rows of the journal that are somebody's. */
export const PERSONAL_ENTITIES: readonly string[] = [
  'patient',
  'request',
  'claim',
  'callback',
  'return-line',
  'waitlist-entry',
  'waitlist-offer',
  'refusal',
  'redirection',
  'newcomer-place',
  'urgency-event',
  'decision',
  'criterion',
  'legal-hold',
];
