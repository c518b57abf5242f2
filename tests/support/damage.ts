/** What happens to files in the field: a desk killed while it wrote, a disk that forgets. */
import { fork } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Overwrites bytes, as a bad sector would. */
export const overwrite = (path: string, offset: number, length: number): void => {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Buffer.alloc(length, 0x5a), 0, length, offset);
  } finally {
    closeSync(file);
  }
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
