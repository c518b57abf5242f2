/** The report and the outcome as a person reads them on a terminal. Codes of the former software, never a name. */

import type { ImportOutcome, ImportReport } from '../../../contract/exchange.ts';
import { frenchNumber, many, oddities, refusedLines } from '../../../contract/exchange-report.ts';
import { refusalText, roleLabels, warningText } from '../../../contract/exchange-words.ts';

const SHOWN = 8;

const few = (codes: readonly string[]): string => {
  const rest = codes.length - SHOWN;
  const shown = codes.slice(0, SHOWN).map((code) => code || 'sans code');
  return rest > 0 ? `${shown.join(', ')} et ${many(rest, 'autre')}` : shown.join(', ');
};

export const reportText = (report: ImportReport): string => {
  const { patients, appointments } = report;
  const statuses = Object.entries(report.byStatus)
    .sort(([, a], [, b]) => b - a)
    .map(([label, n]) => `${label} ${frenchNumber(n)}`);
  const lines = [
    `  ${many(report.practitioners, 'praticien')}, ${many(report.appointmentTypes, 'motif')}, ${many(report.openingHours, 'plage d’horaires', 'plages d’horaires')}`,
    `  ${many(patients.accepted, 'patient')}`,
    `  ${many(appointments.accepted, 'rendez-vous', 'rendez-vous')}${statuses.length === 0 ? '' : ` (${statuses.join(', ')})`}`,
  ];
  for (const { role, reasons } of refusedLines(report)) {
    lines.push('', `Lignes refusées, ${roleLabels[role].toLocaleLowerCase('fr-FR')} :`);
    for (const [reason, codes] of reasons) lines.push(`  ${refusalText(reason)} : ${few(codes)}`);
  }
  const notes = notesOf(report);
  if (notes.length > 0) lines.push('', 'À savoir :', ...notes.map((note) => `  ${note}`));
  return `${lines.join('\n')}\n`;
};

const notesOf = ({ patients, appointments, ...report }: ImportReport): string[] => {
  const notes: string[] = [];
  const pairs = patients.likelyDuplicates.map((pair) => pair.join('–'));
  if (pairs.length > 0)
    notes.push(
      `${many(pairs.length, 'doublon probable', 'doublons probables')}, à vérifier, rien n’est fusionné : ${few(pairs)}`,
    );
  const overlaps = appointments.deliberateOverlaps;
  if (overlaps.length > 0)
    notes.push(
      `${many(overlaps.length, 'chevauchement gardé', 'chevauchements gardés')}, en surbooking : ${few(overlaps)}`,
    );
  if (appointments.repeatedLines > 0)
    notes.push(
      `${many(appointments.repeatedLines, 'ligne répétée à l’identique, comptée', 'lignes répétées à l’identique, comptées')} une fois`,
    );
  for (const [reason, codes] of oddities({ ...report, patients, appointments }))
    notes.push(`${warningText(reason).title}, ${frenchNumber(codes.length)} : ${few(codes)}`);
  return notes;
};

export const outcomeText = ({
  created,
  updated,
  unchanged,
  keptBecauseChangedHere: kept,
}: ImportOutcome): string =>
  created + updated + kept === 0
    ? `Rien n’a changé : tout était déjà repris (${many(unchanged, 'ligne')}).`
    : `Repris : ${many(created, 'créé')}, ${frenchNumber(updated)} mis à jour, ${many(unchanged, 'inchangé')}, ${many(kept, 'gardé car modifié ici', 'gardés car modifiés ici')}.`;
