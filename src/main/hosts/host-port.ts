/**
 * `host-port` in the data folder: the port that the loopback host answers on. A browser keeps what a page remembers (an
 * urgency that could not be written yet, the card as last known) apart for each port: found again only on the same one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from './private-file.ts';

const pathIn = (folder: string): string => join(folder, 'host-port');

/** @returns null when there is none, or none that can be understood */
export const rememberedPort = (folder: string): number | null => {
  try {
    const text = readFileSync(pathIn(folder), 'utf8').trim();
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    return port > 0 && port <= 65_535 ? port : null;
  } catch {
    return null;
  }
};

export const rememberPort = (folder: string, port: number): void => {
  if (rememberedPort(folder) === port) return;
  try {
    writePrivateFile(pathIn(folder), `${port}\n`);
  } catch {
    // A full disk or a folder that nobody may write: Parvis answers all the same, this time on this port.
  }
};
