/**
 * How long a crash report stays on this PC. It is written by Chromium when a process dies and is never sent; it may
 * hold scraps of memory, hence of a name, so that it is kept just long enough for somebody to look at it.
 */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export interface Dump {
  readonly path: string;
  /** UTC milliseconds. */
  readonly writtenAt: number;
}

export const dumpsToDelete = (dumps: readonly Dump[], now: number): string[] =>
  dumps
    .filter(({ path, writtenAt }) => path.endsWith('.dmp') && now - writtenAt > KEPT_MS)
    .map(({ path }) => path);
