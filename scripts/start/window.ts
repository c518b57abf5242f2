/** Parvis in its own window: Electron, when its runtime is on this machine or can be fetched. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAllIfStale } from './build.ts';

const root = join(import.meta.dirname, '../..');
const electron = join(root, 'node_modules/electron');

/** A whole runtime is about 110 MB; without a network the fetch itself gives up within seconds. */
const FETCH_LIMIT_MS = 5 * 60_000;

type Env = Readonly<Record<string, string | undefined>>;

/** Path of Electron's program, or null. Never by requiring `electron`: that would start a download. */
const runtime = (env: Env): string | null => {
  const named = join(electron, 'path.txt');
  if (!existsSync(named)) return null;
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(electron, 'dist');
  const program = join(folder, readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : null;
};

/** @returns why there can be no window here, as the beginning of a French line, or null */
export const windowObstacle = async (env: Env): Promise<string | null> => {
  if (process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'Pas d’écran ici';
  if (runtime(env) !== null) return null;
  spawnSync(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS });
  return runtime(env) === null ? 'Electron n’est pas installé et n’a pas pu être récupéré' : null;
};

/** @returns the exit code, once the window is closed */
export const openWindow = (demo: boolean): Promise<number> => {
  buildAllIfStale();
  const program = runtime(process.env);
  if (program === null) throw new Error('the runtime of Electron went away');
  const child = spawn(program, [root, ...(demo ? ['--demo'] : [])], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
};
