/** The copies as the desk uses them: a second place, a proof, a way back, a new PC, a new code. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { overwrite } from '../../../tests/support/damage.ts';
import { addPractitioner, testFolders } from '../../../tests/support/data-folder.ts';
import { programCall, type TestClock, testClock } from '../../../tests/support/ground.ts';
import { TARGET_FOLDER } from './copy-target.ts';
import { all, get } from './db.ts';
import { DeskError } from './errors.ts';
import { createGate, type Gate, type GateOptions } from './gate.ts';
import { eraseContents } from './journal.ts';
import { verifyChain } from './journal-check.ts';
import { readEnvelope } from './keys/envelope.ts';
import { silentLog } from './log.ts';

/** Threads and recovery codes are slow on a PC that does something else. */
vi.setConfig({ testTimeout: 120_000 });

const HOUR = 3_600_000;
const folders = testFolders();
const gates: Gate[] = [];
let clock: TestClock;
let folder = '';
let gate: Gate;
beforeEach(async () => {
  clock = testClock();
  folder = folders.make();
  gate = await open(folder);
  gate.ground().db.exec("INSERT INTO house VALUES (1, 1, 'MSP', 'Europe/Paris', 'metropole', NULL, NULL, 0)");
});
afterEach(async () => {
  for (const one of gates.splice(0)) await one.close();
  folders.removeAll();
});

const open = async (where: string, over: Partial<GateOptions> = {}): Promise<Gate> => {
  const one = createGate({
    folder: where,
    clock,
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
  gates.push(one);
  await one.open();
  return one;
};
const names = (of: Gate): string[] =>
  all<{ name: string }>(of.ground().db, 'SELECT family_name AS name FROM practitioners ORDER BY id').map(
    ({ name }) => name,
  );
const refusal = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof DeskError) return [error.code, error.data];
    throw error;
  }
  return 'went through';
};
const FIRST = 'parvis-2026-11-23-08h00.db';

it('the second place gets each copy, is missed when it is gone, and is served again when it is back', async () => {
  const stick = folders.make();
  expect(await refusal(() => gate.setTarget(programCall, stick, false))).toEqual([
    'CONFLICT',
    { reason: 'target-same-disk' },
  ]);
  expect(await refusal(() => gate.setTarget(programCall, join(stick, 'nulle-part'), true))).toEqual([
    'CONFLICT',
    { reason: 'target-missing' },
  ]);
  mkdirSync(join(folder, 'dedans'));
  expect(await refusal(() => gate.setTarget(programCall, join(folder, 'dedans'), true))).toEqual([
    'CONFLICT',
    { reason: 'target-inside' },
  ]);
  writeFileSync(join(stick, 'fichier'), '');
  expect(await refusal(() => gate.setTarget(programCall, join(stick, 'fichier'), true))).toEqual([
    'CONFLICT',
    { reason: 'target-not-a-folder' },
  ]);
  const code = await gate.issueRecoveryCode();
  expect((await gate.setTarget(programCall, stick, true)).target).toEqual({
    path: stick,
    sameDisk: true,
    seenAt: clock.now(),
    absent: false,
    failure: null,
    copyAt: clock.now(),
  });
  const there = join(stick, TARGET_FOLDER);
  expect(readdirSync(there).sort()).toEqual([
    'parvis-2026-11-23-08h00.db',
    'parvis-2026-11-23-08h00.json',
    'parvis-2026-11-23-08h00.keys',
    'parvis-maison.txt',
  ]);
  // Whoever finds the stick has the code to find too: no key lies on it in clear.
  expect(readEnvelope(join(there, 'parvis-2026-11-23-08h00.keys')).plain).toBe(null);

  const plugged = clock.now();
  renameSync(there, join(stick, 'retirée'));
  clock.set(clock.now() + 3 * 24 * HOUR);
  expect(await gate.backUpNow()).toMatchObject({ failure: null, target: { absent: true, seenAt: plugged } });
  renameSync(join(stick, 'retirée'), there);
  expect(await gate.backUpNow()).toMatchObject({
    target: { absent: false, seenAt: clock.now(), copyAt: clock.now() },
  });

  // A new PC, nothing but the stick and the sheet of paper.
  addPractitioner(gate.ground(), 'Delaunay');
  clock.set(clock.now() + HOUR);
  await gate.backUpNow();
  const elsewhere = await open(folders.make());
  const found = elsewhere.lookIn(stick);
  expect(found[0]).toMatchObject({ people: 0, appointments: 0, lastChange: { by: 'installation' } });
  expect(await elsewhere.bring(stick, found[0]?.file ?? '')).toMatchObject({
    state: 'closed',
    failure: { code: 'needs-recovery-code' },
  });
  expect(await elsewhere.unlock(code)).toMatchObject({ state: 'open', firstStart: false });
  expect(names(elsewhere)).toEqual(['Delaunay']);
  expect(await refusal(() => elsewhere.lookIn(stick))).toEqual(['CONFLICT', { reason: 'open' }]);
  expect(await refusal(() => gate.bring(stick, FIRST))).toEqual(['CONFLICT', { reason: 'open' }]);
});

it('a copy is proven by restoring it; one that does not hold is set aside, named, and replaced', async () => {
  addPractitioner(gate.ground(), 'Delaunay');
  await gate.backUpNow();
  expect(await gate.prove()).toMatchObject({
    proof: { at: clock.now(), file: FIRST, copyAt: clock.now() },
    failedProof: null,
  });
  const proven = clock.now();
  clock.set(clock.now() + HOUR);
  addPractitioner(gate.ground(), 'Hamel');
  await gate.backUpNow();
  overwrite(join(folder, 'sauvegardes', 'parvis-2026-11-23-09h00.db'), 9_000, 10);
  expect(await gate.prove()).toMatchObject({
    failedProof: { at: clock.now(), file: 'douteuses/parvis-2026-11-23-09h00.db', copyAt: proven + HOUR },
    proof: { file: 'parvis-2026-11-23-09h00.db', copyAt: clock.now() },
    file: 'parvis-2026-11-23-09h00.db',
  });
  expect(existsSync(join(folder, 'sauvegardes', 'douteuses', 'parvis-2026-11-23-09h00.json'))).toBe(true);
  expect(gate.copies().map(({ file, proven: held }) => [file, held])).toEqual([
    ['parvis-2026-11-23-09h00.db', true],
    [FIRST, false],
  ]);
});

it('going back keeps the present file, and what was erased since stays erased', async () => {
  const seq = addPractitioner(gate.ground(), 'Delaunay');
  await gate.backUpNow();
  gate.ground().write(programCall, (tx) => eraseContents(tx, [seq]));
  addPractitioner(gate.ground(), 'Hamel');
  expect(await refusal(() => gate.goBack('parvis-2025-01-01.db'))).toEqual(['NOT_FOUND', { what: 'copy' }]);
  expect(names(gate)).toEqual(['Delaunay', 'Hamel']);

  clock.set(clock.now() + HOUR);
  expect(await gate.goBack(FIRST)).toMatchObject({ state: 'open', firstStart: false });
  expect(names(gate)).toEqual(['Delaunay']);
  const contents = get<{ contents: string | null }>(
    gate.ground().db,
    'SELECT contents FROM journal_contents WHERE seq = ?',
    [seq],
  );
  expect(contents).toEqual({ contents: null });
  expect(verifyChain(gate.ground().db)).toMatchObject({ ok: true, erased: 1 });
  expect(readdirSync(join(folder, 'mis-de-cote'))).toEqual(['2026-11-23T08-00-00']);
});

it('a file that no longer opens gives its erasures all the same: they are written down beside it', async () => {
  const seq = addPractitioner(gate.ground(), 'Delaunay');
  await gate.backUpNow();
  gate.ground().write(programCall, (tx) => eraseContents(tx, [seq]));
  await gate.close();
  overwrite(join(folder, 'parvis.db'), 100, 50);
  const second = await open(folder);
  expect(await second.restore(FIRST)).toMatchObject({ state: 'open' });
  expect(verifyChain(second.ground().db)).toMatchObject({ ok: true, erased: 1 });
});

it('the recovery code is verified, replaced, and the former one is dead in every copy within reach', async () => {
  const former = await gate.issueRecoveryCode();
  const stick = folders.make();
  await gate.setTarget(programCall, stick, true);
  expect(await gate.isRecoveryCode(former.toLowerCase().replaceAll('-', ' '))).toBe(true);
  expect(gate.backup().code).toEqual({ issuedAt: clock.now(), checkedAt: clock.now() });
  const file = readFileSync(join(folder, 'sauvegardes', FIRST));
  const next = await gate.replaceRecoveryCode(programCall);
  expect(next).not.toBe(former);
  expect(await gate.isRecoveryCode(former)).toBe(false);
  expect(await gate.isRecoveryCode(next)).toBe(true);
  expect(readFileSync(join(folder, 'sauvegardes', FIRST)).equals(file)).toBe(true);

  const elsewhere = await open(folders.make());
  await elsewhere.bring(stick, FIRST);
  expect(await refusal(() => elsewhere.unlock(former))).toEqual(['WRONG_RECOVERY_CODE', {}]);
  expect(await elsewhere.unlock(next)).toMatchObject({ state: 'open' });
});

it('going back to a copy of before does not bring the former code back to life', async () => {
  const former = await gate.issueRecoveryCode();
  await gate.backUpNow();
  const next = await gate.replaceRecoveryCode(programCall);
  await gate.close();
  rmSync(join(folder, 'parvis.db'));
  const again = await open(folder);
  expect(await again.restore(FIRST)).toMatchObject({ state: 'open' });
  expect(await again.isRecoveryCode(former)).toBe(false);
  expect(await again.isRecoveryCode(next)).toBe(true);
});
