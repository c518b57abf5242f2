/** The rings of `npm test`, each run by its own tool and read from that tool's JSON report. */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** What counts as failed although no test says so. */
  readonly notes: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const bin = (path: string): string => join(root, 'node_modules', path);

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): number => {
  const options: SpawnSyncOptions = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } };
  return spawnSync(process.execPath, [...args], options).status ?? 1;
};

const report = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/**
 * Trap: a file that cannot be imported, or an error outside any test, ends vitest with 1 and "0 failed" in its report.
 * A test left out counts as failed too: there is no reason to skip one.
 */
export const readVitest = (json: unknown, status: number): Totals => {
  if (json === null) return { passed: 0, failed: 1, notes: ['vitest left no report'] };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = json as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: readonly { name: string; status: string; assertionResults: readonly unknown[] }[];
  };
  const notes: string[] = [];
  const left = numPendingTests + numTodoTests;
  if (left > 0) notes.push(`${left} tests were left out`);
  const unread = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  for (const { name } of unread) notes.push(`${name} could not be run`);
  let failed = numFailedTests + left + unread.length;
  if (status !== 0 && failed === 0) {
    failed = 1;
    notes.push('vitest failed outside any test');
  }
  if (status === 0 && numPassedTests === 0) {
    failed += 1;
    notes.push('vitest found no test');
  }
  return { passed: numPassedTests, failed, notes };
};

/** So many may need a second go on a loaded machine; each is named, and is somebody's work. */
const UNSTABLE_AT_MOST = 2;

/**
 * A scenario that is left out counts as failed. One that only passes the second time, alone then, is named; beyond
 * `UNSTABLE_AT_MOST` of them it is no longer the machine, and they count as failed.
 */
export const readPlaywright = (json: unknown, status: number): Totals => {
  if (json === null) return { passed: 0, failed: 1, notes: ['Playwright left no report'] };
  const { stats, errors } = json as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: readonly { message?: string }[];
  };
  const notes = errors.map(({ message }) => message ?? 'Playwright failed outside any scenario');
  if (stats.flaky + stats.skipped > 0) notes.push(`${stats.flaky} unstable, ${stats.skipped} left out`);
  const unstable = stats.flaky > UNSTABLE_AT_MOST ? stats.flaky : 0;
  let failed = stats.unexpected + unstable + stats.skipped + errors.length;
  if (failed === 0 && (status !== 0 || stats.expected + stats.flaky === 0)) {
    failed = 1;
    notes.push(status === 0 ? 'no scenario was run' : 'Playwright failed outside any scenario');
  }
  return { passed: stats.expected + stats.flaky - unstable, failed, notes };
};

export const vitest = (folder: string, zone: string, seed: string): Totals => {
  const file = join(folder, `vitest-${zone.replaceAll('/', '-')}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = run([bin('vitest/vitest.mjs'), ...args], { TZ: zone, PARVIS_SEED: seed });
  return readVitest(report(file), status);
};

export const playwright = (
  folder: string,
  seed: string,
  env: Readonly<Record<string, string>> = {},
  config = 'playwright.config.ts',
): Totals => {
  const file = join(folder, 'playwright.json');
  const status = run([bin('@playwright/test/cli.js'), 'test', `--config=${config}`, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    PARVIS_SEED: seed,
    ...env,
  });
  return readPlaywright(report(file), status);
};

/** The scenarios run against the built screen and host. */
export const build = (): Totals =>
  run([bin('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']) === 0
    ? { passed: 0, failed: 0, notes: [] }
    : { passed: 0, failed: 1, notes: ['the build failed'] };
