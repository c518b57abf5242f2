/** Which Parvis the Electron ring opens: told by `npm run test:electron` through the environment. */
import { join } from 'node:path';
import type { Program } from './launch.ts';

const root = join(import.meta.dirname, '../..');

/** What `build.ts` makes: a folder that Electron's runtime can be given as a program. */
export const SCENARIO_PROGRAM = join(root, 'node_modules/.cache/parvis-scenarios');

/** `PARVIS_E2E_ELECTRON` is a packaged Parvis, or Electron's runtime, which is then given the repository. */
export const programUnderTest = (env: NodeJS.ProcessEnv = process.env): Program => {
  const command = env['PARVIS_E2E_ELECTRON'];
  if (!command) throw new Error('PARVIS_E2E_ELECTRON is not set: run `npm run test:electron`');
  return { command, args: env['PARVIS_E2E_PACKAGED'] === '1' ? [] : [root] };
};
