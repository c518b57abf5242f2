/**
 * The desk killed by SIGKILL while it makes copies, brings them to a second place and drops old ones. After each kill every
 * copy that was announced and is still to be kept is there, whole, and opens with the recovery code alone.
 */
import { join } from 'node:path';
import { finishedCopies, passingCopies, readSound, wholeCopy } from '../../src/main/core/copies.ts';
import { copiesKept, momentOf } from '../../src/main/core/copies-kept.ts';
import { TARGET_FOLDER } from '../../src/main/core/copy-target.ts';
import { all } from '../../src/main/core/db.ts';
import { readEnvelope } from '../../src/main/core/keys/envelope.ts';
import { keyFromCode } from '../../src/main/core/keys/keyring.ts';
import { openFile } from '../../src/main/core/open-file.ts';
import { addPractitioner, mustOpen, storeOptions, testFolders } from '../support/data-folder.ts';
import type { Announced } from './copier.ts';
import { expectSound } from './expectations.ts';
import { type Starts, startAndKill, watchStarts } from './killed.ts';
import { random } from './kills.ts';

export interface BackupKillsReport {
  readonly kills: number;
  readonly announced: number;
  readonly carried: number;
  /** Announced, and dropped since by the rule of what is kept. */
  readonly dropped: number;
  /** Opened with the recovery code and read to their end. */
  readonly opened: number;
  readonly starts: Starts;
}

/** Copies in the order in which they were made. */
const keptOf = (history: readonly string[]): Set<string> =>
  copiesKept(
    history.flatMap((file, serial) => {
      const moment = momentOf(file);
      return moment ? [{ file, serial, ...moment }] : [];
    }),
    null,
  );

/** @throws Error when the code on paper does not open the copy, or it does not hold. @returns practitioners in it */
export const openWithCode = async (folder: string, file: string, code: string): Promise<number> => {
  if (wholeCopy(folder, file) === null) throw new Error(`${file} is not whole`);
  const key = await keyFromCode(readEnvelope(join(folder, `${file.slice(0, -3)}.keys`)), code);
  const db = openFile(join(folder, file), key, { readonly: true, mustExist: true });
  try {
    readSound(db, []);
    return all(db, 'SELECT 1 FROM practitioners').length;
  } finally {
    db.close();
  }
};

/** @throws Error that says what was lost, with the number of the kill */
export const killWhileCopying = async ({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: number;
}): Promise<BackupKillsReport> => {
  const draw = random(seed);
  const folders = testFolders();
  const [folder, stick] = [folders.make(), folders.make()];
  const [here, there] = [join(folder, 'sauvegardes'), join(stick, TARGET_FOLDER)];
  const starts = watchStarts();
  const history: string[] = [];
  const carried = new Set<string>();
  let [rows, now, opened] = [0, 0, 0];
  try {
    const store = await mustOpen(storeOptions(folder));
    const code = await store.issueRecoveryCode();
    addPractitioner(store.ground, 'Fictif');
    store.close();
    for (let kill = 1; kill <= kills; kill++) {
      const { said, complaint } = await startAndKill<Announced>(
        'copier.ts',
        [folder, stick, String(now)],
        Math.floor(draw() * 900),
      );
      if (complaint !== null) throw new Error(`kill ${kill}: the desk ended by itself: ${complaint}`);
      for (const one of said) {
        history.push(one.file);
        if (one.carried) carried.add(one.file);
      }
      const last = said.at(-1);
      rows = last?.rows ?? rows;
      now = last?.now ?? now;
      await starts.open(folder, ({ ground }) => {
        expectSound(ground.db);
        const found = all(ground.db, 'SELECT 1 FROM practitioners').length;
        if (found < rows) throw new Error(`kill ${kill}: ${found} rows, ${rows} acknowledged`);
      });
      // Finished just before the kill, and never announced.
      const present = finishedCopies(here).toReversed();
      history.push(...present.map(({ file }) => file).filter((file) => !history.includes(file)));
      const kept = keptOf(history);
      for (const file of kept)
        if (wholeCopy(here, file) === null)
          throw new Error(`kill ${kill}: ${file} was announced and is not there`);
      for (const place of [here, there])
        for (const { file } of finishedCopies(place))
          if (wholeCopy(place, file) === null)
            throw new Error(`kill ${kill}: ${place}/${file} is not what was written`);
      for (const file of carried)
        if (kept.has(file) && wholeCopy(there, file) === null)
          throw new Error(`kill ${kill}: ${file} was at the second place and no longer is`);
      if (last === undefined) continue;
      // The last that was announced, or one that was made since and took its hour.
      for (const place of last.carried ? [here, there] : [here]) {
        const [newest] = passingCopies(place);
        if (newest === undefined) throw new Error(`kill ${kill}: no copy in ${place}`);
        const held = await openWithCode(place, newest.file, code);
        if (newest.file === last.file ? held !== last.rows : held <= last.rows)
          throw new Error(`kill ${kill}: ${newest.file} holds ${held} rows, ${last.rows} announced`);
        opened++;
      }
    }
    const dropped = history.length - keptOf(history).size;
    return {
      kills,
      announced: history.length,
      carried: carried.size,
      dropped,
      opened,
      starts: starts.report(),
    };
  } finally {
    folders.removeAll();
  }
};
