/**
 * `npm run soak`: the long ones in full. `npm run soak -- --kills 20 --seed 7` repeats a part. Ends with 0 when
 * everything held; the seed that is printed draws the same moments again.
 */
import { parseArgs } from 'node:util';
import { killWhileBooking } from './kills.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 200);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));

console.log(`${kills} kills while booking, seed ${seed}`);
const started = performance.now();
try {
  const report = await killWhileBooking({ kills, seed }, (done, found) => {
    if (done % 10 === 0 || done === kills)
      console.log(
        `${done} kills: ${found.appointments} appointments, ${found.journal} journal entries, all held`,
      );
  });
  console.log(JSON.stringify({ ...report, seed, seconds: Math.round((performance.now() - started) / 1000) }));
} catch (error) {
  console.log(`npm run soak -- --kills ${kills} --seed ${seed}`);
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
