/**
 * `host.json` in the data folder: where the loopback host answers and the bearer that opens it, for scripts and tests
 * run by the same person. Readable by that person only, gone when the host stops.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writePrivateFile } from './private-file.ts';

const HostFile = z.object({
  /** `http://127.0.0.1:port`, without a token. */
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
  bearer: z.string().min(20),
  pid: z.int().positive(),
});
export type HostFile = z.infer<typeof HostFile>;

const pathIn = (folder: string): string => join(folder, 'host.json');

export const writeHostFile = (folder: string, content: HostFile): void =>
  writePrivateFile(pathIn(folder), `${JSON.stringify(content, null, 2)}\n`);

/** @returns null when there is none, or none that can be understood */
export const readHostFile = (folder: string): HostFile | null => {
  try {
    return HostFile.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')));
  } catch {
    return null;
  }
};

/** Removes our own, never that of a host which came after us. */
export const removeHostFile = (folder: string, pid: number): void => {
  if (readHostFile(folder)?.pid === pid) rmSync(pathIn(folder), { force: true });
};
