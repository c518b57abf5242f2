/** Crash reports: written on this PC, sent nowhere, gone after a week. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Dump, dumpsToDelete } from './policy/crash-dumps.ts';

/** Never throws: a report that cannot be read or removed is no reason not to open. */
export const forgetOldReports = (folder: string, now: number): void => {
  try {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    );
    const dumps: Dump[] = paths.map((path) => ({ path, writtenAt: statSync(path).mtimeMs }));
    for (const path of dumpsToDelete(dumps, now)) rmSync(path, { force: true });
  } catch {
    // No folder yet, or a file that went meanwhile.
  }
};
