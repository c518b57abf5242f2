/**
 * Another program on the same data folder: opens it as told, says how that went, and stays until it is killed.
 * `node store-process.ts FOLDER PROGRAM`; the answer is one IPC message.
 */
import { silentLog } from '../../src/main/core/log.ts';
import { openStore } from '../../src/main/core/open-store.ts';

const [folder = '', program = ''] = process.argv.slice(2);
const store = await openStore({
  folder,
  program,
  clock: { now: () => Date.now() },
  log: silentLog,
  sealer: null,
  plainKey: true,
  lockWaitMs: 0,
});
process.send?.(store.ok ? { ok: true } : { ok: false, code: store.failure.code });
if (store.ok) {
  // Kept in reach, and the process alive.
  const stay = setInterval(() => store.ground.clock.now(), 1000);
  process.once('message', () => {
    clearInterval(stay);
    store.close();
    process.disconnect?.();
  });
}
