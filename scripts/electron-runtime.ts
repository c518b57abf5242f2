/**
 * Electron's runtime: whether it is on this machine, and how to fetch it. Never by requiring `electron`, which would
 * start a download by itself and throw without a network.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

export interface Machine {
  /** The repository. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

const here: Machine = { root: join(import.meta.dirname, '..'), env: process.env, platform: process.platform };

const PROGRAMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
};

/** From `ELECTRON_OVERRIDE_DIST_PATH`, or from what `install-electron` left; null when there is none. */
export const findElectron = ({ root, env, platform }: Machine = here): { readonly path: string } | null => {
  const folder = join(root, 'node_modules/electron');
  const pointer = join(folder, 'path.txt');
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : PROGRAMS[platform];
  if (!program || isAbsolute(program)) return null;
  if (!override && !existsSync(pointer)) return null;
  const path = join(override || join(folder, 'dist'), program);
  return existsSync(path) ? { path } : null;
};

/**
 * Runs what `npx install-electron` runs. Without a network it fails within a second or two; with a slow one it is
 * stopped after `timeoutMs`.
 * @returns whether the runtime is there now
 */
export const tryInstallElectron = async (timeoutMs: number, machine: Machine = here): Promise<boolean> => {
  if (findElectron(machine) !== null) return true;
  const installer = join(machine.root, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return false;
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  return findElectron(machine) !== null;
};

// `.ci/run` asks whether this ring can run.
if (import.meta.main) process.exitCode = findElectron() === null ? 1 : 0;
