/** The desk killed by SIGKILL at random moments while it books; after each kill, everything is looked at. */
import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { testFolders } from '../support/data-folder.ts';
import { type Acknowledged, expectAllKept, type Found } from './expectations.ts';
import { type Starts, type StartWatch, watchStarts } from './killed.ts';

export interface KillsReport {
  readonly kills: number;
  /** Kills that came before the desk had opened or booked anything. */
  readonly early: number;
  readonly acknowledged: number;
  /** In the file without having been acknowledged: at most the one in hand, each time. */
  readonly unacknowledged: number;
  /** Most entries that a follower had left to read at a kill. */
  readonly behind: number;
  readonly journal: number;
  /** Copies that were left unfinished, swept at the next start. */
  readonly cutCopies: number;
  readonly starts: Starts;
}

/** Mulberry32: small, and the same draw on every machine. */
export const random = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Killed {
  readonly acknowledged: readonly Acknowledged[];
  /** What the desk complained of, when it ended by itself. */
  readonly complaint: string | null;
}

/** @param after milliseconds: from the start when `early`, else from the first acknowledgement */
const bookAndKill = async (folder: string, first: number, early: boolean, after: number): Promise<Killed> => {
  const acknowledged: Acknowledged[] = [];
  const said: string[] = [];
  const child: ChildProcess = fork(join(import.meta.dirname, 'booker.ts'), [folder, String(first)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (bytes: Buffer) => said.push(bytes.toString('utf8')));
  let timer = early ? setTimeout(() => child.kill('SIGKILL'), after) : null;
  child.on('message', (message) => {
    acknowledged.push(message as Acknowledged);
    timer ??= setTimeout(() => child.kill('SIGKILL'), after);
  });
  // « close » comes after the last message that the desk managed to send.
  const end = await new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  if (timer) clearTimeout(timer);
  return { acknowledged, complaint: end === 'SIGKILL' ? null : [end, ...said].join('\n') };
};

/** @throws Error that says what was lost, doubled or broken, with the seed's own number of the kill */
export const killWhileBooking = async (
  { kills, seed }: { readonly kills: number; readonly seed: number },
  tell: (done: number, found: Found) => void = () => {},
): Promise<KillsReport> => {
  const draw = random(seed);
  const folders = testFolders();
  const folder = folders.make();
  const acknowledged: Acknowledged[] = [];
  const starts = watchStarts();
  const report = { early: 0, unacknowledged: 0, behind: 0, journal: 0, cutCopies: 0 };
  try {
    for (let kill = 1; kill <= kills; kill++) {
      // One in six falls while the desk starts: lock, opening, first start, the follower's way back.
      const early = draw() < 1 / 6;
      const after = Math.floor(draw() * (early ? 900 : 400));
      const first = (acknowledged.at(-1)?.n ?? -1) + 1;
      const killed = await bookAndKill(folder, first, early, after);
      if (killed.complaint !== null)
        throw new Error(`kill ${kill}: the desk ended by itself: ${killed.complaint}`);
      acknowledged.push(...killed.acknowledged);
      if (killed.acknowledged.length === 0) report.early++;
      report.cutCopies += leftOvers(folder);
      const found = await look(starts, folder, acknowledged, kill);
      report.unacknowledged = found.appointments - acknowledged.length;
      report.behind = Math.max(report.behind, found.behind);
      report.journal = found.journal;
      tell(kill, found);
    }
    if (report.unacknowledged > kills)
      throw new Error(`${report.unacknowledged} appointments that nobody was told of, after ${kills} kills`);
    return { kills, acknowledged: acknowledged.length, ...report, starts: starts.report() };
  } finally {
    folders.removeAll();
  }
};

const look = async (
  starts: StartWatch,
  folder: string,
  acknowledged: readonly Acknowledged[],
  kill: number,
): Promise<Found> => {
  let found: Found = { appointments: 0, journal: 0, behind: 0 };
  try {
    await starts.open(folder, ({ ground }) => {
      found = expectAllKept(ground, acknowledged);
    });
    return found;
  } catch (error) {
    throw new Error(`kill ${kill}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const leftOvers = (folder: string): number => {
  try {
    return readdirSync(join(folder, 'sauvegardes')).filter((name) => name.endsWith('.tmp')).length;
  } catch {
    return 0;
  }
};
