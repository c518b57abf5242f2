import { defineConfig } from '@playwright/test';

/** The scenarios once more, and what only Electron can show, in the real window: `npm run test:electron`. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['electron/**/*.spec.ts', 'e2e/**/*.spec.ts'],
  outputDir: 'test-results',
  // One window at a time: they would take the focus from one another.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
