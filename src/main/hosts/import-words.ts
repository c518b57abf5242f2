/** What the take-over command says to whoever runs it. No name, no phone: codes of lines, reasons and counts. */

import { errorData } from '../../contract/errors.ts';
import type { ImportOutcome, ImportReport } from '../../contract/exchange.ts';
import { asDeskError, reasonText } from '../desk.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n < 2 ? one : many}`;

/** Codes of lines shown for one reason; the others are counted. */
const SHOWN = 8;

export const reportLines = (report: ImportReport): string[] => {
  const { patients, appointments } = report;
  return [
    `Lu en ${report.encoding}, séparateur « ${report.separator === '\t' ? 'tabulation' : report.separator} » :`,
    `  ${count(report.practitioners, 'praticien', 'praticiens')}, ` +
      `${count(report.openingHours, 'plage', 'plages')}, ${count(report.appointmentTypes, 'motif', 'motifs')}`,
    `  ${count(patients.accepted, 'patient repris', 'patients repris')}` +
      `, ${count(patients.rejected.length, 'ligne refusée', 'lignes refusées')}` +
      `, ${count(patients.likelyDuplicates.length, 'doublon probable', 'doublons probables')}`,
    ...refusals(patients.rejected),
    `  ${count(appointments.accepted, 'rendez-vous repris', 'rendez-vous repris')}` +
      `, ${count(appointments.rejected.length, 'ligne refusée', 'lignes refusées')}` +
      `, ${count(appointments.deliberateOverlaps.length, 'surbooking', 'surbookings')}` +
      `, ${count(appointments.repeatedLines, 'ligne répétée', 'lignes répétées')}`,
    ...refusals(appointments.rejected),
  ];
};

const refusals = (rejected: ImportReport['patients']['rejected']): string[] =>
  [...Map.groupBy(rejected, ({ reason }) => reason)].map(([reason, lines]) => {
    const shown = lines.slice(0, SHOWN).map(({ code }) => code);
    const more = lines.length > SHOWN ? ` et ${lines.length - SHOWN} de plus` : '';
    return `    ${reasonText(reason)} : ${shown.join(', ')}${more}`;
  });

export const outcomeLines = (outcome: ImportOutcome | null): string[] =>
  outcome === null
    ? ['Essai à blanc : rien n’a été écrit.']
    : [
        `Écrit : ${count(outcome.created, 'ligne nouvelle', 'lignes nouvelles')}` +
          `, ${outcome.updated} mises à jour, ${outcome.unchanged} inchangées` +
          `, ${outcome.keptBecauseChangedHere} gardées telles que l’accueil les a modifiées.`,
      ];

const unreadable: Readonly<Record<string, string>> = {
  empty: 'le fichier est vide',
  'too-large': 'le fichier est trop volumineux',
  'not-a-csv': 'ce n’est pas un fichier CSV',
  'quote-not-closed': 'un guillemet n’est pas refermé',
  'no-known-columns': 'aucune colonne connue',
  'columns-missing': 'il manque des colonnes obligatoires',
};

/** @param reportBug logs what nobody expected, and gives its reference */
export const failureLine = (error: unknown, reportBug: (error: unknown) => string): string => {
  const known = asDeskError(error);
  switch (known?.code) {
    case 'UNREADABLE_FILE': {
      const { file, reason, line } = errorData.UNREADABLE_FILE.parse(known.data);
      const where = line === null ? '' : `, ligne ${line}`;
      return `${file}${where} : ${unreadable[reason] ?? reason}. Rien n’a été repris.`;
    }
    case 'CONFLICT':
      return 'La reprise a été arrêtée. Rien n’a été repris.';
    case undefined:
      return isDiskFull(error)
        ? 'Le disque est plein. Rien n’a été repris.'
        : `La reprise a échoué (référence ${reportBug(error)} dans le journal technique). Rien n’a été repris.`;
    default:
      return `La reprise a échoué (${known?.code}). Rien n’a été repris.`;
  }
};

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC');
