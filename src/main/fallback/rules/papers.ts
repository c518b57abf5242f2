/**
 * The fallback sheets that are not a day: who is to be rung, and the top of the lists. In the order in which they are
 * worked and typed in again: the call that is promised first, the person who comes first. Pure.
 */
import { birthText } from '../../../contract/birth.ts';
import type { Callback } from '../../../contract/callbacks.ts';
import { dayText } from '../../../contract/day-text.ts';
import { phonePairs } from '../../../contract/display.ts';
import type { FallbackNames } from '../../../contract/fallback.ts';
import type { Paper, PaperBlock, PaperTable } from '../../../contract/paper.ts';
import type { PatientSummary } from '../../../contract/patients.ts';
import type { House } from '../../../contract/practice.ts';
import { professionLabels } from '../../../contract/professions.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import type { WaitlistLine } from '../../../contract/waitlist.ts';
import { personInitials, shortName } from '../../agenda/rules/initials.ts';
import { spokenTime } from '../../agenda/rules/read-back.ts';

export const TOP = 50;

interface Facts {
  readonly house: House;
  readonly now: Instant;
  readonly names: FallbackNames;
}

type Row = PaperTable['rows'][number];

const moment = (at: Instant, zone: string): string => {
  const { day, minute } = localNow(at, zone);
  return `${dayText(day, 'numeric')} à ${spokenTime(minute)}`;
};

const nameOf = (patient: PatientSummary, names: FallbackNames): string => {
  if (names === 'initials') return personInitials(patient.displayName);
  const name = shortName(patient.displayName);
  return patient.homonym && patient.birth.precision !== 'unknown'
    ? `${name} (${birthText(patient.birth)})`
    : name;
};

const footOf = (names: FallbackNames): string =>
  names === 'full'
    ? 'Feuille de secours, confidentielle\u00a0: à reprendre dans Parvis ligne par ligne, puis à détruire.'
    : 'Feuille de secours\u00a0: à reprendre dans Parvis ligne par ligne, puis à détruire.';

const writtenOn = ({ now, house }: Facts): string => `écrit le ${moment(now, house.zone)}`;

/** The day's sheet as it is printed, but for what becomes of it. */
export const dayPaper = (facts: Facts, sheet: Paper): Paper => ({
  ...sheet,
  dated: writtenOn(facts),
  foot: footOf(facts.names),
});

const paperOf = (facts: Facts, title: string, blocks: readonly PaperBlock[]): Paper => ({
  title,
  house: { name: facts.house.name, address: null, phone: null },
  dated: writtenOn(facts),
  blocks: [...blocks],
  foot: footOf(facts.names),
  specimen: facts.house.demo,
  flow: 'pages',
});

const nothing = (text: string): PaperBlock => ({ kind: 'paragraph', tone: 'plain', text });

const tableOf = (
  caption: string,
  note: string | null,
  columns: readonly (readonly [label: string, share: number])[],
  rows: readonly Row[],
): PaperBlock => ({
  kind: 'table',
  caption,
  note,
  columns: columns.map(([label, share]) => ({ label, share })),
  rows: [...rows],
  newPage: false,
});

const callbackRow = (facts: Facts, one: Callback): Row => {
  const { names, house } = facts;
  const whom = one.patient === null ? null : nameOf(one.patient, names);
  const caller =
    one.callerName === null
      ? null
      : names === 'full'
        ? one.callerName
        : personInitials(one.callerName.toLocaleUpperCase('fr-FR'));
  const phone = one.phone ?? one.patient?.phone ?? null;
  return {
    cells: [
      moment(one.due, house.zone),
      caller === null ? (whom ?? '') : whom === null ? caller : `${caller}, pour ${whom}`,
      ...(names === 'full' ? [phone === null ? '' : phonePairs(phone), one.about ?? ''] : []),
      '',
    ],
    tone: 'plain',
  };
};

/** `Fait`: left free for the pen, in the order of the lines that are typed in again. */
export const callbacksPaper = (facts: Facts, callbacks: readonly Callback[]): Paper => {
  const full = facts.names === 'full';
  const rows = callbacks
    .toSorted((a, b) => a.due - b.due || a.id - b.id)
    .map((one) => callbackRow(facts, one));
  const count = callbacks.length;
  return paperOf(facts, 'Rappels promis', [
    count === 0
      ? nothing('Aucun rappel n’est promis.')
      : tableOf(
          'Rappels promis',
          count === 1 ? '1 rappel' : `${count} rappels`,
          full
            ? [
                ['Avant le', 20],
                ['Qui', 26],
                ['Téléphone', 16],
                ['Au sujet de', 23],
                ['Fait', 15],
              ]
            : [
                ['Avant le', 30],
                ['Qui', 25],
                ['Fait', 45],
              ],
          rows,
        ),
  ]);
};

const listOf = (facts: Facts, caption: string, lines: readonly WaitlistLine[]): PaperBlock => {
  const full = facts.names === 'full';
  const shown = lines.slice(0, TOP);
  if (shown.length === 0) return nothing(`${caption}\u00a0: personne n’attend.`);
  return tableOf(
    caption,
    lines.length > TOP ? `les ${TOP} premières personnes sur ${lines.length}` : null,
    full
      ? [
          ['Rang', 7],
          ['Qui', 28],
          ['Téléphone', 16],
          ['Cherche', 19],
          ['Depuis le', 13],
          ['Fait', 17],
        ]
      : [
          ['Rang', 8],
          ['Qui', 17],
          ['Cherche', 27],
          ['Depuis le', 18],
          ['Fait', 30],
        ],
    shown.map(({ entry }, index) => ({
      cells: [
        String(index + 1),
        nameOf(entry.patient, facts.names),
        ...(full ? [entry.patient.phone === null ? '' : phonePairs(entry.patient.phone)] : []),
        professionLabels[entry.profession].label,
        dayText(localNow(entry.since, facts.house.zone).day, 'numeric'),
        '',
      ],
      tone: 'plain' as const,
    })),
  );
};

/** Neither criterion nor sum: why somebody comes before another stays in the house's file. */
export const listsPaper = (
  facts: Facts,
  { earlier, registration }: Readonly<Record<'earlier' | 'registration', readonly WaitlistLine[]>>,
): Paper =>
  paperOf(facts, 'Listes d’attente', [
    listOf(facts, 'Rendez-vous plus tôt', earlier),
    listOf(facts, 'En attente d’un praticien', registration),
  ]);
