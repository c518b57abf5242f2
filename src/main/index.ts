/** Electron starts here. Paths are those of the build, where this file, the preload and the page are neighbours. */
import { join } from 'node:path';
import { start } from './shell/start.ts';

start({
  desk: join(import.meta.dirname, 'desk-process.js'),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  page: join(import.meta.dirname, '../renderer'),
});
