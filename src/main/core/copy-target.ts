/**
 * The second place of the copies: a USB stick, a folder of a NAS. Everything here runs in a worker, because a share that
 * hangs must keep nobody waiting.
 *
 * Copies go into a folder of their own that is made when the place is chosen, and never again: an unplugged stick or an
 * unmounted share leaves an empty folder on the PC's own disk, which must not be taken for the place.
 */
import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import * as z from 'zod';
import { dropCopy, EXTENSIONS, finishedCopies, passingCopies, TEMPORARY, wholeCopy } from './copies.ts';
import { copiesKept, momentOf } from './copies-kept.ts';
import { type CopyDisk, realDisk } from './copy-disk.ts';
import { type Envelope, envelopeText, readEnvelope } from './keys/envelope.ts';
import { houseOf } from './keys/keyring.ts';

export const TARGET_FOLDER = 'sauvegardes-parvis';
const MARK = 'parvis-maison.txt';

export type TargetProblem =
  | 'relative'
  | 'missing'
  | 'not-a-folder'
  | 'inside'
  | 'unwritable'
  | 'full'
  | 'same-disk'
  | 'other-house';

export interface ChooseTarget {
  readonly path: string;
  readonly dataFolder: string;
  readonly house: string;
  readonly acceptSameDisk: boolean;
}

export type Chosen =
  | { readonly ok: true; readonly sameDisk: boolean }
  | { readonly ok: false; readonly problem: TargetProblem };

/** Looks whether copies can go there, and makes their folder. Writes nothing when they cannot. */
export const chooseTarget = (asked: ChooseTarget, disk: CopyDisk = realDisk): Chosen => {
  const no = (problem: TargetProblem): Chosen => ({ ok: false, problem });
  const { path, dataFolder, house } = asked;
  if (!isAbsolute(path)) return no('relative');
  const place = statSync(path, { throwIfNoEntry: false });
  if (!place) return no('missing');
  if (!place.isDirectory()) return no('not-a-folder');
  const within = relative(realpathSync(dataFolder), realpathSync(path));
  if (!within.startsWith('..') && !isAbsolute(within)) return no('inside');
  const sameDisk = place.dev === statSync(dataFolder).dev;
  if (sameDisk && !asked.acceptSameDisk) return no('same-disk');
  const folder = join(path, TARGET_FOLDER);
  const owner = houseAt(folder, disk);
  if (owner !== null && owner !== house) return no('other-house');
  try {
    disk.makeFolder(folder);
    disk.write(join(folder, MARK), `${house}\n`);
  } catch (error) {
    return no(isFull(error) ? 'full' : 'unwritable');
  }
  return { ok: true, sameDisk };
};

export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(String(error.code));

const Mark = z.string().trim().min(1).max(100);

const houseAt = (folder: string, disk: CopyDisk): string | null => {
  try {
    return Mark.parse(Buffer.from(disk.read(join(folder, MARK))).toString('utf8'));
  } catch {
    return null;
  }
};

export interface CarryCopies {
  /** As it was typed. */
  readonly path: string;
  readonly copies: string;
  readonly envelope: string;
  /** A copy that must stay: the last one that was proven. */
  readonly proven: string | null;
}

export type Carried =
  | { readonly there: false }
  | { readonly there: true; readonly copy: { readonly file: string; readonly at: number } | null };

/**
 * Brings the newest copy to the second place, whole or not at all: written under a temporary name, flushed, renamed, read
 * again and compared. Then gives every copy there the envelope of today, and drops what is too old.
 * @throws what the disk throws: what is there of former copies is untouched
 */
export const carryCopies = (asked: CarryCopies, disk: CopyDisk = realDisk): Carried => {
  const envelope = readEnvelope(asked.envelope);
  const folder = join(asked.path, TARGET_FOLDER);
  if (houseAt(folder, disk) !== houseOf(envelope)) return { there: false };
  const newest = passingCopies(asked.copies, disk)[0];
  sweepTarget(folder, disk);
  const keys = envelopeText(portable(envelope));
  const there = finishedCopies(folder, disk).find(({ file }) => file === newest?.file);
  // What is there was read again when it was written; a round that brings nothing new reads no gigabyte.
  if (newest && there?.manifest.sha256 !== newest.manifest.sha256)
    carry({ from: asked.copies, to: folder, file: newest.file, keys }, disk);
  renewEnvelopes(folder, envelope, disk);
  pruneTarget(folder, asked.proven, disk);
  return { there: true, copy: newest ? { file: newest.file, at: newest.at } : null };
};

/**
 * What opens a stick that somebody finds in the street: the recovery code, and nothing that lies on the stick itself. A
 * house that never had a code keeps the only way in that it has.
 */
const portable = (envelope: Envelope): Envelope =>
  envelope.recovery === null ? envelope : { ...envelope, plain: null };

const carry = (
  way: { readonly from: string; readonly to: string; readonly file: string; readonly keys: string },
  disk: CopyDisk,
): void => {
  const stem = way.file.slice(0, -3);
  const temporary = join(way.to, `${stem}${TEMPORARY}`);
  const manifest = disk.read(join(way.from, `${stem}.json`));
  // A manifest of a copy that was cut short elsewhere must not vouch for the bytes that come now.
  disk.remove(join(way.to, `${stem}.json`));
  disk.copy(join(way.from, way.file), temporary);
  disk.place(temporary, join(way.to, way.file));
  disk.write(join(way.to, `${stem}.keys`), way.keys);
  disk.write(join(way.to, `${stem}.json`), manifest);
  if (wholeCopy(way.to, way.file, disk) === null) {
    dropCopy(way.to, way.file, disk);
    throw Object.assign(new Error('the bytes read back are not those that were written'), { code: 'EIO' });
  }
};

/** A code that was replaced opens no copy any more. @returns how many were given the envelope of today */
export const renewEnvelopes = (folder: string, envelope: Envelope, disk: CopyDisk = realDisk): number => {
  let renewed = 0;
  for (const { file } of finishedCopies(folder, disk)) {
    const path = join(folder, `${file.slice(0, -3)}.keys`);
    const there = envelopeAt(path);
    if (there === null || houseOf(there) !== houseOf(envelope)) continue;
    // Where no key lies in clear, none is brought; where one does, on the PC itself, it stays.
    const next = there.plain === null ? portable(envelope) : envelope;
    if (envelopeText(there) === envelopeText({ ...next, fileId: there.fileId })) continue;
    disk.write(path, envelopeText({ ...next, fileId: there.fileId }));
    renewed++;
  }
  return renewed;
};

const envelopeAt = (path: string): Envelope | null => {
  try {
    return readEnvelope(path);
  } catch {
    return null;
  }
};

const sweepTarget = (folder: string, disk: CopyDisk): void => {
  for (const name of disk.list(folder).filter((file) => file.endsWith(TEMPORARY)))
    disk.remove(join(folder, name));
};

const pruneTarget = (folder: string, proven: string | null, disk: CopyDisk): void => {
  for (const file of tooOld(folder, proven, disk)) dropCopy(folder, file, disk);
};

/** @returns the copies that the house no longer keeps, by their names */
export const tooOld = (folder: string, proven: string | null, disk: CopyDisk = realDisk): string[] => {
  const known = passingCopies(folder, disk).flatMap(({ file, manifest: { serial } }) => {
    const moment = momentOf(file);
    return moment ? [{ file, serial, ...moment }] : [];
  });
  const kept = copiesKept(known, proven);
  return known.map(({ file }) => file).filter((file) => !kept.has(file));
};

/** Where copies lie in a place that somebody names: there, or in the folder that Parvis makes there. */
export const foldersOfCopies = (path: string, disk: CopyDisk = realDisk): string[] =>
  ['.', TARGET_FOLDER, 'sauvegardes']
    .map((name) => join(path, name))
    .filter((folder) => disk.list(folder).some((name) => EXTENSIONS.some((e) => name.endsWith(`.${e}`))));
