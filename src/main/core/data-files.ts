/** What a data folder holds, by name: nothing else in the program spells these. */
import { join } from 'node:path';

export const DATABASE = 'parvis.db';
export const ENVELOPE = 'parvis.keys';
export const LOCK = 'parvis.lock';
/** Who holds the lock. Apart from it: the lock itself stays an empty file. */
export const HOLDER = 'parvis.lock.json';
export const COPIES = 'sauvegardes';
/** What is known of the copies beyond themselves. */
export const LEDGER = 'parvis.copies.json';
export const LOGS = 'journaux';
/** Files that a copy has replaced, one folder a time. */
export const ASIDE = 'mis-de-cote';

export interface DataFiles {
  readonly folder: string;
  readonly database: string;
  /** A first database is built here, and renamed once it is whole. */
  readonly newDatabase: string;
  readonly envelope: string;
  readonly lock: string;
  readonly holder: string;
  readonly copies: string;
  readonly ledger: string;
  readonly logs: string;
  readonly aside: string;
}

export const dataFiles = (folder: string): DataFiles => ({
  folder,
  database: join(folder, DATABASE),
  newDatabase: join(folder, `${DATABASE}.new`),
  envelope: join(folder, ENVELOPE),
  lock: join(folder, LOCK),
  holder: join(folder, HOLDER),
  copies: join(folder, COPIES),
  ledger: join(folder, LEDGER),
  logs: join(folder, LOGS),
  aside: join(folder, ASIDE),
});
