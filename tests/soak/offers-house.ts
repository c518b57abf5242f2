/** The fixtures' house with enough people to be rung. */
import type { PatientId } from '../../src/contract/ids.ts';
import { dataFiles } from '../../src/main/core/data-files.ts';
import type { ReadDb } from '../../src/main/core/db.ts';
import { readEnvelope } from '../../src/main/core/keys/envelope.ts';
import { openFile } from '../../src/main/core/open-file.ts';
import { addPatient, fillHouse, fixtureDb, patient } from '../support/agenda-house.ts';
import { mustOpen, storeOptions } from '../support/data-folder.ts';

/** Whoever waits for a sooner appointment, by round; nobody of them walks in. */
const WAITING = { first: 5, count: 24 };
const WALKING = { first: 29, count: 8 };

export const makeHouse = async (folder: string): Promise<void> => {
  const store = await mustOpen(storeOptions(folder));
  try {
    fillHouse(store.ground);
    for (let n = WAITING.first; n < WALKING.first + WALKING.count; n++)
      addPatient(fixtureDb(store.ground), [
        n,
        `FICTIF${n}`,
        'Camille',
        '1970-01-01',
        `+3363998${String(n).padStart(4, '0')}`,
        null,
      ]);
  } finally {
    store.close();
  }
};

/** Somebody who waits: another one for each `n`, the same again after a while. */
export const waiter = (n: number): PatientId => patient(WAITING.first + (n % WAITING.count));
export const walker = (n: number): PatientId => patient(WALKING.first + (n % WALKING.count));

/** The file of a desk that is running, as another process sees it: read, never written. */
export const openReader = (folder: string): ReadDb => {
  const { database, envelope } = dataFiles(folder);
  const key = readEnvelope(envelope).plain?.key;
  if (!key) throw new Error('the folder has no plain key');
  return openFile(database, key, { readonly: true, mustExist: true });
};
