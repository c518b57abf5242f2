/** Builds `main.ts` and `desk-fixed.ts` as the program's own entries are built, where no packaging looks. */
import { cpSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { SCENARIO_PROGRAM } from './program.ts';

const root = join(import.meta.dirname, '../..');

const workers = (): Record<string, string> =>
  Object.fromEntries(
    globSync('src/main/**/*.worker.ts', { cwd: root }).map((file) => [
      basename(file, '.ts'),
      join(root, file),
    ]),
  );

export const buildScenarioProgram = async (): Promise<void> => {
  rmSync(SCENARIO_PROGRAM, { recursive: true, force: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node26',
      outDir: SCENARIO_PROGRAM,
      rollupOptions: {
        input: {
          main: join(import.meta.dirname, 'main.ts'),
          'desk-fixed': join(import.meta.dirname, 'desk-fixed.ts'),
          ...workers(),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  cpSync(join(root, 'src/main/core/migrations'), join(SCENARIO_PROGRAM, 'migrations'), { recursive: true });
  writeFileSync(
    join(SCENARIO_PROGRAM, 'package.json'),
    JSON.stringify({ name: 'parvis', version: '0.0.0-scenarios', type: 'module', main: 'main.js' }),
  );
};
