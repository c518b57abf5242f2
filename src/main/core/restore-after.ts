/** What is left to do once a house that was brought back from a copy opens: perhaps later, with the recovery code. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { finishedCopies } from './copies.ts';
import type { Ledger, Tombstone } from './copies-ledger.ts';
import { lookInto } from './leave-as-found.ts';
import type { Log } from './log.ts';
import type { Store } from './open-store.ts';
import { keepErased, noteRestoration } from './restorations.ts';
import { tombstonesIn, united } from './tombstones.ts';

/** Says in the journal what happened, and empties again what was emptied after the copy was made. */
export const finishRestoration = (
  { ground, files, key }: Pick<Store, 'ground' | 'files' | 'key'>,
  ledger: Ledger,
  log: Log,
): void => {
  const { restored, erased } = ledger.read();
  if (restored === null) {
    keepErased(ground, erased);
    return;
  }
  const { file, copyAt, aside, folder } = restored;
  const knownIn = (path: string): Tombstone[] => {
    if (!existsSync(path)) return [];
    try {
      return lookInto(path, key, tombstonesIn);
    } catch {
      // Damaged, or of another house: the other sources speak for it.
      return [];
    }
  };
  const newest = finishedCopies(folder).find((copy) => copy.file !== file);
  const known = united(
    erased,
    knownIn(join(aside, basename(files.database))),
    newest ? knownIn(join(folder, newest.file)) : [],
  );
  const again = noteRestoration(ground, { file, copyAt }, known);
  log.info('copy.restoration-noted', { erasedAgain: again });
  ledger.change({ restored: null, erased: united(erased, known) });
};
