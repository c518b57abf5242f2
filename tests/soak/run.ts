/**
 * `npm run soak`: the long ones in full: kills while booking, a quarter as many while going back to a copy, a thousand
 * rounds of ten desks that offer, answer and book at once, then two million lines of an extraction taken into the
 * directory. `npm run soak -- --kills 20 --seed 7 --rounds 0 --lines 0` repeats a part. Ends with 0 when everything held;
 * the seed that is printed draws the same moments again (not the order in which two calls arrive).
 */
import { parseArgs } from 'node:util';
import { soakDirectory } from './directory.ts';
import { killWhileBooking } from './kills.ts';
import { soakOffers } from './offers.ts';
import { killWhileRestoring } from './restore-kills.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    lines: { type: 'string' },
  },
});
const kills = Number(values.kills ?? 200);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const rounds = Number(values.rounds ?? 1_000);
const lines = Number(values.lines ?? 2_000_000);

/** A kill every so many rounds of offers. */
const KILL_EVERY = 25;

/** Mebibytes above the idle desk, while an extraction of any size comes in. */
const MEMORY_BUDGET = 300;

/** @returns whether everything held */
const part = async (again: string, work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    console.log(`npm run soak -- ${again}`);
    console.log(error instanceof Error ? error.message : String(error));
    return false;
  }
};

const soakKills = async (): Promise<void> => {
  console.log(`${kills} kills while booking, seed ${seed}`);
  const started = performance.now();
  const report = await killWhileBooking({ kills, seed }, (done, found) => {
    if (done % 10 === 0 || done === kills)
      console.log(
        `${done} kills: ${found.appointments} appointments, ${found.journal} journal entries, all held`,
      );
  });
  console.log(JSON.stringify({ ...report, seed, seconds: Math.round((performance.now() - started) / 1000) }));
};

const soakRestores = async (): Promise<void> => {
  console.log(JSON.stringify(await killWhileRestoring({ kills: Math.ceil(kills / 4), seed })));
};

const soakRounds = async (): Promise<void> => {
  console.log(`${rounds} rounds of offers, a kill every ${KILL_EVERY}, seed ${seed}`);
  const started = performance.now();
  const report = await soakOffers({ rounds, seed, killEvery: KILL_EVERY }, (done, cut, acknowledged) => {
    if (done % KILL_EVERY === 0 || done === rounds)
      console.log(`${done} rounds, ${cut} kills: ${acknowledged} acts acknowledged, all held`);
  });
  console.log(JSON.stringify({ ...report, seed, seconds: Math.round((performance.now() - started) / 1000) }));
};

const soakExtraction = async (): Promise<void> => {
  console.log(`${lines} lines into the directory`);
  const result = await soakDirectory(lines);
  const { linesPerSecond, peakMib, idleMib, aboveIdleMib, whenIdle, meanwhile, ratio } = result;
  console.log(JSON.stringify(result));
  console.log(
    `${linesPerSecond} lines a second; ${idleMib} MiB idle, ${peakMib} MiB at most (${aboveIdleMib} above); ` +
      `a booking ${whenIdle.p95Ms} ms p95 when idle, ${meanwhile.p95Ms} ms meanwhile (x ${ratio})`,
  );
  if (aboveIdleMib > MEMORY_BUDGET)
    throw new Error(`${aboveIdleMib} MiB above idle, budget ${MEMORY_BUDGET}`);
};

const held = [
  kills === 0 || (await part(`--kills ${kills} --seed ${seed} --rounds 0 --lines 0`, soakKills)),
  kills === 0 || (await part(`--kills ${kills} --seed ${seed} --rounds 0 --lines 0`, soakRestores)),
  rounds === 0 || (await part(`--kills 0 --rounds ${rounds} --seed ${seed} --lines 0`, soakRounds)),
  lines === 0 || (await part(`--kills 0 --rounds 0 --lines ${lines}`, soakExtraction)),
];
if (held.includes(false)) process.exitCode = 1;
