/** Walks the lines of one file: cells by our field names, refusals and warnings noted beside the line that caused them. */

import type { Line, RefusedLine, SourceFile } from './prepared.ts';
import { looksLikeFormula } from './values.ts';

export type Cells = (field: string) => string;

export interface Notes {
  readonly refused: RefusedLine[];
  readonly warnings: Map<string, string[]>;
  /** Told every few hundred lines; throws to stop. */
  readonly tick: (lines: number) => void;
}

export const warn = (notes: Notes, reason: string, code: string): void => {
  const codes = notes.warnings.get(reason);
  if (codes) codes.push(code);
  else notes.warnings.set(reason, [code]);
};

/** Fields whose cells legitimately begin with `+` (phones) or are never shown as text. */
const notText = new Set(['phone', 'mobile', 'day', 'start', 'minutes', 'birth']);

/** A refused line comes back from a spreadsheet with the apostrophe that kept a formula asleep. */
const awake = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

const damage = (file: SourceFile, line: Line, indexes: ReadonlyMap<string, number>): string | null => {
  if (line.cells.some((cell) => cell.includes('\0'))) return 'nul-byte';
  // An unquoted separator inside a comment shifts every cell after it: reading on would put words in wrong fields.
  if (line.cells.length > file.columns.length) return 'too-many-columns';
  for (const [field, index] of indexes)
    if (!notText.has(field) && looksLikeFormula(awake(line.cells[index] ?? ''))) return 'formula';
  return null;
};

const TICK = 500;

/**
 * `read` returns a reason code to refuse the line, or null once it has been taken. `codeOf` names the line in the
 * report: its own code, else its number in the file.
 */
export const eachLine = (
  file: SourceFile,
  notes: Notes,
  codeOf: (cells: Cells, line: Line) => string,
  read: (cells: Cells, code: string) => string | null,
): { repeated: number } => {
  const indexes = new Map(
    Object.entries(file.mapping).map(([field, column]) => [field, file.columns.indexOf(column)] as const),
  );
  const seen = new Map<string, string>();
  let repeated = 0;
  for (const [n, line] of file.lines.entries()) {
    if (n % TICK === TICK - 1) notes.tick(TICK);
    const cells: Cells = (field) => {
      const index = indexes.get(field);
      return index === undefined ? '' : awake((line.cells[index] ?? '').trim());
    };
    const code = codeOf(cells, line);
    const whole = line.cells.join('\u001f');
    const earlier = seen.get(code);
    if (earlier === whole) {
      repeated += 1;
      continue;
    }
    const reason =
      damage(file, line, indexes) ?? (earlier === undefined ? read(cells, code) : 'duplicate-code');
    // A line that is refused leaves its code free for the line that mends it.
    if (reason === null) seen.set(code, whole);
    else notes.refused.push({ role: file.role, file: file.name, number: line.number, code, reason });
  }
  return { repeated };
};
