import { copyFileSync, cpSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { crashedFolder, overwrite } from '../../../tests/support/damage.ts';
import {
  addPractitioner,
  mustOpen,
  mustRefuse,
  storeOptions,
  testFolders,
} from '../../../tests/support/data-folder.ts';
import { folderState } from '../../../tests/support/folder-state.ts';
import { testClock } from '../../../tests/support/ground.ts';
import { testSealer } from '../../../tests/support/sealer.ts';
import { all } from './db.ts';
import { readEnvelope, writeEnvelope } from './keys/envelope.ts';
import { shippedMigrations } from './migrate.ts';
import { openStore } from './open-store.ts';

const folders = testFolders();
const templates = testFolders();
afterEach(() => folders.removeAll());
afterAll(() => templates.removeAll());

const names = (store: { ground: { db: Parameters<typeof all>[0] } }): string[] =>
  all<{ family_name: string }>(store.ground.db, 'SELECT family_name FROM practitioners ORDER BY id').map(
    (row) => row.family_name,
  );

/** A house that was closed as it should be. */
const house = async (over: Parameters<typeof storeOptions>[1] = {}) => {
  const options = storeOptions(folders.make(), over);
  const store = await mustOpen(options);
  addPractitioner(store.ground, 'Delaunay');
  const code = await store.issueRecoveryCode();
  store.close();
  return {
    options,
    code,
    database: join(options.folder, 'parvis.db'),
    keys: join(options.folder, 'parvis.keys'),
  };
};

describe('opening a data folder', () => {
  it('makes a new house in an empty folder, and finds everything again', async () => {
    const options = storeOptions(join(folders.make(), 'maison', 'données'));
    const first = await mustOpen(options);
    expect(first.created).toBe(true);
    addPractitioner(first.ground, 'Delaunay');
    first.close();
    const second = await mustOpen(options);
    expect(second.created).toBe(false);
    expect(names(second)).toEqual(['Delaunay']);
    second.close();
  });

  it('keeps its files to this user, and closes them into three', async () => {
    const options = storeOptions(join(folders.make(), 'maison'));
    const store = await mustOpen(options);
    addPractitioner(store.ground, 'Delaunay');
    for (const name of ['', 'parvis.db', 'parvis.db-wal', 'parvis.db-shm', 'parvis.keys', 'parvis.lock'])
      expect([name, statSync(join(options.folder, name)).mode & 0o077]).toEqual([name, 0]);
    store.close();
    store.close();
    expect(Object.keys(folderState(options.folder))).toEqual(['parvis.db', 'parvis.keys', 'parvis.lock']);
  });

  it('keeps the key in clear only by choice', async () => {
    const { keys } = await house({ plainKey: false, sealer: testSealer() });
    expect(readEnvelope(keys)).toMatchObject({ plain: null, system: { by: 'trousseau de test' } });
    const chosen = await house();
    expect(readEnvelope(chosen.keys).plain).not.toBe(null);
  });

  it('keeps what was committed by a desk that was killed', async () => {
    const { folder, committed } = await crashedFolder(folders.make());
    const store = await mustOpen(storeOptions(folder));
    expect(names(store)).toEqual(committed);
    store.close();
  });

  it('finishes a first start that was cut off before the file had its name', async () => {
    const { options, database } = await house();
    copyFileSync(database, `${database}.new`);
    rmSync(database);
    const store = await mustOpen(options);
    expect(names(store)).toEqual(['Delaunay']);
    store.close();
  });

  it('starts over when a first start was cut off before there was an envelope', async () => {
    const options = storeOptions(folders.make());
    writeFileSync(join(options.folder, 'parvis.db.new'), 'half a house');
    const store = await mustOpen(options);
    expect(store.created).toBe(true);
    store.close();
  });
});

describe('the recovery code', () => {
  it('opens a house on a PC that did not seal it, and the next start asks nothing', async () => {
    const { options, code } = await house({ plainKey: false, sealer: testSealer() });
    const newPc = { ...options, sealer: testSealer() };
    const failure = await mustRefuse(newPc);
    expect([failure.code, failure.file]).toEqual(['needs-recovery-code', 'parvis.keys']);
    const store = await mustOpen({ ...newPc, recoveryCode: code });
    expect(names(store)).toEqual(['Delaunay']);
    store.close();
    (await mustOpen(newPc)).close();
  });

  it('is asked at each start where no key store can be trusted', async () => {
    const { options, code } = await house({ plainKey: false, sealer: testSealer(false) });
    expect((await mustRefuse(options)).code).toBe('needs-recovery-code');
    (await mustOpen({ ...options, recoveryCode: code })).close();
    expect((await mustRefuse(options)).code).toBe('needs-recovery-code');
  });

  it('opens nothing once it has been replaced', async () => {
    const { options, code } = await house({ plainKey: false });
    const store = await mustOpen({ ...options, recoveryCode: code });
    await store.issueRecoveryCode();
    store.close();
    await expect(openStore({ ...options, recoveryCode: code })).rejects.toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
  });

  it('leaves the folder free for another try when it was mistyped', async () => {
    const { options, code } = await house({ plainKey: false });
    const before = folderState(options.folder);
    await expect(openStore({ ...options, recoveryCode: 'AAAA' })).rejects.toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    expect(folderState(options.folder)).toEqual(before);
    (await mustOpen({ ...options, recoveryCode: code })).close();
  });

  it('is never needed where it was: a sealed house still opens after a recovery elsewhere', async () => {
    const sealer = testSealer();
    const { options } = await house({ plainKey: false, sealer });
    sealer.lock(true);
    expect((await mustRefuse(options)).code).toBe('needs-recovery-code');
    sealer.lock(false);
    (await mustOpen(options)).close();
  });

  it('is not needed either when the system changes its own key: what it opens once is sealed again', async () => {
    const sealer = testSealer();
    const { options } = await house({ plainKey: false, sealer });
    sealer.age();
    (await mustOpen(options)).close();
    // By now the system has forgotten the key of two changes ago.
    sealer.age();
    (await mustOpen(options)).close();
  });
});

/** What refusals have in common: what happened, what is safe, what to do, and not a byte changed. */
const refusedUntouched = async (options: ReturnType<typeof storeOptions>) => {
  // The note that a killed desk left of itself; the next holder replaces it, as it should.
  rmSync(join(options.folder, 'parvis.lock.json'), { force: true });
  const before = folderState(options.folder);
  const failure = await mustRefuse(options);
  expect(folderState(options.folder)).toEqual(before);
  expect(failure.message).toContain(failure.file);
  return failure;
};

describe.each([
  ['closed as it should be', async () => (await house({ folder: templates.make() })).options],
  [
    'left by a desk that was killed, with its log still beside it',
    async () => storeOptions((await crashedFolder(templates.make())).folder),
  ],
])('a file that cannot be opened, %s, stays byte for byte what it was', (_, build) => {
  let template = storeOptions('');
  beforeAll(async () => {
    template = await build();
  });
  const make = () => {
    const options = { ...template, folder: folders.make() };
    cpSync(template.folder, options.folder, { recursive: true });
    return options;
  };
  const file = (folder: string, name: string): string => join(folder, name);

  it('when the key is not its own', async () => {
    const options = make();
    const foreign = await house();
    copyFileSync(foreign.keys, file(options.folder, 'parvis.keys'));
    const failure = await refusedUntouched(options);
    expect([failure.code, failure.file]).toEqual(['wrong-key', 'parvis.db']);
    expect(failure.message).toContain('Rien n’a été modifié.');
  });

  it('when its first page is damaged', async () => {
    const options = make();
    overwrite(file(options.folder, 'parvis.db'), 100, 50);
    rmSync(file(options.folder, 'parvis.db-wal'), { force: true });
    const failure = await refusedUntouched(options);
    expect([failure.code, failure.file]).toEqual(['damaged', 'parvis.db']);
  });

  it('when it was cut short', async () => {
    const options = make();
    truncateSync(file(options.folder, 'parvis.db'), 700);
    rmSync(file(options.folder, 'parvis.db-wal'), { force: true });
    expect((await refusedUntouched(options)).code).toBe('damaged');
  });

  it('when it is empty: it is not taken for a new house', async () => {
    const options = make();
    truncateSync(file(options.folder, 'parvis.db'), 0);
    const failure = await refusedUntouched(options);
    expect(failure.code).toBe('damaged');
    expect(failure.message).toContain('est vide');
  });

  it('when it is gone: it is not taken for a new house', async () => {
    const options = make();
    rmSync(file(options.folder, 'parvis.db'));
    const failure = await refusedUntouched(options);
    expect(failure.code).toBe('damaged');
    expect(failure.message).toContain('n’est plus dans le dossier');
  });

  it('when it comes from a newer Parvis', async () => {
    const options = make();
    const failure = await refusedUntouched({ ...options, migrations: shippedMigrations().slice(0, -1) });
    expect([failure.code, failure.file]).toEqual(['from-newer-version', 'parvis.db']);
  });

  it('when it comes from a Parvis whose history differs', async () => {
    const options = make();
    const migrations = shippedMigrations().map((m, i) =>
      i === 0 ? { ...m, sql: `${m.sql}\n-- edited` } : m,
    );
    expect((await refusedUntouched({ ...options, migrations })).code).toBe('from-newer-version');
  });

  it('when its envelope is missing', async () => {
    const options = make();
    rmSync(file(options.folder, 'parvis.keys'));
    const failure = await refusedUntouched(options);
    expect([failure.code, failure.file]).toEqual(['envelope-missing', 'parvis.keys']);
    expect(failure.message).toContain('n’est plus à côté');
  });

  it('when its envelope is unreadable', async () => {
    const options = make();
    truncateSync(file(options.folder, 'parvis.keys'), 100);
    const failure = await refusedUntouched(options);
    expect([failure.code, failure.file]).toEqual(['envelope-missing', 'parvis.keys']);
    expect(failure.message).toContain('est abîmé');
  });

  it('when it takes a recovery code', async () => {
    const options = make();
    const keys = file(options.folder, 'parvis.keys');
    writeEnvelope(keys, { ...readEnvelope(keys), plain: null });
    expect((await refusedUntouched(options)).code).toBe('needs-recovery-code');
  });
});

describe('a folder that cannot be used', () => {
  it('is not searched for a house that is in use', async () => {
    const { options } = await house();
    const first = await mustOpen(options);
    const failure = await mustRefuse({ ...options, clock: testClock(options.clock.now() + 86_400_000) });
    expect([failure.code, failure.file, failure.since]).toEqual([
      'held-by-another',
      'parvis.lock',
      options.clock.now(),
    ]);
    expect(failure.message).toContain('depuis le 23/11 à 8\u00a0h\u00a000.');
    expect(names(first)).toEqual(['Delaunay']);
    first.close();
  });

  it('says so when it is no folder', async () => {
    const path = join(folders.make(), 'fichier');
    writeFileSync(path, '');
    const failure = await mustRefuse(storeOptions(join(path, 'données')));
    expect(failure.code).toBe('unwritable');
    expect(failure.message).toContain('ENOTDIR');
  });

  it('says that the disk is full, and has changed nothing', async () => {
    const { options } = await house();
    const full = {
      version: 9999,
      name: 'too_much',
      sql: `PRAGMA max_page_count = 200;
            CREATE TABLE filler (a);
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO filler SELECT randomblob(1000) FROM n;`,
    };
    const before = folderState(options.folder)['parvis.db'];
    const failure = await mustRefuse({ ...options, migrations: [...shippedMigrations(), full] });
    expect(failure.code).toBe('unwritable');
    expect(failure.message).toContain('Le disque du dossier de données est plein');
    expect(folderState(options.folder)['parvis.db']).toBe(before);
    const store = await mustOpen(options);
    expect(names(store)).toEqual(['Delaunay']);
    store.close();
  });

  it('quotes a reference of the log for what nobody foresaw', async () => {
    const { options } = await house();
    const logged: unknown[] = [];
    const log = {
      info: () => {},
      error: (_: string, error: unknown) => {
        logged.push(error);
        return 'cafe0123';
      },
    };
    const broken = { version: 9999, name: 'broken', sql: 'CREATE TABLE practitioners (a)' };
    const failure = await mustRefuse({ ...options, log, migrations: [...shippedMigrations(), broken] });
    expect(failure.code).toBe('unknown');
    expect(failure.message).toContain('référence cafe0123');
    expect(logged).toHaveLength(1);
  });
});

describe('an upgrade', () => {
  const next = {
    version: 9999,
    name: 'next',
    sql: "ALTER TABLE practitioners ADD COLUMN office TEXT; UPDATE practitioners SET office = 'A';",
  };

  it('leaves an encrypted copy of what was there before, with its envelope and manifest', async () => {
    const { options } = await house();
    const store = await mustOpen({ ...options, migrations: [...shippedMigrations(), next] });
    store.close();
    const from = shippedMigrations().at(-1)?.version ?? 0;
    const name = `avant-version-${String(from).padStart(4, '0')}`;
    const copies = join(options.folder, 'sauvegardes');
    expect(Object.keys(folderState(copies)).sort()).toEqual([`${name}.db`, `${name}.json`, `${name}.keys`]);
    const elsewhere = folders.make();
    copyFileSync(join(copies, `${name}.db`), join(elsewhere, 'parvis.db'));
    copyFileSync(join(copies, `${name}.keys`), join(elsewhere, 'parvis.keys'));
    const former = await mustOpen(storeOptions(elsewhere));
    expect(names(former)).toEqual(['Delaunay']);
    expect(former.ground.db.pragma('user_version', { simple: true })).toBe(from);
    former.close();
  });

  it('makes no copy of a new house, nor when there is nothing to upgrade', async () => {
    const { options } = await house();
    (await mustOpen(options)).close();
    expect(Object.keys(folderState(options.folder))).toEqual(['parvis.db', 'parvis.keys', 'parvis.lock']);
  });

  it('changes nothing when its copy cannot be written', async () => {
    const { options } = await house();
    writeFileSync(join(options.folder, 'sauvegardes'), 'a file where the folder should be');
    const before = folderState(options.folder);
    const failure = await mustRefuse({ ...options, migrations: [...shippedMigrations(), next] });
    expect(failure.code).toBe('unwritable');
    expect(folderState(options.folder)).toEqual(before);
  });
});

describe('a damaged file', () => {
  it('is offered the newest copy that opens, and says so when there is none', async () => {
    const { options, database } = await house();
    overwrite(database, 100, 50);
    expect((await mustRefuse(options)).message).toContain('Aucune sauvegarde utilisable n’a été trouvée');
  });
});
