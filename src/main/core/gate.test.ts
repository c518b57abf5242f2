import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { overwrite } from '../../../tests/support/damage.ts';
import { addPractitioner, mustOpen, storeOptions, testFolders } from '../../../tests/support/data-folder.ts';
import { testClock } from '../../../tests/support/ground.ts';
import { testSealer } from '../../../tests/support/sealer.ts';
import { closedGround } from './closed-ground.ts';
import { openLedger } from './copies-ledger.ts';
import { dataFiles } from './data-files.ts';
import { all } from './db.ts';
import { DeskError } from './errors.ts';
import { createGate, type Gate, type GateOptions } from './gate.ts';
import { since } from './journal.ts';
import { readEnvelope } from './keys/envelope.ts';
import { silentLog } from './log.ts';
import { openFile } from './open-file.ts';
import { startUpkeep } from './upkeep.ts';

const folders = testFolders();
const gates: Gate[] = [];
afterEach(async () => {
  for (const gate of gates.splice(0)) await gate.close();
  folders.removeAll();
});

const gateOf = (over: Partial<GateOptions> = {}): Gate => {
  const gate = createGate({
    folder: folders.make(),
    clock: testClock(),
    log: silentLog,
    program: 'Parvis',
    sealer: null,
    plainKey: true,
    zone: 'Europe/Paris',
    lockWaitMs: 0,
    upkeepAfterMs: null,
    appVersion: '0.1.0',
    demo: false,
    compensations: {},
    ...over,
  });
  gates.push(gate);
  return gate;
};

const setUp = (gate: Gate): void => {
  gate.ground().db.exec("INSERT INTO house VALUES (1, 1, 'MSP', 'Europe/Paris', 'metropole', NULL, NULL, 0)");
};
const refusal = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof DeskError) return [error.code, error.data];
    throw error;
  }
  return 'went through';
};

/** What somebody would find who took the file alone, without its log. */
const housesInFileAlone = (folder: string): number => {
  const { database, envelope } = dataFiles(folder);
  const elsewhere = join(folders.make(), 'parvis.db');
  copyFileSync(database, elsewhere);
  const db = openFile(elsewhere, readEnvelope(envelope).plain?.key ?? new Uint8Array(), { mustExist: true });
  const found = all(db, 'SELECT 1 FROM house').length;
  db.close();
  return found;
};

describe('a PC that sleeps', () => {
  it('leaves a file that holds everything by itself, so that a battery that dies costs nothing', async () => {
    const gate = gateOf();
    const { folder } = await gate.open();
    setUp(gate);
    expect(housesInFileAlone(folder)).toBe(0);
    gate.rest();
    expect(housesInFileAlone(folder)).toBe(1);
    expect(all(gate.ground().db, 'SELECT 1 FROM house').length).toBe(1);
  });

  it('makes the copy of the new day as soon as it wakes', async () => {
    const clock = testClock();
    const gate = gateOf({ clock });
    await gate.open();
    setUp(gate);
    await gate.backUpNow();
    clock.set(clock.now() + 24 * 3_600_000);
    await gate.wake();
    expect(gate.backup()).toMatchObject({ file: 'parvis-2026-11-24-08h00.db', failure: null });
  });

  it('may wake or rest before the file is open, and after it is closed', async () => {
    const gate = gateOf();
    gate.rest();
    await gate.wake();
    await gate.open();
    await gate.close();
    gate.rest();
    await gate.wake();
  });
});

describe('the door of the desk', () => {
  it('opens a new house for its first start', async () => {
    const gate = gateOf();
    const { folder } = await gate.open();
    expect(gate.status()).toEqual({
      state: 'open',
      house: expect.any(String),
      firstStart: true,
      demo: false,
      folder,
      appVersion: '0.1.0',
      check: null,
    });
  });

  it('names the house the same while its file does not open, and otherwise than any other', async () => {
    const folder = folders.make();
    const first = gateOf({ folder });
    const { house } = await first.open();
    expect(house).toMatch(/^[\w-]{22}$/);
    expect((await gateOf({ folder }).open()).house).toBe(house);
    await first.close();
    renameSync(join(folder, 'parvis.db'), join(folder, 'away.db'));
    expect(await gateOf({ folder }).open()).toMatchObject({ state: 'closed', house });
    renameSync(join(folder, 'away.db'), join(folder, 'parvis.db'));
    const again = gateOf({ folder });
    expect(await again.open()).toMatchObject({ state: 'open', house });
    await again.close();
    rmSync(join(folder, 'parvis.keys'));
    expect(await gateOf({ folder }).open()).toMatchObject({ state: 'closed', house: null });
    expect((await gateOf().open()).house).not.toBe(house);
  });

  it('says that the first start is over once the house is set up', async () => {
    const gate = gateOf();
    await gate.open();
    setUp(gate);
    expect(gate.status()).toMatchObject({ state: 'open', firstStart: false });
  });

  it('gives a fresh recovery code during the first start, until the end of it, and no longer', async () => {
    const folder = folders.make();
    const first = gateOf({ folder });
    await first.open();
    const code = await first.issueRecoveryCode();
    expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    expect(await first.issueRecoveryCode()).not.toBe(code);
    setUp(first);
    // The assistant may print it as its last page.
    await first.issueRecoveryCode();
    await first.close();
    const next = gateOf({ folder });
    await next.open();
    expect(await refusal(() => next.issueRecoveryCode())).toEqual([
      'CONFLICT',
      { reason: 'first-start-over' },
    ]);
  });

  it('counts as a first start as long as nothing but this process could open the house', async () => {
    const gate = gateOf({ plainKey: false, sealer: testSealer(false) });
    await gate.open();
    setUp(gate);
    expect(gate.status()).toMatchObject({ firstStart: true });
    await gate.issueRecoveryCode();
    expect(gate.status()).toMatchObject({ firstStart: false });
  });

  it('stays closed, and says why, until the recovery code is typed', async () => {
    const folder = folders.make();
    const first = gateOf({ folder, plainKey: false, sealer: testSealer() });
    await first.open();
    setUp(first);
    const code = await first.issueRecoveryCode();
    await first.close();

    const newPc = gateOf({ folder, plainKey: false, sealer: testSealer() });
    expect(await newPc.open()).toMatchObject({ state: 'closed', failure: { code: 'needs-recovery-code' } });
    expect(await refusal(() => newPc.unlock('0000'))).toEqual(['WRONG_RECOVERY_CODE', {}]);
    expect(newPc.status()).toMatchObject({ state: 'closed', failure: { code: 'needs-recovery-code' } });
    expect(await newPc.unlock(code)).toMatchObject({ state: 'open', firstStart: false });
  });

  it('gives every use of a closed desk the same answer', async () => {
    const folder = folders.make();
    const gate = gateOf({ folder });
    await gate.open();
    await gate.close();
    rmSync(join(folder, 'parvis.keys'));
    const closed = gateOf({ folder });
    await closed.open();
    expect(closed.ground()).toBe(closedGround);
    for (const use of [
      () => closed.ground().db,
      () => closed.backup(),
      () => closed.backUpNow(),
      () => closed.issueRecoveryCode(),
      () => closed.closing(),
    ])
      expect(await refusal(use)).toEqual(['DESK_CLOSED', {}]);
    // Contexts are copied on their way: copying must not be a use.
    expect(await refusal(() => ({ ...{ ground: closed.ground() } }))).toBe('went through');
  });

  it('opens when whoever held the folder has left, if somebody tries again', async () => {
    const folder = folders.make();
    const first = gateOf({ folder });
    await first.open();
    const second = gateOf({ folder, program: 'import' });
    expect(await second.open()).toMatchObject({ state: 'closed', failure: { code: 'held-by-another' } });
    await first.close();
    expect(await second.open()).toMatchObject({ state: 'open' });
  });

  it('opens once, however many windows ask at the same time', async () => {
    const opened: unknown[] = [];
    const gate = gateOf({
      onOpen: (ground) => {
        opened.push(ground);
        return () => opened.push('stopped');
      },
    });
    await Promise.all([gate.open(), gate.open(), gate.unlock('anything')]);
    expect(opened).toEqual([gate.ground()]);
    await gate.close();
    expect(opened.at(-1)).toBe('stopped');
  });

  it('puts a copy in the place of a damaged file, sets that one aside, and says so in the journal', async () => {
    const folder = folders.make();
    const clock = testClock();
    const first = gateOf({ folder, clock });
    await first.open();
    setUp(first);
    addPractitioner(first.ground(), 'Delaunay');
    await first.backUpNow();
    addPractitioner(first.ground(), 'Hamel');
    clock.set(clock.now() + 86_400_000);
    await first.backUpNow();
    await first.close();
    overwrite(join(folder, 'parvis.db'), 100, 50);
    overwrite(join(folder, 'sauvegardes', 'parvis-2026-11-24-08h00.db'), 9000, 10);
    const damaged = readFileSync(join(folder, 'parvis.db'));
    clock.set(clock.now() + 3_600_000);

    const second = gateOf({ folder, clock });
    const status = await second.open();
    const file = status.state === 'closed' ? (status.failure.copies?.[0]?.file ?? '') : '';
    expect(file).toBe('parvis-2026-11-23-08h00.db');
    expect(await refusal(() => second.restore('parvis-2026-11-24-08h00.db'))).toEqual([
      'NOT_FOUND',
      { what: 'copy' },
    ]);
    expect(await refusal(() => second.restore('parvis-2025-01-01.db'))).toEqual([
      'NOT_FOUND',
      { what: 'copy' },
    ]);
    expect(await second.restore(file)).toMatchObject({
      state: 'open',
      house: status.house,
      firstStart: false,
    });

    expect(all(second.ground().db, 'SELECT family_name FROM practitioners')).toEqual([
      { family_name: 'Delaunay' },
    ]);
    expect(since(second.ground().db, 1)).toMatchObject([
      {
        action: 'copy.restored',
        actor: 'restauration',
        after: { file, copyAt: clock.now() - 25 * 3_600_000 },
      },
    ]);
    const aside = join(folder, 'mis-de-cote', '2026-11-24T08-00-00');
    expect(readdirSync(aside).sort()).toEqual(['parvis.db', 'parvis.keys']);
    expect(readFileSync(join(aside, 'parvis.db')).equals(damaged)).toBe(true);
    expect(await refusal(() => second.restore(file))).toEqual(['CONFLICT', { reason: 'open' }]);
    // The copy of the day after is of a journal that this one no longer continues: known, and no alarm.
    await second.close();
    const store = await mustOpen(storeOptions(folder, { clock }));
    const third = startUpkeep(store, {
      clock,
      log: silentLog,
      ledger: openLedger(store.files.ledger, silentLog),
      upkeepAfterMs: null,
    });
    await third.round();
    expect(third.check()).toMatchObject({ ok: true });
    await third.stop({ copyWithinMs: null });
    store.close();
  });

  it('brings back a house whose file is gone altogether', async () => {
    const folder = folders.make();
    const first = gateOf({ folder });
    await first.open();
    setUp(first);
    await first.backUpNow();
    await first.close();
    for (const name of ['parvis.db', 'parvis.keys']) rmSync(join(folder, name));
    writeFileSync(join(folder, 'parvis.db'), 'not a house');
    const second = gateOf({ folder });
    expect(await second.open()).toMatchObject({ failure: { code: 'envelope-missing' } });
    expect(await second.restore('parvis-2026-11-23-08h00.db')).toMatchObject({
      state: 'open',
      firstStart: false,
    });
  });

  it('ends the streams, then closes, and opens no more', async () => {
    const folder = folders.make();
    const gate = gateOf({ folder });
    await gate.open();
    addPractitioner(gate.ground(), 'Delaunay');
    const signal = gate.closing();
    await gate.close();
    await gate.close();
    expect(signal.aborted).toBe(true);
    expect(await refusal(() => gate.open())).toEqual(['DESK_CLOSED', {}]);
    const next = gateOf({ folder });
    expect(await next.open()).toMatchObject({ state: 'open' });
  });
});
