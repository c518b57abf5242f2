/** Builds what a start needs when it is missing or older than its sources: a clone must open with one command. */

import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

const PAGE_SOURCES = [
  'src/renderer/**/*',
  'src/contract/**/*.ts',
  'electron.vite.config.ts',
  'package-lock.json',
];
const ALL_SOURCES = [...PAGE_SOURCES, 'src/{main,preload}/**/*'];

/** Milliseconds; 0 when there is none. */
const changedAt = (path: string): number => (existsSync(path) ? statSync(path).mtimeMs : 0);

const isStale = (built: string, sources: readonly string[]): boolean => {
  const builtAt = changedAt(join(root, built));
  return globSync([...sources], { cwd: root }).some((file) => changedAt(join(root, file)) > builtAt);
};

/** The page alone: the loopback host runs the desk from its sources. */
export const buildPageIfStale = async (): Promise<void> => {
  if (!isStale('out/renderer/index.html', PAGE_SOURCES)) return;
  console.log('Préparation de l’écran de Parvis (quelques secondes)…');
  const { build, mergeConfig } = await import('vite');
  const { default: config } = await import('../../electron.vite.config.ts');
  if (typeof config === 'function' || config instanceof Promise)
    throw new Error('electron.vite.config.ts changed shape');
  await build(
    mergeConfig(config.renderer ?? {}, {
      configFile: false,
      root: join(root, 'src/renderer'),
      base: './',
      logLevel: 'error',
      build: { outDir: join(root, 'out/renderer'), emptyOutDir: true, reportCompressedSize: false },
    }),
  );
};

/** Everything, for a window of its own. @throws when the build fails */
export const buildAllIfStale = (): void => {
  if (!isStale('out/main/index.js', ALL_SOURCES) && !isStale('out/renderer/index.html', PAGE_SOURCES)) return;
  console.log('Préparation de Parvis (quelques secondes)…');
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'error'],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('the build failed');
};
