/** Whether Electron's runtime is on this machine. Never by requiring `electron`, which would try to download it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Path of the executable, from `ELECTRON_OVERRIDE_DIST_PATH` or from what `install-electron` left, or null. */
export const electronPath = (): string | null => {
  const folder = join(root, 'node_modules/electron');
  const pointer = join(folder, 'path.txt');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const usual: Partial<Record<NodeJS.Platform, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const name = existsSync(pointer)
    ? readFileSync(pointer, 'utf8').trim()
    : (usual[process.platform] ?? 'electron');
  if (override === undefined && !existsSync(pointer)) return null;
  const path = join(override ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : null;
};

if (import.meta.main) process.exit(electronPath() === null ? 1 : 0);
