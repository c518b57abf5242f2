/**
 * The desk killed by SIGKILL while it erases people, and while a copy of before brings them back. After each kill whoever was
 * erased is in no row and in no word of the journal, whoever was written down beside her is there, and the journal holds.
 */
import { all } from '../../src/main/core/db.ts';
import type { Ground } from '../../src/main/core/ground.ts';
import { openDesk } from '../../src/main/desk.ts';
import { openTestHouse } from '../api/test-desk.ts';
import { testFolders } from '../support/data-folder.ts';
import { testClock } from '../support/ground.ts';
import { expectSound } from './expectations.ts';
import { type Opened, type Starts, startAndKill, watchStarts } from './killed.ts';
import { random } from './kills.ts';

export interface ErasureKillsReport {
  readonly kills: number;
  /** People who were erased, and told so. */
  readonly erased: number;
  readonly starts: Starts;
}

/** As a host opens it: what was erased since a copy took the file's place is erased again on the way. */
const openWhole = async (folder: string): Promise<Opened> => {
  const desk = await openDesk({ folder, clock: testClock(), appVersion: '0.0.0', upkeepAfterMs: null });
  const status = desk.status();
  if (status.state === 'closed') throw new Error(status.failure.message);
  return { ground: desk.contextFor({ actorId: null, station: 'soak' }).ground, close: () => desk.close() };
};

/** @throws Error that names who is there and should not be, or the other way round */
const expectErased = ({ db }: Ground, told: readonly number[], where: string): void => {
  expectSound(db);
  const names = new Set(
    all<{ name: string }>(db, 'SELECT birth_name AS name FROM patients').map(({ name }) =>
      name.toLowerCase(),
    ),
  );
  const words = all<{ contents: string }>(
    db,
    "SELECT contents FROM journal_contents WHERE contents LIKE '%partie %'",
  ).map(({ contents }) => contents.toLowerCase());
  for (const n of told) {
    if (names.has(`partie ${n}`)) throw new Error(`${where}: person ${n} was erased and is there`);
    // A number is not the beginning of a longer one.
    if (words.some((text) => new RegExp(`partie ${n}(?!\\d)`).test(text)))
      throw new Error(`${where}: the journal still names person ${n}`);
    if (!names.has(`gardée ${n}`)) throw new Error(`${where}: person ${n} was kept and is not there`);
  }
};

/** @throws Error that says what came back or was lost, with the number of the kill */
export const killWhileErasing = async ({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: number;
}): Promise<ErasureKillsReport> => {
  const draw = random(seed);
  const folders = testFolders();
  const folder = folders.make();
  const starts = watchStarts(openWhole);
  const told: number[] = [];
  let next = 0;
  try {
    const house = await openTestHouse(undefined, folder);
    await house.desk.close();
    for (let kill = 1; kill <= kills; kill++) {
      const { said, complaint } = await startAndKill<number>(
        'eraser.ts',
        [folder, String(next)],
        Math.floor(draw() * 1_500),
      );
      if (complaint !== null) throw new Error(`kill ${kill}: the desk ended by itself: ${complaint}`);
      told.push(...said);
      // One more may have been written down without a word of it.
      next = (told.at(-1) ?? 0) + 2 + kill;
      await starts.open(folder, ({ ground }) => expectErased(ground, told, `kill ${kill}`));
    }
    return { kills, erased: told.length, starts: starts.report() };
  } finally {
    folders.removeAll();
  }
};
