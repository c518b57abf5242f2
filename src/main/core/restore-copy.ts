/**
 * Puts a copy in the place of a file that no longer opens. What was there is set aside, never deleted: whatever can
 * still be read from it one day is newer than the copy.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createPrivate, PRIVATE_FOLDER, renameDurably, syncFolder, writeAtomically } from './atomic-file.ts';
import { wholeCopy } from './copies.ts';
import type { DataFiles } from './data-files.ts';
import { DeskError } from './errors.ts';

/**
 * Under the folder's lock, with no file of it open. A plug pulled at any moment leaves a folder that still says that it
 * does not open, or one that opens on the copy.
 * @param file name of the copy's database, as `usableCopies` gives it
 * @returns when the copy was made
 * @throws DeskError NOT_FOUND when this copy is not there or not whole; what the disk throws
 */
export const restoreCopy = (files: DataFiles, file: string, now: number): number => {
  const copy = wholeCopy(files.copies, file);
  if (!copy) throw new DeskError('NOT_FOUND', { what: 'copy' });
  const source = join(files.copies, file);
  const aside = asideFolder(files, now);
  mkdirSync(aside, { recursive: true, mode: PRIVATE_FOLDER });

  createPrivate(files.newDatabase);
  copyFileSync(source, files.newDatabase);
  if (existsSync(files.envelope)) copyFileSync(files.envelope, join(aside, basename(files.envelope)));
  writeAtomically(files.envelope, readFileSync(source.replace(/\.db$/, '.keys')));
  // The log first: beside another file it would be taken for that file's own.
  for (const suffix of ['-wal', '-shm', ''])
    if (existsSync(files.database + suffix))
      renameSync(files.database + suffix, join(aside, basename(files.database) + suffix));
  syncFolder(aside);
  renameDurably(files.newDatabase, files.database);
  return copy.at;
};

/** « mis-de-cote/2026-11-23T07-00-00 », in UTC: a name, nothing that anybody works by. */
const asideFolder = (files: DataFiles, now: number): string =>
  join(
    files.aside,
    Temporal.Instant.fromEpochMilliseconds(now)
      .toString({ smallestUnit: 'second' })
      .slice(0, 19)
      .replaceAll(':', '-'),
  );
