/** The desk killed by SIGKILL while it copies and goes back to its copies; after each kill, the house must open. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { all } from '../../src/main/core/db.ts';
import { verifyChain } from '../../src/main/core/journal-check.ts';
import { mustOpen, storeOptions, testFolders } from '../support/data-folder.ts';
import { random } from './kills.ts';

export interface RestoreKillsReport {
  readonly kills: number;
  /** Practitioners in the file at the end: each was copied, and gone back to. */
  readonly kept: number;
}

const restoreAndKill = async (
  folder: string,
  after: number,
): Promise<{ kept: number; complaint: string | null }> => {
  const child = fork(join(import.meta.dirname, 'restorer.ts'), [folder], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stderr?.on('data', (bytes: Buffer) => said.push(bytes.toString('utf8')));
  let kept = 0;
  let timer: NodeJS.Timeout | null = null;
  child.on('message', (count) => {
    kept = count as number;
    timer ??= setTimeout(() => child.kill('SIGKILL'), after);
  });
  const end = await new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  if (timer) clearTimeout(timer);
  return { kept, complaint: end === 'SIGKILL' ? null : [end, ...said].join('\n') };
};

/** @throws Error that says what was lost, with the number of the kill */
export const killWhileRestoring = async ({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: number;
}): Promise<RestoreKillsReport> => {
  const draw = random(seed);
  const folders = testFolders();
  const folder = folders.make();
  let known = 0;
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const { kept, complaint } = await restoreAndKill(folder, Math.floor(draw() * 1_500));
      if (complaint !== null) throw new Error(`kill ${kill}: the desk ended by itself: ${complaint}`);
      const store = await mustOpen(storeOptions(folder));
      try {
        const chain = verifyChain(store.ground.db);
        if (!chain.ok) throw new Error(`kill ${kill}: the journal does not hold at ${chain.seq}`);
        const found = all(store.ground.db, 'SELECT 1 FROM practitioners').length;
        if (found < Math.max(known, kept))
          throw new Error(`kill ${kill}: ${found} rows, ${kept} acknowledged`);
        known = found;
      } finally {
        store.close();
      }
    }
    return { kills, kept: known };
  } finally {
    folders.removeAll();
  }
};
