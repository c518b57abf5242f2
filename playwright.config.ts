import { defineConfig } from '@playwright/test';
import { chromiumPath } from './scripts/test/chromium.ts';

// A slow page (see tests/e2e/support/test.ts) is given the time it needs: only what never comes is a failure.
const patience = Math.max(1, Number(process.env['PARVIS_SLOW'] ?? '1') / 2);

/** Scenarios in a real browser: `*.spec.ts`, named after what the front desk does. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/run.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What passes only then is named as unstable: scripts/test/rings.ts says how many a run may have.
  retries: 1,
  // On two busy cores a whole day takes its time to be drawn; waiting costs nothing where nothing is wrong.
  timeout: 240_000 * patience,
  expect: { timeout: 40_000 * patience },
  reporter: [['list']],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // Not at the first go: recording costs a tenth of the whole ring.
    trace: 'on-first-retry',
    launchOptions: {
      ...(chromiumPath() === null ? {} : { executablePath: chromiumPath() ?? '' }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
