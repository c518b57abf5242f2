/**
 * Reads an extraction piece by piece. Each line is looked at and forgotten; what stays in memory are the people whom the
 * filter keeps, and no more of them than a desk can find at each key.
 */
import type { DirectoryFileReason } from '../../../contract/directory-file.ts';
import { type ImportFilter, MOST_DIRECTORY_PERSONS } from '../../../contract/directory-import.ts';
import { rppsCheckDigitHolds } from '../../../contract/rpps.ts';
import { fail } from '../../core/errors.ts';
import { identifyHeader, isArchive, type RppsColumns } from '../rules/rpps-columns.ts';
import { type Activity, keeping, type LineReader, readRppsLine } from '../rules/rpps-line.ts';
import { type FilePerson, withActivity } from '../rules/rpps-person.ts';
import type { ReadSoFar } from './asks.ts';

/** Refused lines and doubtful numbers that are listed; beyond that they are counted. */
const LISTED = 200;
/** Characters. No line of an extraction is a tenth of it. */
const LONGEST_LINE = 100_000;

export interface Reading {
  readonly columns: RppsColumns | null;
  readonly people: ReadonlyMap<string, FilePerson>;
  readonly lines: number;
  readonly activities: number;
  readonly refused: { readonly count: number; readonly lines: { line: number; reason: string }[] };
  readonly wrongDigits: { readonly count: number; readonly numbers: string[] };
  readonly phonesUnreadable: number;
}

export interface Reader {
  /** @throws DeskError DIRECTORY_FILE_REFUSED, DIRECTORY_TOO_LARGE: nothing of the file is to be used then */
  take(bytes: Uint8Array, last: boolean): ReadSoFar;
  reading(): Reading;
}

const refuse = (file: string, reason: DirectoryFileReason, columns: readonly string[] = []): never =>
  fail('DIRECTORY_FILE_REFUSED', { file, reason, columns: [...columns] });

/** The columns of a file from its first line. @throws DeskError DIRECTORY_FILE_REFUSED naming what it is instead */
export const columnsFrom = (file: string, header: string): RppsColumns => {
  const identified = identifyHeader(header);
  return identified.ok ? identified.columns : refuse(file, identified.reason, identified.missing);
};

/** @throws DeskError DIRECTORY_FILE_REFUSED for what is no text at all */
export const refusePacked = (file: string, bytes: Uint8Array): void => {
  if (bytes.length === 0) refuse(file, 'empty');
  if (isArchive(bytes)) refuse(file, 'archive');
};

export const createReader = (
  file: string,
  filter: ImportFilter,
  most: number = MOST_DIRECTORY_PERSONS,
): Reader => {
  const decoder = new TextDecoder('utf-8');
  const people = new Map<string, FilePerson>();
  const keeps = keeping(filter);
  let lineReader: LineReader | null = null;
  let rest = '';
  let lineNumber = 0;
  let begun = false;
  const counts = { lines: 0, activities: 0, phonesUnreadable: 0, refused: 0, wrongDigits: 0 };
  const refusedLines: { line: number; reason: string }[] = [];
  const numbers: string[] = [];

  const keep = (activity: Activity): void => {
    const known = people.get(activity.nationalId) ?? null;
    counts.activities += 1;
    if (activity.phoneUnreadable) counts.phonesUnreadable += 1;
    if (known === null) {
      if (people.size >= most) fail('DIRECTORY_TOO_LARGE', { most });
      if (activity.rpps !== null && !rppsCheckDigitHolds(activity.rpps)) {
        counts.wrongDigits += 1;
        if (numbers.length < LISTED) numbers.push(activity.rpps);
      }
    }
    people.set(activity.nationalId, withActivity(known, activity));
  };

  /** @param ended by an end of line: a last line without one may have been cut */
  const take = (text: string, ended: boolean): void => {
    lineNumber += 1;
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (lineReader === null) {
      if (line.trim() === '') refuse(file, 'empty');
      lineReader = { columns: columnsFrom(file, line), keeps };
      return;
    }
    if (line.trim() === '') return;
    const read = readRppsLine(line, lineReader);
    if (read.kind === 'refused' && read.reason === 'cells' && !ended) refuse(file, 'cut');
    counts.lines += 1;
    if (read.kind === 'kept') keep(read.activity);
    if (read.kind !== 'refused') return;
    counts.refused += 1;
    if (refusedLines.length < LISTED) refusedLines.push({ line: lineNumber, reason: read.reason });
  };

  const soFar = (): ReadSoFar => ({
    lines: counts.lines,
    activities: counts.activities,
    persons: people.size,
  });

  return {
    take: (bytes, last) => {
      if (!begun) refusePacked(file, bytes);
      begun = true;
      const text = rest + decoder.decode(bytes, { stream: !last });
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        take(text.slice(from, to), true);
        from = to + 1;
      }
      rest = text.slice(from);
      if (rest.length > LONGEST_LINE) refuse(file, lineReader === null ? 'unknown' : 'cut');
      if (last && rest !== '') {
        take(rest, false);
        rest = '';
      }
      if (last && lineReader === null) refuse(file, 'empty');
      return soFar();
    },
    reading: () => ({
      columns: lineReader?.columns ?? null,
      people,
      lines: counts.lines,
      activities: counts.activities,
      refused: { count: counts.refused, lines: refusedLines },
      wrongDigits: { count: counts.wrongDigits, numbers },
      phonesUnreadable: counts.phonesUnreadable,
    }),
  };
};
