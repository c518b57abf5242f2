/** Data folders for tests of the store: real files in a temporary place, removed at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/main/core/db.ts';
import type { Ground } from '../../src/main/core/ground.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { type OpenOptions, openStore, type Store } from '../../src/main/core/open-store.ts';
import { programCall, testClock } from './ground.ts';

export interface TestFolders {
  /** A fresh empty folder. */
  make(): string;
  removeAll(): void;
}

export const testFolders = (): TestFolders => {
  const made: string[] = [];
  return {
    make: () => {
      const folder = mkdtempSync(join(tmpdir(), 'parvis-store-'));
      made.push(folder);
      return folder;
    },
    removeAll: () => {
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A source run at the house of the other fixtures, nobody waiting for a lock. */
export const storeOptions = (folder: string, over: Partial<OpenOptions> = {}): OpenOptions => ({
  folder,
  clock: testClock(),
  log: silentLog,
  program: 'Parvis',
  sealer: null,
  plainKey: true,
  zone: 'Europe/Paris',
  lockWaitMs: 0,
  ...over,
});

/** @throws Error with the message that the screen would show */
export const mustOpen = async (options: OpenOptions): Promise<Store> => {
  const store = await openStore(options);
  if (!store.ok) throw new Error(store.failure.message);
  return store;
};

export const mustRefuse = async (options: OpenOptions) => {
  const store = await openStore(options);
  if (!store.ok) return store.failure;
  store.close();
  throw new Error('the folder opened');
};

/** One row and its journal entry, in the name of the program. @returns the entry's number */
export const addPractitioner = (ground: Ground, familyName: string): number =>
  ground.write(programCall, (tx) => {
    const { id } = run(
      tx.db,
      `INSERT INTO practitioners (version, title, family_name, given_name, profession, colour, step, active, position)
       VALUES (1, 'Dr', ?, '', 'general-practitioner', '#336699', 15, 1, 0)`,
      [familyName],
    );
    return tx.record({
      action: 'practitioner.added',
      rows: [{ entity: 'practitioner', id }],
      after: { familyName },
    });
  });
