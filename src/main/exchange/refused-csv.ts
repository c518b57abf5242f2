/** The refused lines of one kind of file, as they were, with the reason beside: to mend in a spreadsheet and import again. */
import { refusalText } from '../../contract/exchange-words.ts';
import type { ReadRole } from './rules/fields.ts';
import type { RefusedLine, SourceFile } from './rules/prepared.ts';
import { looksLikeFormula } from './rules/values.ts';

/** A byte order mark, so that spreadsheets read accents right. */
const BOM = '\uFEFF';

const fileNames: Readonly<Record<ReadRole, string>> = {
  practitioners: 'praticiens',
  openingHours: 'horaires',
  appointmentTypes: 'motifs',
  patients: 'patients',
  appointments: 'rendez-vous',
};

/** Quoted when needed; a formula is put to sleep with an apostrophe, which the next import takes off again. */
const cell = (text: string): string => {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const refusedCsv = (
  role: ReadRole,
  sources: readonly SourceFile[],
  refused: readonly RefusedLine[],
): { fileName: string; csv: string } => {
  const lines = sources
    .filter((file) => file.role === role)
    .flatMap((file) => {
      const reasons = new Map(
        refused
          .filter((line) => line.file === file.name)
          .map(({ number, reason }) => [number, reason] as const),
      );
      const kept = file.lines.flatMap(({ number, cells }) => {
        const reason = reasons.get(number);
        return reason === undefined ? [] : [[...cells.slice(0, file.columns.length), refusalText(reason)]];
      });
      return kept.length === 0 ? [] : [[...file.columns, 'Motif du refus'], ...kept];
    });
  const csv = lines
    .map((cells) => `${cells.map((text) => cell(text.replaceAll('\0', ''))).join(';')}\r\n`)
    .join('');
  return { fileName: `${fileNames[role]}-refuses.csv`, csv: BOM + csv };
};
