/** What every entry of the program needs to know about itself, from source as from the build. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

/** Temporal and TypeScript without a build; on Node 20 the SQLite driver even takes the process down. */
export const NODE_NEEDED = 26;

/** @returns one French line when this Node is too old, else null */
export const nodeComplaint = (version: string): string | null =>
  Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0) >= NODE_NEEDED
    ? null
    : `Parvis a besoin de Node ${NODE_NEEDED} (ici : ${version}). Passez par « npm start », qui apporte le sien.`;

/** The folder that holds package.json. */
export const programRoot = (from: string = import.meta.dirname): string => {
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  throw new Error('package.json is missing from this installation');
};

export const appVersion = (root: string = programRoot()): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    .version;

/** The built page. */
export const pageFolder = (root: string = programRoot()): string => join(root, 'out', 'renderer');
