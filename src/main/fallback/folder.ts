/**
 * The folder of the fallback sheets. Asked without waiting on the desk's own thread: a share that hangs must keep nobody
 * waiting. The one place where tests make a folder fail, fill up or vanish.
 */
import { randomBytes } from 'node:crypto';
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { PRIVATE } from '../core/atomic-file.ts';

export interface FallbackDisk {
  list(folder: string): Promise<string[]>;
  /** Whole or not at all, flushed, for this user only. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

export const realFallbackDisk: FallbackDisk = {
  list: (folder) => readdir(folder),
  write: async (path, bytes) => {
    const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      const file = await open(temporary, 'wx', PRIVATE);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
  },
  remove: (path) => rm(path, { force: true }),
};

export type FolderProblem = 'relative' | 'missing' | 'not-a-folder' | 'inside' | 'unwritable';

/** Can sheets go there? Leaves nothing behind. */
export const problemOf = async (
  folder: string,
  dataFolder: string,
  disk: FallbackDisk,
): Promise<FolderProblem | null> => {
  if (!isAbsolute(folder)) return 'relative';
  const there = await stat(folder).catch(() => null);
  if (there === null) return 'missing';
  if (!there.isDirectory()) return 'not-a-folder';
  const within = relative(await realpath(dataFolder), await realpath(folder));
  if (!within.startsWith('..') && !isAbsolute(within)) return 'inside';
  const trial = join(folder, `parvis-secours-essai-${randomBytes(4).toString('hex')}`);
  try {
    await disk.write(trial, Buffer.from('\n'));
    await disk.remove(trial);
  } catch {
    return 'unwritable';
  }
  return null;
};
