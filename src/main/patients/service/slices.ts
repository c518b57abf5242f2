/** Long work on the desk's own thread, between calls: each slice lets whatever waits be answered first. */
import type { ReadDb } from '../../core/db.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @returns null when the file was closed meanwhile */
export const betweenCalls = async <Result>(
  db: ReadDb,
  work: Generator<void, Result>,
): Promise<Result | null> => {
  while (db.open) {
    const step = work.next();
    if (step.done) return step.value;
    await turn();
  }
  return null;
};
