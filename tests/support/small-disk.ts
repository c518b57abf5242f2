/**
 * A disk that can be full: a small file system of its own where this user may mount one, which fills as any disk does.
 * Elsewhere the file alone is told to grow no more, so that SQLite itself says that the disk is full.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ground } from '../../src/main/core/ground.ts';

export interface SmallDisk {
  readonly folder: string;
  /** A file system of its own; otherwise only the desk's own connection meets the end. */
  readonly isReal: boolean;
  /** @param leave bytes that are left, none by default */
  fill(ground: Ground, leave?: number): void;
  /** Room again. */
  free(ground: Ground): void;
  remove(): void;
}

/** Pages that SQLite allows by itself. */
const MOST_PAGES = 1_073_741_823;

const mounted = (folder: string, mebibytes: number): boolean =>
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]).status === 0;

/** @param own a file system of its own, if this user may */
export const smallDisk = (mebibytes: number, own: boolean): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-small-'));
  const ballast = join(folder, 'autre-chose.bin');
  const isReal = own && mounted(folder, mebibytes);
  const limit = ({ db }: Ground, pages: number): void => {
    db.pragma(`max_page_count = ${pages}`);
  };
  return {
    folder: join(folder, 'donnees'),
    isReal,
    fill: (ground, leave = 0) => {
      if (!isReal) {
        limit(ground, ground.db.pragma('page_count', { simple: true }) as number);
        return;
      }
      const file = openSync(ballast, 'a');
      // Whole pieces first, then what is left of the last.
      for (let size = 1 << 20; size >= 1; size >>= 1)
        try {
          for (;;) writeSync(file, Buffer.alloc(size, 0x5a));
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        }
      ftruncateSync(file, Math.max(0, fstatSync(file).size - leave));
      closeSync(file);
    },
    free: (ground) => {
      if (isReal) rmSync(ballast, { force: true });
      else limit(ground, MOST_PAGES);
    },
    remove: () => {
      if (isReal) spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
