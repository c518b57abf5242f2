/** A real desk on a temporary folder, at a fixed hour, with nobody in it yet. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, openDesk } from '../../src/main/desk.ts';
import { type TestClock, testClock } from '../support/ground.ts';

export interface TestDesk {
  readonly desk: Desk;
  readonly folder: string;
  readonly clock: TestClock;
  close(): Promise<void>;
}

export const openTestDesk = async (clock: TestClock = testClock()): Promise<TestDesk> => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-api-'));
  const desk = await openDesk({ folder, clock, appVersion: '0.0.0-test' });
  return {
    desk,
    folder,
    clock,
    close: async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
