/**
 * A house of an earlier Parvis whose desk is killed by SIGKILL while it upgrades: opened again, it has every row, and the
 * copy that was made before opens with the recovery code and is of the version before.
 */
import { fork } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { finishedCopies } from '../../src/main/core/copies.ts';
import { all, run, type WriteDb } from '../../src/main/core/db.ts';
import { shippedMigrations } from '../../src/main/core/migrate.ts';
import { EVERY_TABLE } from '../migrations/every-table.ts';
import { lostSince, type Snapshot, snapshotOf } from '../migrations/snapshot.ts';
import { fixtureDb } from '../support/agenda-house.ts';
import { mustOpen, storeOptions, type TestFolders, testFolders } from '../support/data-folder.ts';
import { programCall } from '../support/ground.ts';
import { openWithCode } from './backup-kills.ts';
import { expectSound } from './expectations.ts';
import { type Starts, startAndKill, watchStarts } from './killed.ts';
import { random } from './kills.ts';

export interface MigrationKillsReport {
  readonly kills: number;
  /** Where the kills fell: before the copy counted, after it, and once all was done. */
  readonly before: number;
  readonly between: number;
  readonly after: number;
  readonly versions: readonly number[];
  /** Those after a kill do what was left of the upgrade. */
  readonly starts: Starts;
  /** Upgrades that nobody cut, by version: what those starts are to be compared with. */
  readonly uncutMs: readonly number[];
}

/** From the first that a journal could be kept in with somebody to speak of, to the last but one. */
const FIRST = 20;
const VERSIONS = shippedMigrations().map(({ version }) => version);
const FORMER = VERSIONS.filter((version) => version >= FIRST).slice(0, -1);
/** So that an upgrade takes long enough to be cut anywhere. */
const PEOPLE = 4_000;

interface FormerHouse {
  readonly folder: string;
  /** From the first word to the last of an upgrade that nobody cuts. */
  readonly takesMs: number;
  readonly code: string;
  readonly rows: Snapshot;
}

/** As that version would have left it: rows in every table, a journal that holds. */
const houseAt = async (version: number, folders: TestFolders): Promise<FormerHouse> => {
  const folder = folders.make();
  const migrations = shippedMigrations().filter((migration) => migration.version <= version);
  const store = await mustOpen(storeOptions(folder, { migrations }));
  const code = await store.issueRecoveryCode();
  const db = fixtureDb(store.ground);
  // First: rows of later tables speak of entries.
  for (let n = 0; n < 50; n++)
    store.ground.write(programCall, (tx) =>
      tx.record({ action: 'soak.noted', rows: [{ entity: 'house', id: 1 }] }),
    );
  for (const rows of EVERY_TABLE)
    if (
      rows.version >= FIRST &&
      rows.version <= version &&
      version < (rows.until ?? Number.POSITIVE_INFINITY)
    )
      db.exec(`BEGIN; ${rows.sql} COMMIT;`);
  if (version >= 30) manyPeople(db);
  const rows = snapshotOf(db);
  store.close();
  const uncut = folders.make();
  cpSync(folder, uncut, { recursive: true });
  return { folder, code, rows, takesMs: await upgradeOf(uncut) };
};

/** @returns milliseconds */
const upgradeOf = async (folder: string): Promise<number> => {
  let began = 0;
  let took = 0;
  const child = fork(join(import.meta.dirname, 'migrator.ts'), [folder], { execArgv: [] });
  child.on('message', (said) => {
    if (said === 'begins') began = performance.now();
    else {
      took = performance.now() - began;
      child.kill('SIGKILL');
    }
  });
  await new Promise((resolve) => child.once('close', resolve));
  return took;
};

const manyPeople = (db: WriteDb): void => {
  const columns = all<{ name: string }>(db, `SELECT name FROM pragma_table_info('patients') ORDER BY cid`)
    .map(({ name }) => name)
    .filter((name) => name !== 'id');
  run(
    db,
    `INSERT INTO patients (id, ${columns.join()})
     WITH RECURSIVE n (id) AS (SELECT 1000 UNION ALL SELECT id + 1 FROM n WHERE id < ${1_000 + PEOPLE})
     SELECT n.id, ${columns.map((name) => `p.${name}`).join()} FROM n, patients p WHERE p.id = 2`,
    [],
  );
};

/** @throws Error that says what was lost, with the number of the kill */
export const killWhileMigrating = async ({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: number;
}): Promise<MigrationKillsReport> => {
  const draw = random(seed);
  const folders = testFolders();
  const houses = new Map<number, FormerHouse>();
  const starts = watchStarts();
  const fell = { before: 0, between: 0, after: 0 };
  const versions = new Set<number>();
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const version = FORMER[Math.floor(draw() * FORMER.length)] ?? FIRST;
      versions.add(version);
      const house = houses.get(version) ?? (await houseAt(version, folders));
      houses.set(version, house);
      const folder = folders.make();
      cpSync(house.folder, folder, { recursive: true });
      const where = `kill ${kill}, version ${version}`;
      // Cut again while it recovers: whoever pulls a plug pulls it twice.
      for (let cut = 0; cut < 2; cut++) {
        const { said, complaint } = await startAndKill<string>(
          'migrator.ts',
          [folder],
          Math.floor(draw() * house.takesMs * 1.2),
        );
        if (complaint !== null) throw new Error(`${where}: the desk ended by itself: ${complaint}`);
        const copies = finishedCopies(join(folder, 'sauvegardes'));
        if (said.includes('done')) fell.after++;
        else if (copies.length > 0) fell.between++;
        else fell.before++;
        for (const { file } of copies) await openWithCode(join(folder, 'sauvegardes'), file, house.code);
      }
      await starts.open(folder, ({ ground: { db } }) => {
        expectSound(db);
        const lost = lostSince(house.rows, db);
        if (lost.length > 0) throw new Error(`${where}: lost ${lost.slice(0, 5).join(', ')}`);
        if (db.pragma('user_version', { simple: true }) !== VERSIONS.at(-1))
          throw new Error(`${where}: not upgraded`);
      });
      const [copy] = finishedCopies(join(folder, 'sauvegardes'));
      if (copy?.manifest.schemaVersion !== version) throw new Error(`${where}: no copy of before`);
      await openWithCode(join(folder, 'sauvegardes'), copy.file, house.code);
    }
    return {
      kills,
      ...fell,
      versions: [...versions].toSorted((a, b) => a - b),
      starts: starts.report(),
      uncutMs: [...houses.values()].map(({ takesMs }) => Math.round(takesMs)),
    };
  } finally {
    folders.removeAll();
  }
};
