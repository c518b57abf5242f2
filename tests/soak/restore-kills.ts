/** The desk killed by SIGKILL while it copies and goes back to its copies; after each kill, the house must open. */
import { all } from '../../src/main/core/db.ts';
import { verifyChain } from '../../src/main/core/journal-check.ts';
import { testFolders } from '../support/data-folder.ts';
import { type Starts, startAndKill, watchStarts } from './killed.ts';
import { random } from './kills.ts';

export interface RestoreKillsReport {
  readonly kills: number;
  /** Practitioners in the file at the end: each was copied, and gone back to. */
  readonly kept: number;
  readonly starts: Starts;
}

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
  const starts = watchStarts();
  let known = 0;
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const { said, complaint } = await startAndKill<number>(
        'restorer.ts',
        [folder],
        Math.floor(draw() * 1_500),
      );
      if (complaint !== null) throw new Error(`kill ${kill}: the desk ended by itself: ${complaint}`);
      await starts.open(folder, ({ ground }) => {
        const chain = verifyChain(ground.db);
        if (!chain.ok) throw new Error(`kill ${kill}: the journal does not hold at ${chain.seq}`);
        const found = all(ground.db, 'SELECT 1 FROM practitioners').length;
        const kept = said.at(-1) ?? 0;
        if (found < Math.max(known, kept))
          throw new Error(`kill ${kill}: ${found} rows, ${kept} acknowledged`);
        known = found;
      });
    }
    return { kills, kept: known, starts: starts.report() };
  } finally {
    folders.removeAll();
  }
};
