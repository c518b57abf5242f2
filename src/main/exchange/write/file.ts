/** The take-over written to the house's file, from the thread that prepared it, through a connection of its own. */
import { type Committed, createGround } from '../../core/ground.ts';
import { openFile } from '../../core/open-file.ts';
import type { Answers, Asks, PreparedRows } from '../worker-messages.ts';
import { writeAll } from './all.ts';
import type { Writing } from './rows.ts';

/** One transaction: when this throws, nothing was written. The desk has handed its pen meanwhile. */
export const writeFile = (
  { file, call, now }: Asks['write'],
  rows: PreparedRows,
  tick: Writing['tick'],
): Answers['write'] => {
  const db = openFile(file.database, file.key, { mustExist: true });
  try {
    const ground = createGround(db, { now: () => now });
    let committed: Committed | null = null;
    ground.onCommit((change) => {
      committed = change;
    });
    const outcome = ground.write(call, (tx) => writeAll(tx, rows, tick));
    return { outcome, committed };
  } finally {
    db.close();
  }
};
