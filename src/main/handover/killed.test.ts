/** A desk that is killed in the middle of a night's lines: none is lost, and none becomes two. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { clara, fillHouse } from '../../../tests/support/agenda-house.ts';
import { mustOpen, storeOptions, testFolders } from '../../../tests/support/data-folder.ts';
import type { ReturnLine } from '../../contract/night-return.ts';
import { get } from '../core/db.ts';
import type { Ground } from '../core/ground.ts';
import * as handover from './service.ts';

const folders = testFolders();
afterEach(() => folders.removeAll());

const KEY = '6e0f6c3e-4a55-4b0e-8a07-0a5d5c7f1a01';
const LETTERS = 'ABCDEFGHIJKLMNOPQRST';
const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Twenty messages, twenty calls, sixteen appointments one after the other. */
const NIGHT = [
  'nom;prénom;téléphone;motif;pour qui;type;jour;heure du rdv',
  ...[...LETTERS].map((letter) => `NUITEE${letter};Un;;ordonnance;Nguyen;message;;`),
  ...[...LETTERS].map(
    (letter, at) => `VEILLE${letter};Deux;06 39 98 03 ${String(at).padStart(2, '0')};;;rappel;;`,
  ),
  ...[...LETTERS.slice(0, 16)].map(
    (letter, at) => `AUBE${letter};Trois;;;Nguyen;rdv;25/11;${clock(510 + 15 * at)}`,
  ),
].join('\n');
const LINES = 56;

/** @returns the lines that it said it had made into something before it was killed */
const killedAfter = (folder: string, acknowledged: number): Promise<number[]> => {
  const child = fork(join(import.meta.dirname, '../../../tests/support/night-settler.ts'), [folder], {
    execArgv: [],
  });
  const told: number[] = [];
  child.on('message', (id) => {
    told.push(id as number);
    if (told.length === acknowledged) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('exit', () => resolve(told)));
};

const made = (ground: Ground) =>
  get<{ requests: number; callbacks: number; claims: number }>(
    ground.db,
    `SELECT (SELECT count(*) FROM requests) AS requests, (SELECT count(*) FROM callbacks) AS callbacks,
       (SELECT count(*) FROM claims) AS claims`,
  );

const settledOf = (lines: readonly ReturnLine[], what: string) =>
  lines.filter(({ settled }) => settled?.what === what).length;

it.each([1, 23, 45])('killed after %i lines, the night is whole and goes on where it was', async (killAt) => {
  const folder = folders.make();
  const before = await mustOpen(storeOptions(folder));
  fillHouse(before.ground);
  handover.bring(before.ground, clara, { key: KEY, text: NIGHT });
  before.close();

  const told = await killedAfter(folder, killAt);
  expect(told.length).toBeGreaterThanOrEqual(killAt);

  const store = await mustOpen(storeOptions(folder));
  const { ground } = store;
  const { lines, total } = handover.returned(ground);
  expect(total).toBe(LINES);
  const settled = lines.filter((line) => line.settled !== null).map(({ id }) => id as number);
  expect(told.filter((id) => !settled.includes(id))).toEqual([]);
  expect(made(ground)).toEqual({
    requests: settledOf(lines, 'request'),
    callbacks: settledOf(lines, 'callback'),
    claims: settledOf(lines, 'appointment'),
  });

  // Whoever does not know what had gone through sends every line again, and the paste too.
  expect(handover.bring(ground, clara, { key: KEY, text: NIGHT }).lines).toBe(LINES);
  for (const { id, version, reading } of lines)
    for (const _ of ['once', 'twice'])
      handover.settle(ground, clara, {
        id,
        version,
        what: reading?.kind ?? 'request',
        patientId: null,
        confirmedNew: true,
      });
  expect(handover.returned(ground)).toMatchObject({ open: 0, total: LINES });
  expect(made(ground)).toEqual({ requests: 20, callbacks: 20, claims: 16 });
  store.close();
});
