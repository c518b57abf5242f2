/** The door: what can be said and done while the file is not open yet, or cannot be opened. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { needs } from './base.ts';
import { CopyFile } from './copies.ts';
import { GateStatus } from './gate-status.ts';
import { Instant } from './time.ts';

export * from './gate-status.ts';

/** What changed, as a hint to refetch; a follower that needs certainty reads the journal. */
export const Change = z.object({
  seq: z.int(),
  entities: z.array(z.string()),
  /** Whatever is saved from now on waits some seconds (a former agenda is being written), or no longer does. */
  writesWait: z.boolean().optional(),
});
export type Change = z.infer<typeof Change>;

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
    .input(z.object({ file: CopyFile }))
    .output(GateStatus),
  /**
   * During first start only: a fresh recovery code, replacing any that nobody has written down.
   * CONFLICT `first-start-over` afterwards.
   */
  recoveryCode: needs('public').output(z.object({ recoveryCode: z.string() })),
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
