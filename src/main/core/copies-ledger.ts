/**
 * What is known of the copies beyond each one's manifest, in `parvis.copies.json`: where else they go, which was proven
 * last, what was erased. Beside the database and not in it, because it is needed on the day that one does not open. Says
 * nothing of anybody: entries of the journal by number and digest.
 */
import * as z from 'zod';
import { type CopyDisk, realDisk } from './copy-disk.ts';
import { Erasure } from './erasures.ts';
import type { Log } from './log.ts';

/** An entry of the journal whose contents were erased. The digest tells two journals apart that share numbers. */
const Tombstone = z.object({ seq: z.int(), digest: z.hex() });
export type Tombstone = z.infer<typeof Tombstone>;

const Ledger = z.object({
  format: z.literal('parvis-copies'),
  version: z.literal(1),
  /** The second place, as it was typed. */
  target: z
    .object({
      path: z.string(),
      chosenAt: z.int(),
      /** Somebody was told that a dying disk takes both, and wanted it all the same. */
      sameDisk: z.boolean(),
      /** Last time that it was there, and the newest copy that it is known to hold. */
      seenAt: z.int(),
      copy: z.object({ file: z.string(), at: z.int(), on: z.int() }).nullable(),
    })
    .nullable(),
  /** The last copy that was restored to a file of its own and compared. */
  proof: z.object({ at: z.int(), file: z.string(), copyAt: z.int() }).nullable(),
  /** The last that did not hold, and under which name it was set aside. */
  failedProof: z.object({ at: z.int(), file: z.string(), copyAt: z.int(), why: z.string() }).nullable(),
  codeCheckedAt: z.int().nullable(),
  /** How far the journal was found to hold, and its last digest then: outside the tables that it speaks for. */
  checkpoint: z.object({ length: z.int().positive(), head: z.hex(), at: z.int() }).nullable().default(null),
  erased: z.array(Tombstone),
  /** Rows that were emptied. */
  erasures: z.array(Erasure).default([]),
  /** A copy was put in place, and the house has not been opened since. */
  restored: z
    .object({
      file: z.string(),
      copyAt: z.int(),
      aside: z.string(),
      folder: z.string(),
      /** The file that left held somebody's work: on a new PC it is the empty house of the first start. */
      worked: z.boolean().default(true),
    })
    .nullable(),
  /** The file that a copy replaced last, until somebody says that what it held since is typed again. */
  setAside: z.object({ at: z.int(), copyAt: z.int(), folder: z.string() }).nullable().default(null),
});
export type LedgerContent = z.infer<typeof Ledger>;

const EMPTY: LedgerContent = {
  format: 'parvis-copies',
  version: 1,
  target: null,
  proof: null,
  failedProof: null,
  codeCheckedAt: null,
  checkpoint: null,
  erased: [],
  erasures: [],
  restored: null,
  setAside: null,
};

export interface Ledger {
  read(): LedgerContent;
  /** Kept in memory when the disk refuses it: whoever wrote is not stopped by its bookkeeping. */
  change(change: Partial<LedgerContent>): void;
}

export const openLedger = (path: string, log: Log, disk: CopyDisk = realDisk): Ledger => {
  let content = stored(path, disk);
  return {
    read: () => content,
    change: (change) => {
      content = { ...content, ...change };
      try {
        disk.write(path, `${JSON.stringify(content, null, 2)}\n`);
      } catch (error) {
        log.error('copies.ledger-not-kept', error);
      }
    },
  };
};

const stored = (path: string, disk: CopyDisk): LedgerContent => {
  try {
    return Ledger.parse(JSON.parse(Buffer.from(disk.read(path)).toString('utf8')));
  } catch {
    // Lost or damaged: what follows is found again, proof first.
    return EMPTY;
  }
};
