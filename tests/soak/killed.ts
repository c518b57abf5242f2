/** A process killed by SIGKILL, what it had said until then, and how long the house takes to open afterwards. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Ground } from '../../src/main/core/ground.ts';
import { mustOpen, storeOptions } from '../support/data-folder.ts';

export interface Killed<Said> {
  readonly said: readonly Said[];
  /** What it complained of, when it ended by itself. */
  readonly complaint: string | null;
}

/** @param after milliseconds from its first word to the kill */
export const startAndKill = async <Said>(
  script: string,
  args: readonly string[],
  after: number,
): Promise<Killed<Said>> => {
  const child = fork(join(import.meta.dirname, script), args, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said: Said[] = [];
  const complaints: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  child.stderr?.on('data', (bytes: Buffer) => complaints.push(bytes.toString('utf8')));
  child.on('message', (message) => {
    said.push(message as Said);
    timer ??= setTimeout(() => child.kill('SIGKILL'), after);
  });
  // « close » comes after the last message that it managed to send.
  const end = await new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  if (timer) clearTimeout(timer);
  return { said, complaint: end === 'SIGKILL' ? null : [end, ...complaints].join('\n') };
};

/** How long a house took to open: after each kill, and once more after it was closed in order. */
export interface Starts {
  readonly afterKill: { readonly medianMs: number; readonly worstMs: number };
  readonly inOrder: { readonly medianMs: number; readonly worstMs: number };
  /** Median to median. */
  readonly ratio: number;
}

export interface Opened {
  readonly ground: Ground;
  close(): void | Promise<void>;
}

export interface StartWatch {
  /** Opens the house as it was left, looks, closes it, opens it once more. @throws what `look` throws */
  open(folder: string, look: (opened: Opened) => void): Promise<void>;
  report(): Starts;
}

const openAlone = (folder: string): Promise<Opened> => mustOpen(storeOptions(folder));

export const watchStarts = (opening = openAlone): StartWatch => {
  const [killed, inOrder]: [number[], number[]] = [[], []];
  const timed = async (folder: string, into: number[]): Promise<Opened> => {
    const since = performance.now();
    const opened = await opening(folder);
    into.push(performance.now() - since);
    return opened;
  };
  const summed = (ms: readonly number[]) => {
    const sorted = ms.toSorted((a, b) => a - b);
    const [median = 0, worst = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
    return { medianMs: Math.round(median * 10) / 10, worstMs: Math.round(worst * 10) / 10 };
  };
  return {
    open: async (folder, look) => {
      const opened = await timed(folder, killed);
      try {
        look(opened);
      } finally {
        await opened.close();
      }
      await (await timed(folder, inOrder)).close();
    },
    report: () => {
      const [afterKill, again] = [summed(killed), summed(inOrder)];
      return {
        afterKill,
        inOrder: again,
        ratio: Math.round((afterKill.medianMs / again.medianMs) * 100) / 100,
      };
    },
  };
};
