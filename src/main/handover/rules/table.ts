/**
 * A table as a spreadsheet copies it, or as a CSV: tab, semicolon or comma, with or without titles. No line of it is lost and
 * none comes twice; what stands in a column that nobody knows goes to the matter. Pure.
 */
import { type LineCells, type LineField, lineFields, MOST_LINES } from '../../../contract/night-return.ts';

export interface TypedLine {
  /** As it was typed. */
  readonly typed: string;
  readonly cells: LineCells;
}

export type ReadTable =
  | { readonly ok: true; readonly titles: string; readonly lines: readonly TypedLine[] }
  | { readonly ok: false; readonly code: 'empty' | 'not-a-table' | 'too-many-lines' };

/** Lower case, without marks, one space between words: `Date de naissance (DDN)` → `date de naissance ddn`. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const TITLES: Readonly<Record<LineField, readonly string[]>> = {
  heard: ['heure', 'heure appel', 'heure d appel', 'heure de l appel', 'appel', 'appel recu a', 'recu a'],
  familyName: [
    'nom',
    'nom de famille',
    'patient',
    'nom patient',
    'nom du patient',
    'nom prenom',
    'nom et prenom',
  ],
  givenName: ['prenom', 'prenoms', 'prenom patient', 'prenom du patient'],
  birth: ['naissance', 'date de naissance', 'date naissance', 'ddn', 'ne le', 'ne e le', 'nee le'],
  phone: ['telephone', 'tel', 'portable', 'mobile', 'numero', 'n de telephone', 'numero de telephone'],
  matter: ['motif', 'message', 'motif message', 'objet', 'raison', 'commentaire'],
  whom: ['pour', 'pour qui', 'praticien', 'medecin', 'docteur', 'destinataire', 'professionnel'],
  kind: ['type', 'nature', 'suite', 'type de demande'],
  day: ['jour', 'jour rdv', 'jour du rdv', 'date rdv', 'date du rdv', 'date', 'jour du rendez vous'],
  start: ['heure rdv', 'heure du rdv', 'heure de rdv', 'heure du rendez vous', 'horaire', 'horaire du rdv'],
};

const fieldOfTitle = new Map(
  lineFields.flatMap((field) => TITLES[field].map((title) => [title, field] as const)),
);

interface Row {
  readonly typed: string;
  readonly cells: readonly string[];
}

const SEPARATORS = ['\t', ';', '|', ','] as const;

/** The first of these that most lines have, outside quotes. */
const separatorOf = (lines: readonly string[]): string | null => {
  const bare = lines.map((line) => line.replace(/"[^"]*"/g, ''));
  return (
    SEPARATORS.find(
      (separator) => bare.filter((line) => line.includes(separator)).length * 2 > bare.length,
    ) ?? null
  );
};

/** @returns where the quoted cell that begins at `from` ends, past its last quote; -1: its quote is never closed */
const endOfQuoted = (text: string, from: number, separator: string): number => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else {
      const after = text[at + 1];
      return after === undefined || after === separator || after === '\n' ? at + 1 : -1;
    }
  }
  return -1;
};

/** A quote that is never closed is a quote, not the end of all lines after it. */
const rowsOf = (text: string, separator: string): Row[] => {
  const rows: Row[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    for (;;) {
      const closed = text[at] === '"' ? endOfQuoted(text, at, separator) : -1;
      if (closed >= 0) {
        cells.push(text.slice(at + 1, closed - 1).replaceAll('""', '"'));
        at = closed;
      } else {
        let end = at;
        while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
        cells.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== separator) break;
      at += 1;
    }
    rows.push({ typed: text.slice(start, at), cells: cells.map((cell) => cell.trim()) });
    at += 1;
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
};

interface Columns {
  /** By position: its field, or the title that nobody knows. */
  readonly of: readonly (LineField | { readonly unknown: string })[];
  readonly titled: boolean;
}

/** Titles are a first line of which two cells at least are known names of columns, each another one. */
const columnsOf = (first: Row): Columns => {
  const seen = new Set<LineField>();
  const of = first.cells.map((title) => {
    const field = fieldOfTitle.get(plainWords(title));
    if (field === undefined || seen.has(field)) return { unknown: title };
    seen.add(field);
    return field;
  });
  return seen.size >= 2 ? { of, titled: true } : { of: lineFields, titled: false };
};

const NO_BREAK = '\u00a0';

const cellsOf = (row: Row, { of }: Columns): LineCells => {
  const cells = Object.fromEntries(lineFields.map((field) => [field, ''])) as Record<LineField, string>;
  const beside: string[] = [];
  row.cells.forEach((cell, at) => {
    const column = of[at];
    if (cell === '') return;
    if (typeof column === 'string') cells[column] = cell;
    else
      beside.push(
        column === undefined || column.unknown === '' ? cell : `${column.unknown}${NO_BREAK}: ${cell}`,
      );
  });
  cells.matter = [cells.matter, ...beside].filter((part) => part !== '').join(' · ');
  return cells;
};

const LONGEST_KEPT = 4000;

export const readTable = (text: string): ReadTable => {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (clean.includes('\0')) return { ok: false, code: 'not-a-table' };
  const written = clean.split('\n').filter((line) => line.trim() !== '');
  if (written.length === 0) return { ok: false, code: 'empty' };
  const separator = separatorOf(written);
  if (separator === null) return { ok: false, code: 'not-a-table' };
  const rows = rowsOf(clean, separator);
  const [first] = rows;
  if (first === undefined) return { ok: false, code: 'empty' };
  const columns = columnsOf(first);
  const body = columns.titled ? rows.slice(1) : rows;
  if (body.length === 0) return { ok: false, code: 'empty' };
  if (body.length > MOST_LINES) return { ok: false, code: 'too-many-lines' };
  const lines = body.map((row) => ({ typed: row.typed, cells: cellsOf(row, columns) }));
  const tooMuch = lines.some(({ cells }) => lineFields.some((field) => cells[field].length > LONGEST_KEPT));
  return tooMuch
    ? { ok: false, code: 'not-a-table' }
    : { ok: true, titles: columns.titled ? first.typed : '', lines };
};
