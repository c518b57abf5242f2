/** Bytes → text → lines: encoding and separator found out, never asked. Runs in the worker; throws DeskError only. */
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { FileInspection } from '../../contract/exchange.ts';
import { LARGEST_IMPORT_FILE } from '../../contract/exchange-words.ts';
import { fail } from '../core/errors.ts';
import type { Line } from './rules/prepared.ts';

type Encoding = FileInspection['encoding'];
type Separator = FileInspection['separator'];

export interface ReadTable {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** A BOM decides; without one, whatever is valid UTF-8 is UTF-8, and the rest is what Windows writes. */
const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
};

const separators: readonly Separator[] = [';', '\t', ',', '|'];

/** The one that the header line has most of, outside quotes. */
const separatorOf = (text: string): Separator | null => {
  const header = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = separators
    .map((separator) => ({ separator, count: header.split(separator).length - 1 }))
    .sort((a, b) => b.count - a.count);
  const best = counted[0];
  return best && best.count > 0 ? best.separator : null;
};

interface CsvError {
  readonly code: string;
  readonly lines?: number;
}
const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/**
 * @param onRecord told every thousand records; throws to stop
 * @throws DeskError UNREADABLE_FILE
 */
export const readTable = (
  file: string,
  bytes: Uint8Array,
  onRecord: () => void = () => undefined,
): ReadTable => {
  const refuse = (reason: Parameters<typeof unreadable>[1], line: number | null = null): never =>
    unreadable(file, reason, line);
  if (bytes.length > LARGEST_IMPORT_FILE) refuse('too-large');
  if (bytes.length === 0) refuse('empty');
  const encoding = encodingOf(bytes);
  // One kind of line end: the parser counts a CRLF inside quotes as two lines.
  const text = iconv
    .decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true })
    .replace(/\r\n?/g, '\n');
  if (text.trim() === '') refuse('empty');
  // A program, a picture or a zip has a NUL within its first bytes; an agenda's header line never does.
  if (text.slice(0, 512).includes('\0')) refuse('not-a-csv');
  const separator = separatorOf(text) ?? refuse('not-a-csv');

  let records: { record: string[]; info: { lines: number } }[] = [];
  let seen = 0;
  try {
    records = parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record: (record) => {
        seen += 1;
        if (seen % 1000 === 0) onRecord();
        return record;
      },
    }) as unknown as typeof records;
  } catch (error) {
    if (!isCsvError(error)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') refuse('quote-not-closed', lastQuoteLine(text));
    refuse('not-a-csv', error.lines ?? null);
  }
  const header = records[0] ?? refuse('empty');
  return {
    encoding,
    separator,
    columns: unique(header.record.map((column) => column.trim())),
    // The parser counts the line on which a record ends; the receptionist looks for the one on which it begins.
    lines: records
      .slice(1)
      .map(({ record, info }) => ({ number: info.lines - newlinesIn(record), cells: record })),
  };
};

const newlinesIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0);

/** Where the quote that is never closed was opened: the line of the last odd quote. */
const lastQuoteLine = (text: string): number | null => {
  const at = text.lastIndexOf('"');
  return at < 0 ? null : text.slice(0, at).split('\n').length;
};

/** Two columns of one name would hide each other. */
const unique = (columns: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const n = (seen.get(column) ?? 0) + 1;
    seen.set(column, n);
    return n === 1 ? column : `${column} (${n})`;
  });
};

type Reason =
  | 'empty'
  | 'too-large'
  | 'not-a-csv'
  | 'quote-not-closed'
  | 'no-known-columns'
  | 'columns-missing';

export const unreadable = (file: string, reason: Reason, line: number | null = null): never =>
  fail('UNREADABLE_FILE', { file, reason, line });
