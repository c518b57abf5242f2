/** What is left to do once a house that was brought back from a copy opens: perhaps later, with the recovery code. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { finishedCopies } from './copies.ts';
import type { Ledger, Tombstone } from './copies-ledger.ts';
import { allErasures, type EraseAgain, type Erasure, erasuresIn } from './erasures.ts';
import { lookInto } from './leave-as-found.ts';
import type { Log } from './log.ts';
import type { Store } from './open-store.ts';
import { keepErased, noteRestoration } from './restorations.ts';
import { tombstonesIn, united } from './tombstones.ts';

const NOTHING = { tombstones: [], erasures: [] };

/** Says in the journal what happened, and empties again what was emptied after the copy was made. */
export const finishRestoration = (
  { ground, files, key }: Pick<Store, 'ground' | 'files' | 'key'>,
  ledger: Ledger,
  log: Log,
  eraseAgain: EraseAgain,
): void => {
  const { restored, erased, erasures } = ledger.read();
  if (restored === null) {
    keepErased(ground, { tombstones: erased, erasures, eraseAgain });
    return;
  }
  const { file, copyAt, aside, folder, worked } = restored;
  const knownIn = (path: string): { tombstones: Tombstone[]; erasures: Erasure[] } => {
    if (!existsSync(path)) return NOTHING;
    try {
      return lookInto(path, key, (db) => ({ tombstones: tombstonesIn(db), erasures: erasuresIn(db) }));
    } catch {
      // Damaged, or of another house: the other sources speak for it.
      return NOTHING;
    }
  };
  const newest = finishedCopies(folder).find((copy) => copy.file !== file);
  const others = [
    knownIn(join(aside, basename(files.database))),
    newest ? knownIn(join(folder, newest.file)) : NOTHING,
  ];
  const tombstones = united(erased, ...others.map((one) => one.tombstones));
  const gone = allErasures(erasures, ...others.map((one) => one.erasures));
  const again = noteRestoration(ground, { file, copyAt }, { tombstones, erasures: gone, eraseAgain });
  log.info('copy.restoration-noted', { erasedAgain: again });
  const left = worked && existsSync(join(aside, basename(files.database)));
  ledger.change({
    restored: null,
    erased: united(erased, tombstones),
    erasures: gone,
    ...(left ? { setAside: { at: ground.clock.now(), copyAt, folder: aside } } : {}),
  });
};
