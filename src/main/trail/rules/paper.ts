/** « Qui a consulté ce dossier » on paper, and any reading of the journal as a table file. Pure. */
import { birthText } from '../../../contract/birth.ts';
import { dayText } from '../../../contract/day-text.ts';
import { type JournalLine, journalKinds } from '../../../contract/journal.ts';
import type { Paper } from '../../../contract/paper.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { House } from '../../../contract/practice.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import { csvOf } from '../../core/rules/csv.ts';

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':');

const momentText = (at: Instant, zone: string): { day: string; time: string } => {
  const { day, minute } = localNow(at, zone);
  return { day: dayText(day, 'numeric'), time: clock(minute) };
};

export interface PatientJournalFacts {
  readonly house: House;
  readonly patient: { readonly name: string; readonly birth: BirthDate };
  readonly lines: readonly JournalLine[];
  /** There were more than a paper holds. */
  readonly cut: boolean;
  readonly now: Instant;
}

export const patientJournalPaper = ({ house, patient, lines, cut, now }: PatientJournalFacts): Paper => {
  const { zone } = house;
  const printed = momentText(now, zone);
  return {
    title: 'Qui a consulté ce dossier',
    house: { name: house.name, address: null, phone: null },
    dated: `imprimé le ${printed.day} à ${printed.time}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'Personne', value: patient.name },
          ...(patient.birth.precision === 'unknown'
            ? []
            : [{ label: 'Naissance', value: birthText(patient.birth) }]),
        ],
      },
      {
        kind: 'paragraph',
        tone: 'plain',
        text: 'Chaque ligne dit quand ce dossier administratif a été ouvert ou modifié à l’accueil, depuis quel poste, et sous quelles initiales. Une même personne qui rouvre la page dans la demi-heure n’y figure qu’une fois.',
      },
      ...(cut
        ? [
            {
              kind: 'paragraph' as const,
              tone: 'plain' as const,
              text: `Seules les ${lines.length} lignes les plus récentes sont imprimées : le fichier les contient toutes.`,
            },
          ]
        : []),
      lines.length === 0
        ? { kind: 'paragraph', tone: 'plain', text: 'Aucune ligne pour la période demandée.' }
        : {
            kind: 'table',
            caption: 'Du plus récent au plus ancien',
            note: null,
            columns: [
              { label: 'Date', share: 15 },
              { label: 'Heure', share: 9 },
              { label: 'Initiales', share: 14 },
              { label: 'Poste', share: 22 },
              { label: 'Acte', share: 40 },
            ],
            rows: lines.map(({ at, by, station, what }) => {
              const { day, time } = momentText(at, zone);
              return { cells: [day, time, by, station, what], tone: 'plain' as const };
            }),
            newPage: false,
          },
    ],
    foot: 'Confidentiel : à remettre à la personne elle-même.',
    specimen: house.demo,
    flow: 'pages',
  };
};

const HEADER = ['Numéro', 'Date', 'Heure', 'Qui', 'Poste', 'Sorte', 'Acte', 'Patients', 'Contenu'];

export const journalCsv = (lines: readonly JournalLine[], zone: string): string =>
  csvOf([
    HEADER,
    ...lines.map(({ seq, at, by, station, kind, what, people, others, erased }) => {
      const { day, time } = momentText(at, zone);
      const names = people.map(({ name }) => name).join(', ');
      return [
        String(seq),
        day,
        time,
        by,
        station,
        journalKinds[kind],
        what,
        others === 0 ? names : `${names} et ${others} de plus`,
        erased ? 'effacé' : '',
      ];
    }),
  ]);
