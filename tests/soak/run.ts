/**
 * `npm run soak`: the long ones in full. Five hundred kills in turn, while booking, while copying (with a second place, and
 * what is no longer kept dropped), while going back to a copy, while erasing people whom a copy brings back, and while upgrading
 * a house of an earlier version; a thousand
 * rounds of ten desks that offer, answer and book at once; two million lines of an extraction taken into the directory.
 * `npm run soak -- --kills 20 --kind backup --seed 7 --rounds 0 --lines 0` repeats a part. Ends with 0 when everything held;
 * the seed that is printed draws the same moments again (not the order in which two calls arrive).
 */
import { parseArgs } from 'node:util';
import { killWhileCopying } from './backup-kills.ts';
import { soakDirectory } from './directory.ts';
import { killWhileErasing } from './erasure-kills.ts';
import { killWhileBooking } from './kills.ts';
import { killWhileMigrating } from './migration-kills.ts';
import { soakOffers } from './offers.ts';
import { killWhileRestoring } from './restore-kills.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    kind: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    lines: { type: 'string' },
  },
});
const kills = Number(values.kills ?? 500);
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

const told = (report: object): void => console.log(JSON.stringify({ ...report, seed }));

const soakKills = async (count: number): Promise<void> => {
  const started = performance.now();
  const report = await killWhileBooking({ kills: count, seed }, (done, found) => {
    if (done % 10 === 0 || done === count)
      console.log(
        `${done} kills: ${found.appointments} appointments, ${found.journal} journal entries, all held`,
      );
  });
  console.log(JSON.stringify({ ...report, seed, seconds: Math.round((performance.now() - started) / 1000) }));
};

/** What is killed, and how many of a hundred kills it gets when no kind is named. */
const KINDS: Readonly<
  Record<string, { readonly share: number; readonly work: (kills: number) => Promise<void> }>
> = {
  booking: { share: 30, work: soakKills },
  backup: { share: 20, work: async (count) => told(await killWhileCopying({ kills: count, seed })) },
  restore: { share: 20, work: async (count) => told(await killWhileRestoring({ kills: count, seed })) },
  erasure: { share: 10, work: async (count) => told(await killWhileErasing({ kills: count, seed })) },
  migration: { share: 20, work: async (count) => told(await killWhileMigrating({ kills: count, seed })) },
};

const soakKinds = async (): Promise<boolean> => {
  if (values.kind !== undefined && !Object.hasOwn(KINDS, values.kind))
    throw new Error(`--kind is one of ${Object.keys(KINDS).join(', ')}`);
  let held = true;
  for (const [kind, { share, work }] of Object.entries(KINDS)) {
    if (values.kind !== undefined && kind !== values.kind) continue;
    const count = values.kind === undefined ? Math.ceil((kills * share) / 100) : kills;
    console.log(`${count} kills: ${kind}, seed ${seed}`);
    const again = `--kind ${kind} --kills ${count} --seed ${seed} --rounds 0 --lines 0`;
    held = (await part(again, () => work(count))) && held;
  }
  return held;
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
  kills === 0 || (await soakKinds()),
  rounds === 0 || (await part(`--kills 0 --rounds ${rounds} --seed ${seed} --lines 0`, soakRounds)),
  lines === 0 || (await part(`--kills 0 --rounds 0 --lines ${lines}`, soakExtraction)),
];
if (held.includes(false)) process.exitCode = 1;
