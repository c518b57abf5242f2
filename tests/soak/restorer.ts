/**
 * A desk that copies and goes back to what it has just copied, until somebody kills it: `node restorer.ts FOLDER`. After
 * each way back it acknowledges how many practitioners it left in the file.
 */
import { all } from '../../src/main/core/db.ts';
import { createGate } from '../../src/main/core/gate.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { addPractitioner } from '../support/data-folder.ts';
import { testClock } from '../support/ground.ts';

const [folder = ''] = process.argv.slice(2);
const clock = testClock();
const gate = createGate({
  folder,
  clock,
  log: silentLog,
  program: 'Parvis',
  sealer: null,
  plainKey: true,
  appVersion: '0.0.0',
  demo: false,
  compensations: {},
  upkeepAfterMs: null,
  lockWaitMs: 5_000,
});
const status = await gate.open();
if (status.state === 'closed') throw new Error(status.failure.message);

for (;;) {
  clock.set(clock.now() + 60_000);
  addPractitioner(gate.ground(), 'Fictif');
  const { file, failure } = await gate.backUpNow();
  if (file === null || failure !== null) throw new Error(failure ?? 'no copy');
  const kept = all(gate.ground().db, 'SELECT 1 FROM practitioners').length;
  process.send?.(kept);
  await gate.goBack(file);
}
