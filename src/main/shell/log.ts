/**
 * The shell's own log: what happened to processes and to the window, for whoever is called when Parvis does not open.
 * Events, codes and names of programs; never a patient, never a path within a saved file.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type Log = (event: string) => void;

const LARGEST_BYTES = 1024 * 1024;
const LONGEST_LINE = 500;

/** One file and the one before it. A log that cannot be written never stops Parvis. */
export const openLog = (file: string, now: () => Date = () => new Date()): Log => {
  const turn = (): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LARGEST_BYTES) renameSync(file, `${file}.1`);
  };
  return (event) => {
    const line = event.replace(/\s+/g, ' ').slice(0, LONGEST_LINE);
    try {
      turn();
      appendFileSync(file, `${now().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say it.
    }
  };
};
