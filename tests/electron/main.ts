/** Parvis's own shell, page and preload, on a desk whose clock belongs to the test. */
import { join } from 'node:path';
import { start } from '../../src/main/shell/start.ts';

const out = process.env['PARVIS_TEST_OUT'] ?? '';

start({
  desk: join(import.meta.dirname, 'desk-fixed.js'),
  preload: join(out, 'preload/index.cjs'),
  page: join(out, 'renderer'),
});
