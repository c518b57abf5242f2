/** In which state the data folder is: open, or not, and why. */
import * as z from 'zod';
import { CopyListed } from './copy-listed.ts';
import { Instant } from './time.ts';

export const OpenFailure = z.object({
  code: z.enum([
    'needs-recovery-code',
    'wrong-key',
    'damaged',
    'from-newer-version',
    'held-by-another',
    'envelope-missing',
    'unwritable',
    'unknown',
  ]),
  /** The file concerned, by its name within the data folder. */
  file: z.string(),
  /** What happened, what is safe, what can be done: French, ready to show. */
  message: z.string(),
  /** When held by another: since when. */
  since: Instant.nullable(),
  /** When a copy could take the place of the file: those that open, newest first. */
  copies: z.array(CopyListed).optional(),
});
export type OpenFailure = z.infer<typeof OpenFailure>;

/** The check of the whole file and journal that follows each start, away from the first window. */
export const FullCheckState = z.object({
  at: Instant,
  ok: z.boolean(),
  /** French, ready to show; null when all is well. */
  message: z.string().nullable(),
});
export type FullCheckState = z.infer<typeof FullCheckState>;

/**
 * Tells one house's file from another's, also while it does not open, and says nothing of it: two houses may answer in
 * turn at one address, where a browser keeps one storage. Null: there is no envelope that can be read.
 */
const HouseName = z.string().nullable();

export const GateStatus = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    house: HouseName,
    firstStart: z.boolean(),
    demo: z.boolean(),
    folder: z.string(),
    appVersion: z.string(),
    /** Null until it is done. */
    check: FullCheckState.nullable().optional(),
  }),
  z.object({
    state: z.literal('closed'),
    house: HouseName,
    failure: OpenFailure,
    folder: z.string(),
    appVersion: z.string(),
  }),
]);
export type GateStatus = z.infer<typeof GateStatus>;
