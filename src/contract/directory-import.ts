/**
 * Taking the public extraction of the RPPS into the directory. The file is 800 MB: it comes in pieces, each read and
 * forgotten, and only the people that the filter keeps are held, away from the desk. Nothing shows before all is there.
 */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { needs } from './base.ts';
import { DirectoryProfession } from './directory.ts';
import { Day, Instant } from './time.ts';

/** Which lines of an extraction are kept. An empty list asks for nothing. */
export const ImportFilter = z.object({
  departements: z.array(z.string().regex(/^(?:\d{2}|2[AB]|\d{3})$/)).max(110),
  /** Names, or postal codes. */
  communes: z.array(z.string().trim().min(1).max(100)).max(200),
  professions: z.array(DirectoryProfession),
});
export type ImportFilter = z.infer<typeof ImportFilter>;

export const DirectoryFileLook = z.object({
  /** Named columns. */
  columns: z.int(),
  /** From the name of the file. */
  extractionDay: Day.nullable(),
  /** The oldest of the known variants says nothing of specialties. */
  saysCompetences: z.boolean(),
});
export type DirectoryFileLook = z.infer<typeof DirectoryFileLook>;

/** Keys and reason codes are stable: they are checked by machine. */
export const DirectoryImportReport = z.object({
  columns: z.int(),
  extractionDay: Day.nullable(),
  /** Lines below the header, empty ones aside. */
  lines: z.int(),
  /** Lines that the filter keeps. */
  activities: z.int(),
  /** People on these lines. */
  persons: z.int(),
  refused: z.object({
    count: z.int(),
    /** The first ones. `line` counts from 1, the header included. */
    lines: z.array(z.object({ line: z.int(), reason: z.string() })),
  }),
  warnings: z.object({
    rppsCheckDigit: z.object({ count: z.int(), numbers: z.array(z.string()) }),
    phoneUnreadable: z.int(),
  }),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Verified or written by the house: the file says something else, and it stays as it is. */
  kept: z.int(),
  /** Known from an earlier extraction, within this filter, and named no more. */
  gone: z.int(),
});
export type DirectoryImportReport = z.infer<typeof DirectoryImportReport>;

export const DirectoryImport = z.object({
  at: Instant,
  filter: ImportFilter,
  extractionDay: Day.nullable(),
  persons: z.int(),
});
export type DirectoryImport = z.infer<typeof DirectoryImport>;

export const DirectoryImportProgress = z.object({
  step: z.enum(['reading', 'comparing', 'writing', 'done', 'stopped', 'failed']),
  /** Lines read, or people written. */
  done: z.int(),
  total: z.int(),
});
export type DirectoryImportProgress = z.infer<typeof DirectoryImportProgress>;

/** Bytes of one piece of `importChunk`: small, because whoever books waits until the desk has taken one in. */
export const DIRECTORY_PIECE = 128 * 1024;
/** Bytes of the beginning of a file that say what it is. */
export const DIRECTORY_HEAD = 64 * 1024;
/** People that one desk keeps in its directory and still finds at each key. */
export const MOST_DIRECTORY_PERSONS = 50_000;

const session = z.object({ session: z.string().max(60) });

const FileName = z.string().max(200);

/** What has been read so far. */
const Read = z.object({ lines: z.int(), activities: z.int(), persons: z.int() });

/** Procedures of `directory` that an import needs. DIRECTORY_FILE_REFUSED names what the file is instead. */
export const directoryImport = {
  /** What the beginning of a file says of it; nothing is kept. */
  importLook: needs('directory.import')
    .input(z.object({ name: FileName, head: z.instanceof(Blob) }))
    .output(DirectoryFileLook),
  /** BUSY while another import runs. */
  importBegin: needs('directory.import')
    .input(z.object({ name: FileName, filter: ImportFilter }))
    .output(session),
  /** One after the other, each at most `DIRECTORY_PIECE`. DIRECTORY_TOO_LARGE as soon as the filter keeps too many. */
  importChunk: needs('directory.import')
    .input(session.extend({ bytes: z.instanceof(Blob), last: z.boolean() }))
    .output(Read),
  /** After the last piece. */
  importApply: needs('directory.import').input(session).output(DirectoryImportReport),
  importProgress: needs('directory.import').input(session).output(eventIterator(DirectoryImportProgress)),
  /** Everything stays as before. */
  importStop: needs('directory.import').input(session).output(z.object({})),
  importEnd: needs('directory.import').input(session).output(z.object({})),
  /** The newest import, to propose the same filter again; null before the first. */
  lastImport: needs('desk.read').output(DirectoryImport.nullable()),
};
