/**
 * A desk that works for an hour or two, copies, brings the copy to a second place and drops what is no longer kept, until
 * somebody kills it: `node copier.ts FOLDER SECOND-PLACE SINCE`. After each copy it announces it, as it would on screen.
 */
import { all } from '../../src/main/core/db.ts';
import { createGate } from '../../src/main/core/gate.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { addPractitioner } from '../support/data-folder.ts';
import { programCall, testClock } from '../support/ground.ts';

/** What the desk tells of a copy. */
export interface Announced {
  readonly file: string;
  /** Is it at the second place too? */
  readonly carried: boolean;
  /** Practitioners in it. */
  readonly rows: number;
  /** What its clock said. */
  readonly now: number;
}

const [folder = '', stick = '', since = '0'] = process.argv.slice(2);
const clock = testClock();
clock.set(Math.max(clock.now(), Number(since)));
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
if (gate.backup().target === null) await gate.setTarget(programCall, stick, true);

for (let n = 0; ; n++) {
  // Several a day and several an hour, so that each rule of what is kept has something to drop.
  clock.set(clock.now() + (n % 4 === 3 ? 600 : 20 + 25 * (n % 4)) * 60_000);
  addPractitioner(gate.ground(), 'Fictif');
  const { file, failure, lastAt, target } = await gate.backUpNow();
  if (file === null || failure !== null) throw new Error(failure ?? 'no copy');
  if (target === null || target.absent || target.failure !== null)
    throw new Error(target?.failure ?? 'no target');
  const rows = all(gate.ground().db, 'SELECT 1 FROM practitioners').length;
  const said: Announced = { file, carried: target.copyAt === lastAt, rows, now: clock.now() };
  process.send?.(said);
}
