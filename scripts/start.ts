/**
 * `npm start` and `npm run demo`: opens Parvis, in its own window when Electron's runtime is there or can be fetched,
 * otherwise in the browser over loopback, and says which in one line.
 *
 * `PARVIS_DATA` = data folder, `PARVIS_PORT` = port, `PARVIS_OPEN=0` = open no window or browser,
 * `PARVIS_HOST=browser` = do not even try Electron.
 */
import { serve } from '../src/main/hosts/serve-command.ts';
import { openBrowser } from './start/browser.ts';
import { buildPageIfStale } from './start/build.ts';
import { openWindow, windowObstacle } from './start/window.ts';

const demo = process.argv.includes('--demo');
const quiet = process.env['PARVIS_OPEN'] === '0';

const obstacle =
  quiet || process.env['PARVIS_HOST'] === 'browser' ? 'asked' : await windowObstacle(process.env);

if (obstacle === null) process.exitCode = await openWindow(demo);
else {
  if (obstacle !== 'asked') console.log(`${obstacle} : Parvis s’ouvre dans le navigateur.`);
  await buildPageIfStale();
  process.exitCode = await serve({
    env: process.env,
    demo,
    open: quiet ? null : openBrowser,
    ...(demo ? {} : { with: { lastCopyWithinMs: 10_000 } }),
  });
}
