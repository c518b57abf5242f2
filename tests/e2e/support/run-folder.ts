/** A folder that all workers of one run see: houses are made there once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns what to call at the end */
export const setUpRun = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-run-'));
  process.env['PARVIS_E2E_RUN'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
