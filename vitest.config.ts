import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Property tests draw from one seed a run, printed by tests/support/seed.ts and replayed with PARVIS_SEED.
const seed = process.env['PARVIS_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
// The zone of the PC must change nothing: `npm test` runs everything in UTC, then far from Paris.
const zone = process.env['TZ'] ?? 'UTC';
process.env['TZ'] = zone;

// Processes, copies, workers and PDF files know no zone, and long draws meet nothing new in a second one: once is enough.
const once = [
  'scripts/**',
  'src/main/{paper,shell}/**',
  'src/main/core/{copies-kept,copy-faults,cut-rollback,gate,gate-copies,lock,open-file,open-store,upkeep}.test.ts',
  'src/main/directory/import/**',
  'src/main/requests/sequences.test.ts',
  'tests/{import,soak,toolchain}/**',
  'tests/api/{attacks,copies,erased-restored,http-security,no-connection,nothing-leaks,refusal-sequences,upload}.test.ts',
];

const shared = {
  exclude: ['**/node_modules/**', ...(zone === 'UTC' ? [] : once)],
  env: { PARVIS_SEED: seed, TZ: zone },
  setupFiles: ['tests/support/seed.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  restoreMocks: true,
  unstubEnvs: true,
};

export default defineConfig({
  test: {
    allowOnly: false,
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'], reportsDirectory: 'coverage' },
    projects: [
      {
        test: {
          ...shared,
          name: 'desk',
          environment: 'node',
          include: [
            'src/{contract,main,preload}/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/{api,migrations,soak,support,toolchain,import,unit}/**/*.test.ts',
          ],
        },
      },
      {
        plugins: [react()],
        test: {
          ...shared,
          name: 'screen',
          environment: 'happy-dom',
          include: ['src/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
