/**
 * The day on paper: who comes when, and which time nobody has. Cancelled appointments are no longer there (R8). What must
 * stand on it, and what must not: docs/spec/paper.md. Pure.
 */
import type { AgendaDay, Appointment, Column, DaySheetWish, Hold } from '../../../contract/agenda.ts';
import { birthText } from '../../../contract/birth.ts';
import { dayText } from '../../../contract/day-text.ts';
import { phonePairs } from '../../../contract/display.ts';
import type { Paper, PaperBlock, PaperTable } from '../../../contract/paper.ts';
import type { Absence, House, Practitioner, SlotKind } from '../../../contract/practice.ts';
import type { LocalNow, Minute } from '../../../contract/time.ts';
import { type FreeStretch, freeStretches } from './free-stretches.ts';
import { personInitials, shortName } from './initials.ts';
import { spokenPractitioner, spokenTime } from './read-back.ts';

export interface DaySheetFacts {
  readonly day: AgendaDay;
  /** In the order of the columns. */
  readonly practitioners: readonly Practitioner[];
  readonly house: House;
  /** When it is printed. */
  readonly now: LocalNow;
  readonly wish: DaySheetWish;
}

type Row = PaperTable['rows'][number];

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** « 08:30 »: hours one under the other. */
const clock = (minute: Minute): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const span = ({ start, end }: { start: Minute; end: Minute }): string => `${clock(start)}–${clock(end)}`;

const REASONS: Readonly<Record<Absence['reason'], string>> = {
  leave: 'congés',
  sick: 'maladie',
  training: 'formation',
  meeting: 'réunion',
  other: 'absence',
};

const KEPT_FOR: Readonly<Record<SlotKind, string>> = {
  regular: '',
  unscheduled: ', gardé pour les soins non programmés',
  newPatient: ', gardé pour un nouveau patient',
};

const STANDING: Partial<Readonly<Record<Appointment['status'], string>>> = {
  noshow: 'non venu',
};

/** « Mme Zoé Rolland, infirmière »: a sheet is found by the whole name. */
export const sheetName = (practitioner: Practitioner): string => {
  const whole = [practitioner.givenName, practitioner.familyName].filter((part) => part !== '').join(' ');
  return capital(
    spokenPractitioner({ ...practitioner, givenName: '', familyName: whole }).replace(/^l[ea]\s/u, ''),
  );
};

const absenceText = ({ reason, start, end }: Absence): string =>
  start === null || end === null
    ? `absence\u00a0: ${REASONS[reason]}`
    : `absence de ${spokenTime(start)} à ${spokenTime(end)}\u00a0: ${REASONS[reason]}`;

const freeText = ({ kind, places }: FreeStretch): string =>
  `${places === 1 ? 'libre' : `${places} places libres`}${KEPT_FOR[kind]}`;

interface Lines {
  readonly wish: DaySheetWish;
  readonly columns: PaperTable['columns'];
}

const linesOf = (wish: DaySheetWish): Lines => {
  const full = wish.names === 'full';
  const phones = full && wish.phones;
  return {
    wish: { ...wish, phones, comments: full && wish.comments },
    columns: [
      { label: 'Heure', share: 15 },
      { label: full ? 'Nom' : 'Initiales', share: full ? 28 : 11 },
      ...(phones ? [{ label: 'Téléphone', share: 17 }] : []),
      { label: 'Motif', share: 21 },
      { label: 'Notes', share: phones ? 19 : full ? 36 : 53 },
    ],
  };
};

const nameOf = ({ patient }: Appointment, { names }: DaySheetWish): string => {
  if (names === 'initials') return personInitials(patient.displayName);
  // Two people of one name: the date tells which of them the door opens to.
  const name = shortName(patient.displayName);
  return patient.homonym && patient.birth.precision !== 'unknown'
    ? `${name} (${birthText(patient.birth)})`
    : name;
};

const appointmentRow = (appointment: Appointment, { wish }: Lines): Row => {
  const { status, overbooked, typeName, patient, comment } = appointment;
  const standing = STANDING[status];
  return {
    cells: [
      span(appointment),
      nameOf(appointment, wish),
      ...(wish.phones ? [patient.phone === null ? '' : phonePairs(patient.phone)] : []),
      [
        typeName,
        ...(overbooked === null ? [] : ['surbooking']),
        ...(standing === undefined ? [] : [standing]),
      ]
        .filter((part) => part !== '')
        .join(', '),
      wish.comments ? (comment ?? '') : '',
    ],
    tone: status === 'noshow' ? 'quiet' : 'plain',
  };
};

const lineOf = (at: { start: Minute; end: Minute }, text: string, tone: Row['tone']): Row => ({
  cells: [span(at), text],
  tone,
});

const sectionOf = (
  column: Column,
  practitioner: Practitioner,
  { day, wish }: Pick<DaySheetFacts, 'day' | 'wish'>,
): PaperTable => {
  const own = <T extends { practitionerId: Practitioner['id'] }>(all: readonly T[]): T[] =>
    all.filter(({ practitionerId }) => practitionerId === practitioner.id);
  const appointments = own(day.appointments).filter(({ status }) => status !== 'cancelled');
  const holds: Hold[] = own(day.holds);
  const lines = linesOf(wish);
  const busy = [
    ...appointments.map(({ start, end, releasedFrom }) => ({ start, end: releasedFrom ?? end })),
    ...holds,
  ].filter(({ start, end }) => end > start);
  const rows = [
    ...appointments.map((one) => ({ at: one.start, order: 0, row: appointmentRow(one, lines) })),
    ...holds.map((one) => ({
      at: one.start,
      order: 1,
      row: lineOf(one, 'proposé à quelqu’un', 'quiet'),
    })),
    ...freeStretches(column.open, busy).map((one) => ({
      at: one.start,
      order: 2,
      row: lineOf(one, freeText(one), 'open'),
    })),
  ].sort((a, b) => a.at - b.at || a.order - b.order);
  const people = new Set(appointments.map(({ patient }) => patient.id)).size;
  const note = [
    people === 0 ? 'personne d’inscrit' : people === 1 ? '1 personne' : `${people} personnes`,
    ...column.absences.map(absenceText),
  ].join(' · ');
  return {
    kind: 'table',
    caption: sheetName(practitioner),
    note: capital(note),
    columns: lines.columns,
    rows: rows.map(({ row }) => row),
    newPage: wish.apart,
  };
};

const sentence = (text: string): PaperBlock => ({ kind: 'paragraph', tone: 'plain', text });

const awayText = (
  away: readonly { readonly who: Practitioner; readonly absences: readonly Absence[] }[],
): string =>
  away
    .map(
      ({ who, absences: [absence] }) =>
        `${sheetName(who)} (${absence ? REASONS[absence.reason] : 'absence'})`,
    )
    .join(', ');

export const daySheet = ({ day, practitioners, house, now, wish }: DaySheetFacts): Paper => {
  const asked = practitioners.flatMap((who) => {
    const column = day.columns.find(({ practitionerId }) => practitionerId === who.id);
    return column && (wish.practitionerId === null || who.id === wish.practitionerId)
      ? [{ who, column }]
      : [];
  });
  // Who was asked for by name has a sheet even when nothing is on it.
  const shown = asked.filter(({ column }) => column.present || wish.practitionerId !== null);
  const away = asked
    .filter(({ column }) => !column.present && column.absences.length > 0 && wish.practitionerId === null)
    .map(({ who, column }) => ({ who, absences: column.absences }));
  const lost = day.unreadable.length;
  const before: PaperBlock[] = [
    ...(day.holiday === null ? [] : [sentence(`Jour férié\u00a0: ${day.holiday.name}.`)]),
    ...(away.length === 0 ? [] : [sentence(`Absents ce jour\u00a0: ${awayText(away)}.`)]),
    ...(lost === 0
      ? []
      : [
          sentence(
            `${lost === 1 ? 'Un rendez-vous n’a pas pu être lu et n’est pas' : `${lost} rendez-vous n’ont pas pu être lus et ne sont pas`} sur cette feuille\u00a0: voir l’écran.`,
          ),
        ]),
    ...(shown.length === 0 ? [sentence('Personne ne consulte ce jour-là, et personne n’est inscrit.')] : []),
  ];
  return {
    title: capital(dayText(day.day, 'long')),
    house: { name: house.name, address: null, phone: null },
    dated: `imprimé le ${dayText(now.day, 'numeric')} à ${spokenTime(now.minute)}`,
    blocks: [
      ...before,
      ...shown.map(({ who, column }, index) => {
        const section = sectionOf(column, who, { day, wish });
        return index === 0 ? { ...section, newPage: false } : section;
      }),
    ],
    foot: wish.names === 'full' ? 'Confidentiel\u00a0: à détruire en fin de journée.' : null,
    specimen: house.demo,
    flow: 'pages',
  };
};

/** No name of a patient, ever: of the day, and of the practitioner when it is hers alone. */
export const daySheetFileName = (
  { day, practitionerId }: DaySheetWish,
  who: readonly Practitioner[],
): string => {
  const one = who.find(({ id }) => id === practitionerId);
  return ['Journée', day, ...(one === undefined ? [] : [`${one.title} ${one.familyName}`.trim()])].join(' ');
};
