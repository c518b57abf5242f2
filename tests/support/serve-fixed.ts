/**
 * The loopback host as `npm start` runs it, with the clock of a test: `PARVIS_TEST_NOW` (an ISO instant) is what time
 * it is, and stays so until the parent sends `{ now }`. `PARVIS_TEST_PAGE` is another page than the built one. Asked for
 * `prototype`, it says what an object with nothing in it holds. No entry of the program itself knows any of this.
 */
import { serve } from '../../src/main/hosts/serve-command.ts';

const start = process.env['PARVIS_TEST_NOW'];
let fixed = start === undefined ? null : Temporal.Instant.from(start).epochMilliseconds;

const page = process.env['PARVIS_TEST_PAGE'];

process.on('message', (message: { readonly now: number } | 'prototype') => {
  if (message === 'prototype') {
    const held: string[] = [];
    for (const name in {}) held.push(name);
    process.send?.({ held, own: Object.getOwnPropertyNames(Object.prototype).length });
    return;
  }
  fixed = message.now;
  process.send?.({ now: fixed });
});
// A parent that is gone leaves nothing behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

process.exitCode = await serve({
  env: process.env,
  demo: process.argv.includes('--demo'),
  open: null,
  with: { clock: { now: () => fixed ?? Date.now() }, ...(page === undefined ? {} : { page }) },
});
process.disconnect?.();
