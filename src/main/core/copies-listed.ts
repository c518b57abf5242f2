/** The copies of a folder, as somebody who has to choose one sees them; and what was left there half done. */
import { join } from 'node:path';
import type { CopyListed } from '../../contract/copy-listed.ts';
import { type FinishedCopy, finishedCopies, TEMPORARY, wholeCopy } from './copies.ts';
import { realDisk } from './copy-disk.ts';

const listed =
  (proven: string | null) =>
  ({ file, at, manifest: { contents } }: FinishedCopy): CopyListed => ({
    file,
    at,
    people: contents?.people ?? null,
    appointments: contents?.appointments ?? null,
    lastChange: contents?.lastChange ?? null,
    proven: file === proven,
  });

/** @param proven the last that was restored and compared, by its name */
export const listCopies = (folder: string, proven: string | null): CopyListed[] =>
  finishedCopies(folder).map(listed(proven));

/**
 * Copies that can take the place of a lost file, newest first. The first of the list has been read to its end and is
 * what was written; the older ones are known by their manifest and size.
 */
export const usableCopies = (folder: string, proven: string | null): CopyListed[] => {
  const copies = finishedCopies(folder);
  const sound = copies.findIndex(({ file }) => wholeCopy(folder, file) !== null);
  return sound < 0 ? [] : copies.slice(sound).map(listed(proven));
};

/** Drops what a copy that was cut short has left. */
export const sweep = (folder: string): void => {
  for (const name of realDisk.list(folder).filter((file) => file.includes(TEMPORARY)))
    realDisk.remove(join(folder, name));
};
