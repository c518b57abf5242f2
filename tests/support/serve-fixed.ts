/**
 * The loopback host as `npm start` runs it, with the clock of a test: `PARVIS_TEST_NOW` (an ISO instant) is what time
 * it is, and stays so until the parent sends `{ now }`. No entry of the program itself knows this variable.
 */
import { serve } from '../../src/main/hosts/serve-command.ts';

const start = process.env['PARVIS_TEST_NOW'];
let fixed = start === undefined ? null : Temporal.Instant.from(start).epochMilliseconds;

process.on('message', (message: { readonly now: number }) => {
  fixed = message.now;
  process.send?.({ now: fixed });
});
// A parent that is gone leaves nothing behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

process.exitCode = await serve({
  env: process.env,
  demo: process.argv.includes('--demo'),
  open: null,
  with: { clock: { now: () => fixed ?? Date.now() } },
});
process.disconnect?.();
