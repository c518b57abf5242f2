/** The copies of the house: where they go, what they hold, whether they would bring it back. */
import * as z from 'zod';
import { needs } from './base.ts';
import { CopyListed } from './copy-listed.ts';
import { GateStatus } from './gate-status.ts';
import { Instant } from './time.ts';

export * from './copy-listed.ts';

/** The second place: a stick, a folder of a share. */
export const BackupTarget = z.object({
  path: z.string(),
  /** A disk that dies takes both: accepted by somebody who was told. */
  sameDisk: z.boolean(),
  /** When it was last seen, and whether it is missing now. */
  seenAt: Instant,
  absent: z.boolean(),
  /** French, ready to show: what went wrong the last time, though it was there. */
  failure: z.string().nullable(),
  /** Of when is the newest copy there. */
  copyAt: Instant.nullable(),
});
export type BackupTarget = z.infer<typeof BackupTarget>;

export const BackupState = z.object({
  lastAt: Instant.nullable(),
  file: z.string().nullable(),
  failure: z.string().nullable(),
  /** The last copy that was restored to a file of its own and compared. */
  proof: z.object({ at: Instant, file: z.string(), copyAt: Instant }).nullable(),
  /** The last that did not hold; `file` is its name where it was set aside. */
  failedProof: z.object({ at: Instant, file: z.string(), copyAt: Instant }).nullable(),
  /** French: why no proof could be made, which says nothing of the copy. */
  proofTrouble: z.string().nullable(),
  target: BackupTarget.nullable(),
  /** The file that a copy replaced last, until what it held since is said to be typed again. */
  setAside: z.object({ at: Instant, copyAt: Instant }).nullable(),
  /** Of the recovery code: since when it is the one, and when somebody last typed it again. */
  code: z.object({ issuedAt: Instant.nullable(), checkedAt: Instant.nullable() }),
});
export type BackupState = z.infer<typeof BackupState>;

export const CopyFile = z.string().regex(/^[\w-]{1,80}\.db$/);
const Path = z.string().trim().min(1).max(500);

export const copies = {
  state: needs('desk.read').output(BackupState),
  /** Newest first. */
  list: needs('desk.read').output(z.array(CopyListed)),
  /** A copy now. Failure is in the state. */
  make: needs('practice.write').output(BackupState),
  /** Restores the newest copy to a file of its own and compares. What does not hold is set aside, named in the state. */
  prove: needs('practice.write').output(BackupState),
  /**
   * CONFLICT `target-relative`, `target-missing`, `target-not-a-folder`, `target-inside`, `target-unwritable`,
   * `target-full`, `target-other-house`; `target-same-disk` unless accepted. Null: no second place any more.
   */
  setTarget: needs('practice.write')
    .input(z.object({ path: Path.nullable(), acceptSameDisk: z.boolean() }))
    .output(BackupState),
  /**
   * Puts a copy in the place of the file that is open; that one is set aside, and what was erased since is erased again.
   * NOT_FOUND when the copy is not whole: the house is open as before.
   */
  goBack: needs('people.govern')
    .input(z.object({ file: CopyFile }))
    .output(GateStatus),
  /**
   * Copies in a folder that somebody names, while there is no house here, or none that opens.
   * CONFLICT `open` once a house is set up, `no-copies` when the folder has none.
   */
  lookIn: needs('public')
    .input(z.object({ folder: Path }))
    .output(z.array(CopyListed)),
  /** Brings one of them here: the file and the envelope that goes with it. The recovery code opens it. */
  bring: needs('public')
    .input(z.object({ folder: Path, file: CopyFile }))
    .output(GateStatus),
  /** Is this the code that opens the house? Nothing is shown, nothing changes but the date of the check. */
  checkCode: needs('practice.write')
    .input(z.object({ recoveryCode: z.string().max(200) }))
    .output(z.object({ right: z.boolean() })),
  /** A new code, to be shown once. The former opens nothing any more, copies within reach included. */
  replaceCode: needs('people.govern').output(z.object({ recoveryCode: z.string() })),
};
