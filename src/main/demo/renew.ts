/**
 * A demonstration of another day has no « today » left: it is set aside, and the next opening makes a new one. Only a
 * file that says of itself that it was made up is ever moved.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { type Day, localNow } from '../../contract/time.ts';
import { dataFiles } from '../core/data-files.ts';
import type { ReadDb } from '../core/db.ts';
import type { Ground } from '../core/ground.ts';
import { firstOf } from '../core/journal.ts';
import { house } from '../practice/store/house.ts';
import { ZONE } from './house.ts';
import { seedDemo } from './seed.ts';

const Seeded = z.object({ today: z.iso.date() });

/** What the demonstration finds in its folder. */
export type DemoState = 'made' | 'of-another-day' | 'real-house';

/** Makes the fictitious house if the file is empty, and says what was there otherwise. */
export const prepareDemo = (ground: Ground): DemoState => {
  const found = house(ground.db);
  if (found === null) {
    seedDemo(ground);
    return 'made';
  }
  if (!found.demo) return 'real-house';
  return seededOn(ground.db) === localNow(ground.clock.now(), ZONE).day ? 'made' : 'of-another-day';
};

const seededOn = (db: ReadDb): Day | null => {
  const parsed = Seeded.safeParse(firstOf(db, 'demo.seeded')?.after);
  return parsed.success ? parsed.data.today : null;
};

export class RealHouseError extends Error {
  constructor() {
    super(
      'Ce dossier contient une vraie maison : la démonstration n’y touche pas. Rien n’a été modifié. ' +
        'Lancez « npm run demo » sans PARVIS_DATA, ou avec un autre dossier.',
    );
  }
}

const ASIDE = 'precedente';

/** The file must be closed. Keeps one earlier demonstration, in case somebody had typed in it. */
export const setDemoAside = (folder: string): void => {
  const files = dataFiles(folder);
  const aside = join(folder, ASIDE);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const path of [
    `${files.database}-journal`,
    `${files.database}-wal`,
    `${files.database}-shm`,
    files.database,
    files.envelope,
    files.copies,
    files.ledger,
  ])
    if (existsSync(path)) renameSync(path, join(aside, basename(path)));
};
