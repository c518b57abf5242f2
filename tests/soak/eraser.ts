/**
 * A desk that writes two people down, copies, erases one of them for good and, every other time, goes back to that copy, until
 * somebody kills it: `node eraser.ts FOLDER FIRST`. After each erasure it acknowledges it, as it would on screen.
 */
import { openDesk } from '../../src/main/desk.ts';
import { CLARA, JULIE } from '../api/test-desk.ts';
import { inProcess } from '../api/transports.ts';
import { testClock } from '../support/ground.ts';
import { draft } from '../support/patient-drafts.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const clock = testClock();
clock.set(clock.now() + Number(first) * 60_000);
const desk = await openDesk({ folder, clock, appVersion: '0.0.0', upkeepAfterMs: null });
const connection = await inProcess.connect(desk);
const clara = connection.as({ actorId: CLARA });
const julie = connection.as({ actorId: JULIE });

for (let n = Number(first); ; n++) {
  clock.set(clock.now() + 60_000);
  await clara.patients.create({ patient: draft(`Gardée ${n}`), confirmedNew: true });
  const gone = await clara.patients.create({
    patient: draft(`Partie ${n}`, 'Philomène', { phones: ['06 39 98 42 71'], note: `mot sur Partie ${n}` }),
    confirmedNew: true,
  });
  const { file, failure } = await clara.copies.make();
  if (file === null || failure !== null) throw new Error(failure ?? 'no copy');
  await julie.privacy.erase({ about: { kind: 'patient', id: gone.id }, scope: 'whole', word: 'EFFACER' });
  process.send?.(n);
  if (n % 2 === 0) await julie.copies.goBack({ file });
}
