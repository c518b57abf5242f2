/**
 * Puts a copy in the place of the file, whether that one no longer opens or somebody goes back behind a mistake. What was
 * there is set aside, never deleted: whatever can still be read from it one day is newer than the copy.
 */
import { basename, join } from 'node:path';
import { wholeCopy } from './copies.ts';
import { type CopyDisk, realDisk } from './copy-disk.ts';
import type { DataFiles } from './data-files.ts';
import { DeskError } from './errors.ts';
import { type Envelope, readEnvelope } from './keys/envelope.ts';
import { houseOf } from './keys/keyring.ts';

export interface CopyPlace {
  /** Of the house itself, or of a stick. */
  readonly folder: string;
  /** Name of the copy's database. */
  readonly file: string;
}

export interface PutBack {
  /** When the copy was made. */
  readonly copyAt: number;
  /** Where the former files lie. */
  readonly aside: string;
}

/**
 * Under the folder's lock, with no file of it open. A plug pulled at any moment, or a disk that fails, leaves the former
 * file in its place, or set aside whole with the copy ready to be taken up by the next start.
 * @throws DeskError NOT_FOUND when this copy is not there or not whole; what the disk throws
 */
export const restoreCopy = (
  files: DataFiles,
  { folder, file }: CopyPlace,
  now: number,
  disk: CopyDisk = realDisk,
): PutBack => {
  const copy = wholeCopy(folder, file, disk);
  if (!copy) throw new DeskError('NOT_FOUND', { what: 'copy' });
  const coming = join(files.folder, `${basename(files.newDatabase)}.tmp`);
  const keys = join(folder, `${file.slice(0, -3)}.keys`);
  const envelope = envelopeAfter(files.envelope, keys);
  try {
    disk.remove(coming);
    disk.copy(join(folder, file), coming);
    if (disk.digest(coming).sha256 !== copy.sha256)
      throw Object.assign(new Error('the bytes read back are not those of the copy'), { code: 'EIO' });
    const aside = asideFolder(files, now, disk);
    disk.makeFolder(aside);
    if (disk.size(files.envelope) !== null)
      disk.write(join(aside, basename(files.envelope)), disk.read(files.envelope));
    // Whole before it has this name: the next start takes up what it finds there once the database is gone.
    disk.place(coming, files.newDatabase);
    takeOver(files, aside, envelope, disk);
    return { copyAt: copy.at, aside };
  } catch (error) {
    tryTo(() => disk.remove(coming));
    throw error;
  }
};

/** The former files go, the copy comes. Put back as they were when a step fails. */
const takeOver = (files: DataFiles, aside: string, envelope: Uint8Array | null, disk: CopyDisk): void => {
  const moved: [string, string][] = [];
  const formerKeys = disk.size(files.envelope) === null ? null : disk.read(files.envelope);
  try {
    // The logs first: beside another file they would be taken for that file's own, and written into it.
    for (const suffix of ['-journal', '-wal', '-shm', '']) {
      const from = files.database + suffix;
      if (disk.size(from) === null) continue;
      const to = join(aside, basename(from));
      disk.move(from, to);
      moved.push([to, from]);
    }
    disk.sync(aside);
    if (envelope) disk.write(files.envelope, envelope);
    disk.place(files.newDatabase, files.database);
  } catch (error) {
    // Renamed, and only the flush of the folder failed: the copy is in its place.
    if (moved.length > 0 && isThere(disk, files.database) && !isThere(disk, files.newDatabase)) return;
    if (!isThere(disk, files.database))
      for (const [to, from] of moved.toReversed()) tryTo(() => disk.move(to, from));
    if (envelope && formerKeys) tryTo(() => disk.write(files.envelope, formerKeys));
    // Only once the former file is back: until then this is what the next start takes up.
    if (isThere(disk, files.database)) tryTo(() => disk.remove(files.newDatabase));
    throw error;
  }
};

const isThere = (disk: CopyDisk, path: string): boolean => {
  try {
    return disk.size(path) !== null;
  } catch {
    return false;
  }
};

const tryTo = (work: () => void): void => {
  try {
    work();
  } catch {
    // A disk that is gone: the next start finds what is left.
  }
};

/**
 * The envelope of today when it is the same house's: the code that was replaced since the copy stays dead. Otherwise the
 * copy's own. @returns null when nothing has to change
 */
const envelopeAfter = (current: string, ofCopy: string): Uint8Array | null => {
  const there = envelopeAt(current);
  const coming = envelopeAt(ofCopy);
  if (coming === null) throw new DeskError('NOT_FOUND', { what: 'copy' });
  if (there && houseOf(there.envelope) === houseOf(coming.envelope)) return null;
  return coming.bytes;
};

const envelopeAt = (path: string): { envelope: Envelope; bytes: Uint8Array } | null => {
  try {
    return { envelope: readEnvelope(path), bytes: realDisk.read(path) };
  } catch {
    return null;
  }
};

/** « mis-de-cote/2026-11-23T07-00-00 », in UTC: a name, nothing that anybody works by. Never one that is taken. */
const asideFolder = (files: DataFiles, now: number, disk: CopyDisk): string => {
  const name = Temporal.Instant.fromEpochMilliseconds(now)
    .toString({ smallestUnit: 'second' })
    .slice(0, 19)
    .replaceAll(':', '-');
  for (let n = 1; ; n++) {
    const folder = join(files.aside, n === 1 ? name : `${name}-${n}`);
    if (disk.size(folder) === null) return folder;
  }
};
