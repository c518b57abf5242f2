import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { FONT_NAMES, fontFile } from './src/main/paper/fonts.ts';

const root = import.meta.dirname;

/**
 * Entries of the main build: the Electron entry, the process entries of `hosts/`, and every `*.worker.ts`.
 * They and their chunks land side by side in `out/main`, so that from source as from the build a worker is
 * `new URL(import.meta.url.endsWith('.ts') ? './x.worker.ts' : './x.worker.js', import.meta.url)`.
 */
const mainEntries = (): Record<string, string> =>
  Object.fromEntries(
    globSync(
      ['src/main/index.ts', 'src/main/hosts/{serve,desk-process,import}.ts', 'src/main/**/*.worker.ts'],
      {
        cwd: root,
      },
    ).map((file) => [basename(file, '.ts'), join(root, file)]),
  );

/** Built entries that people may start with the machine's own Node: an old one would crash in the SQLite driver. */
const GUARDED = ['serve', 'import'];
const guard = `if (Number(process.versions.node.split('.')[0]) < 26) {
  process.stderr.write('Parvis a besoin de Node 26 (ici : ' + process.version + '). Passez par « npm start ».\\n');
  process.exit(1);
}`;

/** The migrations are read as files, at run time, beside the build as beside the source. */
const migrations: Plugin = {
  name: 'parvis-migrations',
  generateBundle() {
    const folder = join(root, 'src/main/core/migrations');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql')))
      this.emitFile({
        type: 'asset',
        fileName: `migrations/${name}`,
        source: readFileSync(join(folder, name)),
      });
  },
};

/** The static cuts of Inter that papers embed, read as files too: a package of development does not travel. */
const fonts: Plugin = {
  name: 'parvis-fonts',
  generateBundle() {
    for (const name of FONT_NAMES)
      this.emitFile({
        type: 'asset',
        fileName: `fonts/${fontFile(name)}`,
        source: readFileSync(join(root, 'node_modules/@fontsource/inter/files', fontFile(name))),
      });
  },
};

export default defineConfig({
  main: {
    plugins: [migrations, fonts],
    build: {
      target: 'node26',
      minify: false,
      rollupOptions: {
        input: mainEntries(),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          banner: (chunk) => (chunk.isEntry && GUARDED.includes(chunk.name) ? guard : ''),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing: one CommonJS file with everything in it.
      externalizeDeps: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [react()],
    build: { minify: true, cssMinify: true, target: 'chrome140' },
  },
});
