/** `npm run test:electron`: the scenarios once more, in real Electron, on a machine that has its runtime. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronPath } from './test/electron-runtime.ts';
import { build, playwright } from './test/rings.ts';

const executable = electronPath();
if (executable === null) {
  console.error(
    'anneau Electron : non exécuté (le programme Electron n’est pas là ; « npx install-electron » le télécharge)',
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const seed = process.env['PARVIS_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`PARVIS_SEED=${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'parvis-electron-'));
try {
  const built = build();
  // tests/e2e reads PARVIS_E2E_ELECTRON: the executable to drive instead of a browser.
  const totals = built.failed > 0 ? built : playwright(folder, seed, { PARVIS_E2E_ELECTRON: executable });
  for (const note of totals.notes) console.log(note);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
