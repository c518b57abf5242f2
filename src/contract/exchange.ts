/**
 * Taking over the former agenda. The assistant and the command share this path; parsing and checking happen in a
 * worker, the write transaction only applies prepared rows, and what was uploaded stays in memory.
 */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { needs } from './base.ts';

/** What a file holds, guessed from its headers, correctable. */
export const FileRole = z.enum([
  'practitioners',
  'openingHours',
  'appointmentTypes',
  'patients',
  'appointments',
  'ignored',
]);
export type FileRole = z.infer<typeof FileRole>;

export const FileInspection = z.object({
  name: z.string(),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le']),
  separator: z.enum([';', ',', '\t', '|']),
  role: FileRole,
  columns: z.array(z.string()),
  /** Our field → their column, as proposed (or as remembered from last time). */
  mapping: z.record(z.string(), z.string()),
  /** Our required fields that no column was found for. */
  missing: z.array(z.string()),
  lines: z.int(),
  /** The first lines as they will be read, to judge by eye. */
  sample: z.array(z.record(z.string(), z.string())),
});
export type FileInspection = z.infer<typeof FileInspection>;

export const Refusal = z.object({ code: z.string(), reason: z.string() });

/** The report of a dry run or of an import. Keys and reason codes are stable: they are checked by machine. */
export const ImportReport = z.object({
  encoding: z.string(),
  separator: z.string(),
  practitioners: z.int(),
  openingHours: z.int(),
  appointmentTypes: z.int(),
  patients: z.object({
    accepted: z.int(),
    rejected: z.array(Refusal),
    likelyDuplicates: z.array(z.tuple([z.string(), z.string()])),
  }),
  appointments: z.object({
    accepted: z.int(),
    deliberateOverlaps: z.array(z.string()),
    rejected: z.array(Refusal),
    repeatedLines: z.int(),
  }),
  /** Former status label → count, as in the file. */
  byStatus: z.record(z.string(), z.int()),
  /** Oddities that are no error, beside the rest: reason code → codes of the lines. */
  warnings: z.record(z.string(), z.array(z.string())),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What a real import did, row by row counted. A row that the desk has changed since is never overwritten. */
export const ImportOutcome = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  keptBecauseChangedHere: z.int(),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportProgress = z.object({
  step: z.enum(['reading', 'checking', 'writing', 'done', 'stopped', 'failed']),
  done: z.int(),
  total: z.int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

const session = z.object({ session: z.string() });

export const exchange = {
  begin: needs('exchange.write').output(session),
  /** Files come in pieces so that a large one neither blocks the desk nor trips the body limit (512 KiB each). */
  addChunk: needs('exchange.write')
    .input(session.extend({ name: z.string().max(200), bytes: z.instanceof(Blob), last: z.boolean() }))
    .output(z.object({ received: z.int() })),
  inspect: needs('exchange.write').input(session).output(z.array(FileInspection)),
  correct: needs('exchange.write')
    .input(session.extend({ name: z.string(), role: FileRole, mapping: z.record(z.string(), z.string()) }))
    .output(z.array(FileInspection)),
  dryRun: needs('exchange.write').input(session).output(ImportReport),
  apply: needs('exchange.write')
    .input(session)
    .output(z.object({ report: ImportReport, outcome: ImportOutcome })),
  /** Stops cleanly: everything stays as before. */
  stop: needs('exchange.write').input(session).output(z.object({})),
  progress: needs('exchange.write').input(session).output(eventIterator(ImportProgress)),
  /** The refused lines of one file, as they were, with the reason added: to mend and import again. */
  refusedLines: needs('exchange.write')
    .input(session.extend({ role: FileRole }))
    .output(z.object({ fileName: z.string(), csv: z.string() })),
  end: needs('exchange.write').input(session).output(z.object({})),
};
