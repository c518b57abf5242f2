import { defineConfig } from '@playwright/test';

// A packaged Parvis has the PC's clock: scenarios, which fix theirs, run on the program built from source.
const packaged = process.env['PARVIS_E2E_PACKAGED'] === '1';

/** What only Electron can show, and the scenarios once more in a real window: `npm run test:electron`. */
export default defineConfig({
  testDir: 'tests',
  testMatch: packaged ? ['electron/**/*.spec.ts'] : ['electron/**/*.spec.ts', 'e2e/**/*.spec.ts'],
  // Two windows on one desk, or the loopback host: in the browser only.
  grepInvert: /@browser/,
  ...(packaged ? {} : { globalSetup: './tests/electron/set-up.ts' }),
  outputDir: 'test-results',
  // One window at a time: they would take the focus from one another.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
