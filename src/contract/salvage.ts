/** What a file that a copy has replaced still says of the work done since that copy (docs/spec/data-folder.md). */
import * as z from 'zod';
import { needs } from './base.ts';
import { BackupState } from './copies.ts';
import { HandedPaper } from './paper.ts';
import { Instant } from './time.ts';

export const SalvageKind = z.enum(['appointment', 'callback', 'request', 'waitlist']);
export type SalvageKind = z.infer<typeof SalvageKind>;

export const SalvageLine = z.object({
  /** Its number in the file that was set aside: no number of the file in use. */
  id: z.int(),
  /** `new`: made since the copy. `changed`: the file in use has it as it was at the copy. */
  change: z.enum(['new', 'changed']),
  /** Null: the record could not be read. */
  who: z.string().nullable(),
  /** Birth date and phone, as far as they could be read. */
  about: z.string(),
  /** No such record in the file in use: it has to be made first. */
  missingRecord: z.boolean(),
  /** French, ready to show: when, with whom, what. */
  what: z.string(),
  /** What the file in use says instead; null for what it does not have. */
  here: z.string().nullable(),
});
export type SalvageLine = z.infer<typeof SalvageLine>;

export const SalvageGroup = z.object({
  kind: SalvageKind,
  lines: z.array(SalvageLine),
  /** Beyond what is listed. */
  more: z.int(),
  /** Made since and over since: nothing to type again. */
  settled: z.int(),
  /** Pages were destroyed; at most this many lines stood there, null when that cannot be told either. */
  lost: z.int().nullable(),
});
export type SalvageGroup = z.infer<typeof SalvageGroup>;

export const Salvage = z.object({
  /** When the copy took its place, and up to when that copy knows. */
  at: Instant,
  copyAt: Instant,
  /** Without its key, or without its first pages, nothing at all can be read. */
  readable: z.boolean(),
  groups: z.array(SalvageGroup),
});
export type Salvage = z.infer<typeof Salvage>;

export const salvage = {
  /** Read in the file set aside last, which stays as it is. NOT_FOUND `set-aside-file` when there is none any more. */
  salvage: needs('practice.write').output(Salvage),
  salvagePaper: needs('practice.write').output(HandedPaper),
  /** All of it is typed again: no longer shown. The file stays where it is. */
  salvaged: needs('practice.write').output(BackupState),
};
