/** What is handed over about one person, from her rows. Pure. */
import { birthText } from '../../../contract/birth.ts';
import { dayText } from '../../../contract/day-text.ts';
import { phonePairs } from '../../../contract/display.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { HeldValue, PersonFile } from '../../../contract/privacy.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import { saidOf } from '../../trail/rules/actions.ts';
import type { Column, Held } from './held.ts';
import { wordFor } from './words.ts';

type Raw = Readonly<Record<string, string | number | null>>;

export interface Named {
  readonly practitioner: ReadonlyMap<number, string>;
  readonly staff: ReadonlyMap<number, string>;
  readonly type: ReadonlyMap<number, string>;
  readonly wording: ReadonlyMap<number, string>;
}

export interface EntryFacts {
  readonly at: Instant;
  readonly actor: string;
  readonly station: string;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly erased: boolean;
  /** The entry also names somebody else: what it kept stays here. */
  readonly shared: boolean;
}

export interface PersonFacts {
  readonly madeAt: Instant;
  readonly house: PersonFile['house'] & { readonly zone: string };
  readonly held: readonly { readonly of: Held; readonly rows: readonly Raw[] }[];
  readonly names: Named;
  readonly journal: readonly EntryFacts[];
  /** The person's own numbers, where she has a record: another number on a call-back is somebody else's. */
  readonly ownPhones: ReadonlySet<string> | null;
}

const iso = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString();

const heldValue = ({ name, format }: Column, row: Raw, facts: PersonFacts): HeldValue => {
  const value = row[name] ?? null;
  if (value === null) return null;
  switch (format) {
    case 'practitioner':
    case 'staff':
    case 'type':
    case 'wording':
      return facts.names[format].get(Number(value)) ?? Number(value);
    case 'yes-no':
      return value === 1;
    case 'instant':
      return iso(Number(value));
    case 'phone':
      return name === 'phone' && facts.ownPhones !== null && !facts.ownPhones.has(String(value))
        ? null
        : value;
    default:
      return value;
  }
};

/** Rights of others (GDPR art. 15(4)), said once where it happened. */
const leftOutOf = ({ held, ownPhones, journal }: PersonFacts): string[] => [
  ...(held.some(
    ({ of, rows }) =>
      of.table === 'callbacks' &&
      ownPhones !== null &&
      rows.some(({ phone = null }) => phone !== null && !ownPhones.has(String(phone))),
  )
    ? [
        'Le numéro de téléphone d’une autre personne (un proche, un professionnel) qui a été rappelée à votre sujet.',
      ]
    : []),
  ...(journal.some(({ shared }) => shared)
    ? ['Le contenu des lignes du journal qui parlent aussi d’une autre personne.']
    : []),
];

export const personFile = (facts: PersonFacts): PersonFile => {
  const words: Record<string, string> = {};
  for (const { of, rows } of facts.held)
    for (const row of rows)
      for (const { name, format } of of.columns) {
        const value = row[name];
        if (format === 'code' && typeof value === 'string')
          words[`${of.table}.${name}.${value}`] = wordFor(of.table, name, value) ?? value;
      }
  const { zone, ...house } = facts.house;
  return {
    format: 'parvis-person',
    version: 1,
    madeAt: iso(facts.madeAt),
    zone,
    house,
    sections: facts.held.map(({ of, rows }) => ({
      table: of.table,
      title: of.title,
      fields: Object.fromEntries(of.columns.map(({ name, label }) => [name, label])),
      rows: rows.map((row) =>
        Object.fromEntries(of.columns.map((column) => [column.name, heldValue(column, row, facts)])),
      ),
    })),
    words,
    journal: facts.journal.map(({ at, actor, station, action, before, after, erased, shared }) => ({
      at: iso(at),
      who: actor,
      station,
      action,
      what: saidOf(action).what,
      before: shared ? null : before,
      after: shared ? null : after,
      erased,
    })),
    leftOut: leftOutOf(facts),
  };
};

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const momentText = (at: Instant, zone: string): string => {
  const { day, minute } = localNow(at, zone);
  return `${dayText(day, 'numeric')} à ${clock(minute)}`;
};

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

interface Wishes {
  readonly days?: readonly number[];
  readonly from?: number | null;
  readonly to?: number | null;
  readonly practitionerSex?: string | null;
  readonly atShortNotice?: boolean;
  readonly note?: string | null;
}

const wishesText = (json: string): string => {
  const { days = [], from, to, practitionerSex, atShortNotice, note } = JSON.parse(json) as Wishes;
  const parts = [
    ...(days.length === 0 ? [] : [days.map((one) => WEEKDAYS[one - 1] ?? '').join(', ')]),
    ...(typeof from === 'number' ? [`à partir de ${clock(from)}`] : []),
    ...(typeof to === 'number' ? [`jusqu’à ${clock(to)}`] : []),
    ...(practitionerSex === 'female' ? ['une femme'] : practitionerSex === 'male' ? ['un homme'] : []),
    ...(atShortNotice === true ? ['peut venir sous deux heures'] : []),
    ...(note ? [note] : []),
  ];
  return parts.length === 0 ? 'aucun' : parts.join(', ');
};

/** As a person reads it; null where there is nothing to say. */
export const readable = (of: Held, column: Column, row: Raw, facts: PersonFacts): string | null => {
  const raw = row[column.name] ?? null;
  const value = heldValue(column, row, facts);
  if (column.format === 'phone' && raw !== null && value === null) return 'numéro d’une autre personne';
  if (raw === null || value === null || raw === '') return null;
  switch (column.format) {
    case 'code':
      return wordFor(of.table, column.name, String(raw)) ?? String(raw);
    case 'day':
      return dayText(String(raw), 'numeric');
    case 'instant':
      return momentText(Number(raw), facts.house.zone);
    case 'minutes':
      return clock(Number(raw));
    case 'yes-no':
      return value === true ? 'oui' : 'non';
    case 'phone':
      return phonePairs(String(raw));
    case 'wishes':
      return wishesText(String(raw));
    case 'birth':
      return birthText({ precision: row['birth_precision'], value: raw } as BirthDate);
    default:
      return String(value);
  }
};
