/**
 * `npm test`: everything, on one machine. The vitest rings twice, in UTC and far from Paris, then the scenarios in a
 * real browser. The last line is `N passed, N failed`. `npm test -- desk` or `-- browser` runs one part.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, NO_CHROMIUM } from './test/chromium.ts';
import { build, playwright, type Totals, vitest } from './test/rings.ts';

const ZONES = ['UTC', 'Pacific/Auckland'] as const;

const parts = process.argv.slice(2);
const unknown = parts.filter((part) => !['desk', 'browser'].includes(part));
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(', ')}. Parts: desk, browser.`);
  process.exit(2);
}
const wants = (part: string): boolean => parts.length === 0 || parts.includes(part);

if (wants('browser') && chromiumPath() === null) {
  console.error(NO_CHROMIUM);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const seed = process.env['PARVIS_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`PARVIS_SEED=${seed}`);

const folder = mkdtempSync(join(tmpdir(), 'parvis-test-'));
const rings: { readonly name: string; readonly totals: Totals }[] = [];
const ring = (name: string, totals: Totals): Totals => {
  rings.push({ name, totals });
  return totals;
};

try {
  if (wants('desk'))
    for (const zone of ZONES) {
      console.log(`\n== desk and screen, ${zone}`);
      ring(zone, vitest(folder, zone, seed));
    }
  if (wants('browser')) {
    console.log('\n== scenarios in a browser');
    if (ring('build', build()).failed === 0) ring('browser', playwright(folder, seed));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log('');
for (const { name, totals } of rings) {
  console.log(`${name}: ${totals.passed} passed, ${totals.failed} failed`);
  for (const note of totals.notes) console.log(`  ${note}`);
}
const passed = rings.reduce((sum, { totals }) => sum + totals.passed, 0);
const failed = rings.reduce((sum, { totals }) => sum + totals.failed, 0);
if (failed > 0) console.log(`To draw the same samples again: PARVIS_SEED=${seed} npm test`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
