/** Small files that a host keeps in the data folder: readable by this person only, and never half written. */
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** @throws what the system says: a full disk, a folder that nobody may write */
export const writePrivateFile = (path: string, content: string): void => {
  const draft = `${path}.${process.pid}`;
  try {
    // The mode goes on before the secret does, and nobody ever reads half of it.
    writeFileSync(draft, '', { mode: 0o600 });
    chmodSync(draft, 0o600);
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
};
