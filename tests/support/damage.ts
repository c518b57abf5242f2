/** What happens to files in the field: a desk killed while it wrote, a disk that forgets. */
import { fork } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { all } from '../../src/main/core/db.ts';
import { readEnvelope } from '../../src/main/core/keys/envelope.ts';
import { lookInto } from '../../src/main/core/leave-as-found.ts';

/** Overwrites bytes, as a bad sector would. */
export const overwrite = (path: string, offset: number, length: number): void => {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Buffer.alloc(length, 0x5a), 0, length, offset);
  } finally {
    closeSync(file);
  }
};

const PAGE = 4096;

/**
 * Destroys pages that hold rows of a table, in a closed house that keeps its key in clear.
 * @param which of its pages of rows, in their order @returns how many there were
 */
export const destroyRows = (
  folder: string,
  table: string,
  which: (pages: readonly number[]) => readonly number[],
): number => {
  const path = join(folder, 'parvis.db');
  const { plain } = readEnvelope(join(folder, 'parvis.keys'));
  if (plain === null) throw new Error('this house has no key in clear');
  const pages = lookInto(path, plain.key, (db) =>
    all<{ page: number }>(
      db,
      "SELECT pageno AS page FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path",
      [table],
    ).map(({ page }) => page),
  );
  for (const page of which(pages)) overwrite(path, (page - 1) * PAGE + 100, 200);
  return pages.length;
};

/**
 * A house whose desk was killed by SIGKILL just after it committed: the log is still beside the file.
 * @returns the names of the practitioners it had acknowledged
 */
export const crashedFolder = async (folder: string): Promise<{ folder: string; committed: string[] }> => {
  const child = fork(join(import.meta.dirname, 'crashing-store.ts'), [folder], { execArgv: [] });
  const committed = await new Promise<string[]>((resolve, reject) => {
    child.once('message', (names) => resolve(names as string[]));
    child.once('exit', (code, signal) => reject(new Error(`ended with ${code ?? signal}`)));
  });
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });
  return { folder, committed };
};
