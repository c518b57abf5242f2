import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overwrite } from '../../../tests/support/damage.ts';
import {
  addPractitioner,
  mustOpen,
  mustRefuse,
  storeOptions,
  testFolders,
} from '../../../tests/support/data-folder.ts';
import { folderState } from '../../../tests/support/folder-state.ts';
import { type TestClock, testClock } from '../../../tests/support/ground.ts';
import { addDays, instantOf } from '../../contract/time.ts';
import { openLedger } from './copies-ledger.ts';
import { digestTables } from './copy-contents.ts';
import { all } from './db.ts';
import { journalMark, verifyChain } from './journal-check.ts';
import { silentLog } from './log.ts';
import type { Store } from './open-store.ts';
import { startUpkeep, type Upkeep } from './upkeep.ts';

const folders = testFolders();
let clock: TestClock;
let folder = '';
let store: Store;
let upkeep: Upkeep;
beforeEach(async () => {
  clock = testClock();
  folder = folders.make();
  await start();
});
afterEach(async () => {
  await leave();
  folders.removeAll();
});

const start = async (): Promise<void> => {
  store = await mustOpen(storeOptions(folder, { clock }));
  upkeep = startUpkeep(store, {
    clock,
    log: silentLog,
    ledger: openLedger(store.files.ledger, silentLog),
    zone: 'Europe/Paris',
    upkeepAfterMs: null,
  });
};
const leave = async (): Promise<void> => {
  await upkeep.stop({ copyWithinMs: null });
  store.close();
};
const copies = (): string[] => {
  try {
    return readdirSync(join(folder, 'sauvegardes')).sort();
  } catch {
    return [];
  }
};
const at = (day: string, minute = 8 * 60): void => clock.set(instantOf(day, minute, 'Europe/Paris'));
const TODAY = ['parvis-2026-11-23-08h00.db', 'parvis-2026-11-23-08h00.json', 'parvis-2026-11-23-08h00.keys'];

/** What somebody with a new PC does: the copy and its envelope, under their usual names, in an empty folder. */
const restored = async (name: string): Promise<Store> => {
  const elsewhere = folders.make();
  copyFileSync(join(folder, 'sauvegardes', `${name}.db`), join(elsewhere, 'parvis.db'));
  copyFileSync(join(folder, 'sauvegardes', `${name}.keys`), join(elsewhere, 'parvis.keys'));
  return mustOpen(storeOptions(elsewhere, { clock }));
};

describe('the daily copy', () => {
  it('is made once a day, and opens elsewhere with all that was written', async () => {
    addPractitioner(store.ground, 'Delaunay');
    await upkeep.round();
    expect(copies()).toEqual(TODAY);
    expect(upkeep.backup()).toEqual({
      lastAt: clock.now(),
      file: 'parvis-2026-11-23-08h00.db',
      failure: null,
      // Restored apart and compared at once: a first copy that would bring nothing back is worth knowing the same day.
      proof: { at: clock.now(), file: 'parvis-2026-11-23-08h00.db', copyAt: clock.now() },
      failedProof: null,
      proofTrouble: null,
      target: null,
      setAside: null,
      code: { issuedAt: null, checkedAt: null },
    });
    const copy = await restored('parvis-2026-11-23-08h00');
    expect(all(copy.ground.db, 'SELECT family_name FROM practitioners')).toEqual([
      { family_name: 'Delaunay' },
    ]);
    expect(verifyChain(copy.ground.db)).toMatchObject({ ok: true, length: 1 });
    copy.close();
  });

  it('says in its manifest where the journal stood, and what the file weighs', async () => {
    addPractitioner(store.ground, 'Delaunay');
    await upkeep.round();
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'sauvegardes', TODAY[1] ?? ''), 'utf8'));
    expect(manifest).toEqual({
      format: 'parvis-copy',
      version: 1,
      at: clock.now(),
      bytes: readFileSync(join(folder, 'sauvegardes', TODAY[0] ?? '')).length,
      sha256: folderState(folder)[`sauvegardes/${TODAY[0]}`],
      schemaVersion: store.ground.db.pragma('user_version', { simple: true }),
      journal: journalMark(store.ground.db),
      serial: 1,
      tables: digestTables(store.ground.db),
      contents: { people: 0, appointments: 0, lastChange: { at: clock.now(), by: 'installation' } },
    });
  });

  it('is not made again the same day, except when somebody asks', async () => {
    await upkeep.round();
    addPractitioner(store.ground, 'Delaunay');
    at('2026-11-23', 8 * 60 + 30);
    await upkeep.round();
    expect(upkeep.backup().lastAt).not.toBe(clock.now());
    expect(await upkeep.backUpNow()).toMatchObject({
      lastAt: clock.now(),
      file: 'parvis-2026-11-23-08h30.db',
      failure: null,
    });
    // 8:00 was proven, 8:30 is the newest of the same hour.
    expect(copies().filter((name) => name.endsWith('.db'))).toEqual([
      'parvis-2026-11-23-08h00.db',
      'parvis-2026-11-23-08h30.db',
    ]);
    const copy = await restored('parvis-2026-11-23-08h30');
    expect(all(copy.ground.db, 'SELECT family_name FROM practitioners')).toEqual([
      { family_name: 'Delaunay' },
    ]);
    copy.close();
  });

  it('is made the next day too on a PC that is never switched off', async () => {
    await upkeep.round();
    at('2026-11-24');
    await upkeep.round();
    expect(copies().filter((name) => name.endsWith('.db'))).toEqual([
      'parvis-2026-11-23-08h00.db',
      'parvis-2026-11-24-08h00.db',
    ]);
  });

  it('takes its day from the house, wherever the PC believes it is', async () => {
    store.ground.db.exec(
      "INSERT INTO house VALUES (1, 1, 'MSP', 'Indian/Reunion', 'reunion', NULL, NULL, 0)",
    );
    at('2026-11-23', 22 * 60);
    await upkeep.round();
    expect(upkeep.backup().file).toBe('parvis-2026-11-24-01h00.db');
  });

  it('is made when the desk closes for the day, if asked', async () => {
    addPractitioner(store.ground, 'Delaunay');
    await upkeep.stop({ copyWithinMs: 60_000 });
    expect(copies()).toEqual(TODAY);
  });

  it('holds all or nothing of what is being written meanwhile, and keeps nobody waiting', async () => {
    const copying = upkeep.backUpNow();
    let written = 0;
    let done = false;
    void copying.then(() => {
      done = true;
    });
    while (!done) {
      addPractitioner(store.ground, `P${written++}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await copying).failure).toBe(null);
    const copy = await restored('parvis-2026-11-23-08h00');
    const rows = all(copy.ground.db, 'SELECT 1 FROM practitioners').length;
    expect(verifyChain(copy.ground.db)).toMatchObject({ ok: true, length: rows });
    expect(written).toBeGreaterThan(0);
    copy.close();
  });

  it('drops the oldest once a newer one is safe', async () => {
    at('2026-09-01');
    await upkeep.backUpNow();
    const first = 'parvis-2026-09-01-08h00';
    const days = Array.from({ length: 60 }, (_, i) => addDays('2026-09-02', i));
    for (const day of days)
      for (const extension of ['db', 'keys', 'json'])
        copyFileSync(
          join(folder, 'sauvegardes', `${first}.${extension}`),
          join(folder, 'sauvegardes', `parvis-${day}-08h00.${extension}`),
        );
    at('2026-11-23');
    await upkeep.backUpNow();
    expect(copies().filter((name) => name.endsWith('.db'))).toEqual(
      ['2026-09-30', ...days.slice(-29), '2026-11-23'].map((day) => `parvis-${day}-08h00.db`),
    );
    expect(copies()).toHaveLength(31 * 3);
  });

  it('says in French why it failed, keeps the former ones, and forgets the failure once it works', async () => {
    await upkeep.round();
    const before = folderState(join(folder, 'sauvegardes'));
    // The envelope is gone while the desk is open: a copy without it would open nowhere.
    rmSync(join(folder, 'parvis.keys'));
    at('2026-11-24');
    await upkeep.round();
    expect(upkeep.backup()).toMatchObject({ file: 'parvis-2026-11-23-08h00.db' });
    expect(upkeep.backup().failure).toContain('Les sauvegardes précédentes sont intactes');
    expect(
      Object.keys(folderState(join(folder, 'sauvegardes'))).filter((name) => name.endsWith('.json')),
    ).toEqual(Object.keys(before).filter((name) => name.endsWith('.json')));
    copyFileSync(join(folder, 'sauvegardes', TODAY[2] ?? ''), join(folder, 'parvis.keys'));
    expect((await upkeep.backUpNow()).failure).toBe(null);
  });

  it('clears away what a copy that was cut short has left', async () => {
    await leave();
    mkdirSync(join(folder, 'sauvegardes'), { recursive: true });
    writeFileSync(join(folder, 'sauvegardes', 'parvis-2026-11-22.tmp'), 'half a copy');
    await start();
    expect(copies()).toEqual([]);
  });

  it('is made again after an hour of work, and when the desk closes with something new', async () => {
    await upkeep.round();
    at('2026-11-23', 9 * 60);
    await upkeep.round();
    expect(upkeep.backup().lastAt).toBe(instantOf('2026-11-23', 8 * 60, 'Europe/Paris'));
    addPractitioner(store.ground, 'Delaunay');
    await upkeep.round();
    expect(upkeep.backup().lastAt).toBe(instantOf('2026-11-23', 9 * 60, 'Europe/Paris'));
    at('2026-11-23', 9 * 60 + 30);
    addPractitioner(store.ground, 'Hamel');
    await upkeep.round();
    expect(upkeep.backup().lastAt).toBe(instantOf('2026-11-23', 9 * 60, 'Europe/Paris'));
    await upkeep.stop({ copyWithinMs: 60_000 });
    expect(upkeep.backup().lastAt).toBe(instantOf('2026-11-23', 9 * 60 + 30, 'Europe/Paris'));
  });

  it('is given up when the session ends too soon for it, and leaves the former one', async () => {
    await upkeep.round();
    const before = folderState(join(folder, 'sauvegardes'));
    addPractitioner(store.ground, 'Delaunay');
    await upkeep.stop({ copyWithinMs: 0 });
    await leave();
    await start();
    expect(folderState(join(folder, 'sauvegardes'))).toEqual(before);
    expect(upkeep.backup().failure).toBe(null);
  });
});

describe('a damaged file', () => {
  it('is offered the newest copy that is whole', async () => {
    await upkeep.round();
    at('2026-11-24');
    await upkeep.round();
    await upkeep.stop({ copyWithinMs: null });
    store.close();
    overwrite(join(folder, 'parvis.db'), 100, 50);
    overwrite(join(folder, 'sauvegardes', 'parvis-2026-11-24-08h00.db'), 9000, 10);
    const failure = await mustRefuse(storeOptions(folder, { clock }));
    expect(failure).toMatchObject({
      code: 'damaged',
      copies: [{ file: 'parvis-2026-11-23-08h00.db', at: instantOf('2026-11-23', 8 * 60, 'Europe/Paris') }],
    });
    expect(failure.message).toContain('celle du 23/11 à 8\u00a0h\u00a000');
    copyFileSync(join(folder, 'sauvegardes', 'parvis-2026-11-23-08h00.db'), join(folder, 'parvis.db'));
    await start();
  });
});

describe('the full check after a start', () => {
  it('finds nothing wrong with a house in order', async () => {
    addPractitioner(store.ground, 'Delaunay');
    await upkeep.round();
    expect(upkeep.check()).toEqual({ at: clock.now(), ok: true, message: null });
  });

  it('finds a page that the disk has lost, leaves the former copies and says what to do', async () => {
    for (let i = 0; i < 200; i++) addPractitioner(store.ground, `Praticien ${i}`);
    await leave();
    overwrite(join(folder, 'parvis.db'), 4096 * 12 + 200, 20);
    await start();
    await upkeep.round();
    expect(upkeep.check()).toMatchObject({ ok: false });
    expect(upkeep.check()?.message).toContain('une partie abîmée');
    expect(upkeep.backup().failure).not.toBe(null);
    expect(copies()).toEqual([]);
  });

  it('finds a journal whose end was cut off since the last copy', async () => {
    for (let i = 0; i < 3; i++) addPractitioner(store.ground, `Praticien ${i}`);
    await upkeep.round();
    await leave();
    await start();
    for (const { name } of all<{ name: string }>(
      store.ground.db,
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal%'",
    ))
      store.ground.db.exec(`DROP TRIGGER ${name}`);
    for (const table of ['journal_contents', 'journal_rows', 'journal'])
      store.ground.db.exec(`DELETE FROM ${table} WHERE seq = 3`);
    await upkeep.round();
    expect(upkeep.check()).toMatchObject({ ok: false });
    expect(upkeep.check()?.message).toMatch(/anomalie dans le journal\s: l’entrée 3 n’est plus là/);
  });
});
