/** Parvis in its own window: Electron, when its runtime is on this machine or can be fetched. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findElectron, tryInstallElectron } from '../electron-runtime.ts';
import { buildAllIfStale } from './build.ts';

const root = join(import.meta.dirname, '../..');

/** A whole runtime is about 110 MB; without a network the fetch itself gives up within seconds. */
const FETCH_LIMIT_MS = 5 * 60_000;

type Env = Readonly<Record<string, string | undefined>>;

/** @returns why there can be no window here, as the beginning of a French line, or null */
export const windowObstacle = async (env: Env): Promise<string | null> => {
  if (process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'Pas d’écran ici';
  if (findElectron() !== null) return null;
  console.log('Récupération d’Electron, une seule fois (110 Mo environ)…');
  return (await tryInstallElectron(FETCH_LIMIT_MS))
    ? null
    : 'Electron n’est pas installé et n’a pas pu être récupéré';
};

/** @returns the exit code, once the window is closed */
export const openWindow = (demo: boolean): Promise<number> => {
  buildAllIfStale();
  const runtime = findElectron();
  if (runtime === null) throw new Error('the runtime of Electron went away');
  const child = spawn(runtime.path, [root, ...(demo ? ['--demo'] : [])], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
};
