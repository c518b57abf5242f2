/** Which Parvis the Electron ring opens: told by `npm run test:electron` through the environment. */
import { join } from 'node:path';
import type { Program } from './launch.ts';

/** `PARVIS_E2E_ELECTRON` is a packaged Parvis, or Electron's runtime, which is then given the repository. */
export const programUnderTest = (env: NodeJS.ProcessEnv = process.env): Program => {
  const command = env['PARVIS_E2E_ELECTRON'];
  if (!command) throw new Error('PARVIS_E2E_ELECTRON is not set: run `npm run test:electron`');
  return { command, args: env['PARVIS_E2E_PACKAGED'] === '1' ? [] : [join(import.meta.dirname, '../..')] };
};
