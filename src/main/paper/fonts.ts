/**
 * Inter as files: the static cuts, for neither variable fonts nor woff2 can be embedded. Beside the build they lie in
 * `fonts/`, copied there by electron.vite.config.ts; from source they are those of the package.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Its file, in the package as beside the build. */
export const fontFile = (name: string): string => `inter-${name}-normal.woff`;

/** `latin-400` is the Latin subset in the normal weight. */
export const FONT_NAMES = [
  'latin-400',
  'latin-600',
  'latin-ext-400',
  'latin-ext-600',
  'vietnamese-400',
  'vietnamese-600',
] as const;

const folder = (): string =>
  import.meta.url.endsWith('.ts')
    ? join(dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json')), 'files')
    : fileURLToPath(new URL('./fonts/', import.meta.url));

/** Some 230 kB, read for each paper: papers are rare, memory is kept for the agenda. @throws when a file is missing */
export const readFonts = async (): Promise<Record<string, Uint8Array>> =>
  Object.fromEntries(
    await Promise.all(
      FONT_NAMES.map(async (name) => [name, await readFile(join(folder(), fontFile(name)))] as const),
    ),
  );
