/** The door: what can be said and done while the file is not open yet, or cannot be opened. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { needs } from './base.ts';
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
  copies: z.array(z.object({ file: z.string(), at: Instant })).optional(),
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

/** What changed, as a hint to refetch; a follower that needs certainty reads the journal. */
export const Change = z.object({
  seq: z.int(),
  entities: z.array(z.string()),
  /** Whatever is saved from now on waits some seconds (a former agenda is being written), or no longer does. */
  writesWait: z.boolean().optional(),
});
export type Change = z.infer<typeof Change>;

export const BackupState = z.object({
  lastAt: Instant.nullable(),
  file: z.string().nullable(),
  failure: z.string().nullable(),
});

export type BackupState = z.infer<typeof BackupState>;

export const gate = {
  status: needs('public').output(GateStatus),
  /** Tries again to open a folder that did not open: whatever stood in the way may be gone. */
  retry: needs('public').output(GateStatus),
  unlock: needs('public')
    .input(z.object({ recoveryCode: z.string().max(200) }))
    .output(GateStatus),
  /**
   * Puts one of `failure.copies` in the place of a file that does not open; that one is set aside, never deleted.
   * CONFLICT `open` while the file is open; NOT_FOUND when the copy is not whole.
   */
  restore: needs('public')
    .input(z.object({ file: z.string().regex(/^[\w-]{1,80}\.db$/) }))
    .output(GateStatus),
  /**
   * During first start only: a fresh recovery code, replacing any that nobody has written down.
   * CONFLICT `first-start-over` afterwards.
   */
  recoveryCode: needs('public').output(z.object({ recoveryCode: z.string() })),
  backup: needs('desk.read').output(BackupState),
  backUpNow: needs('practice.write').output(BackupState),
  /** Undo the actor's own last undoable action, within 10 minutes, if nobody touched its rows since. */
  undo: needs('desk.read').output(z.object({ action: z.string() })),
  /** What Ctrl+Z would undo now, for the button; null when nothing. */
  undoable: needs('desk.read').output(z.object({ action: z.string(), at: Instant }).nullable()),
  /**
   * One stream a window. The first comes at once, names no entity, and says where the journal stands: a window that was
   * cut off and finds another `seq` than its last has missed something and refetches.
   */
  changes: needs('desk.read').output(eventIterator(Change)),
};
