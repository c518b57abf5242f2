/**
 * `npm run test:electron`: what only the real window can show, on a machine that has Electron's runtime, or on a
 * packaged Parvis (`PARVIS_PACKAGED` = its program). Ends with `N passed, N failed`; with 3 when there is nothing to run.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from './electron-runtime.ts';
import { build, playwright } from './test/rings.ts';

const NOTHING_TO_RUN = 3;

const packaged = process.env['PARVIS_PACKAGED'] || null;
const program = packaged ?? findElectron()?.path ?? null;

if (program === null || !existsSync(program)) {
  const why =
    packaged === null
      ? 'le programme Electron n’est pas sur ce poste ; « npx install-electron » le télécharge'
      : `« ${packaged} » n’existe pas`;
  console.log(`anneau Electron : non exécuté (${why})`);
  process.exit(NOTHING_TO_RUN);
}

const seed = process.env['PARVIS_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`PARVIS_SEED=${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'parvis-electron-'));
try {
  const built = packaged === null ? build() : { passed: 0, failed: 0, notes: [] };
  const totals =
    built.failed > 0
      ? built
      : playwright(
          folder,
          seed,
          { PARVIS_E2E_ELECTRON: program, PARVIS_E2E_PACKAGED: packaged === null ? '0' : '1' },
          'playwright.electron.config.ts',
        );
  for (const note of totals.notes) console.log(note);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
