/** The fallback sheets, in a real folder: what is in them, what becomes of the old ones, and what is said when it fails. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { since } from '../../src/main/core/journal.ts';
import { createLog } from '../../src/main/core/log.ts';
import { type FallbackDisk, realFallbackDisk } from '../../src/main/fallback/folder.ts';
import { createFallback, type Fallback } from '../../src/main/fallback/service.ts';
import { booking } from '../support/agenda-desk.ts';
import { clara, DUPONT } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { pdfInfo, pdfText } from '../support/poppler.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const inProcess = transports.slice(0, 1);

const SHEETS = [
  'parvis-secours-2026-11-23-journee.pdf',
  'parvis-secours-2026-11-23-listes.pdf',
  'parvis-secours-2026-11-23-rappels.pdf',
  'parvis-secours-2026-11-24-journee.pdf',
];

let house: TestDesk;
let connection: Connection;
let folder: string;
let desk: DeskClient;

const read = (name: string): string => pdfText(readFileSync(join(folder, name)));
const actions = (): string[] => since(house.ground.db, 0).map(({ action }) => action);

describe.each(inProcess)('the fallback sheets $name', ({ connect }) => {
  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
    folder = mkdtempSync(join(tmpdir(), 'parvis-secours-'));
    desk = connection.as({ actorId: CLARA });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are written nowhere until somebody has chosen a folder', async () => {
    expect(await desk.fallback.write()).toEqual({
      folder: null,
      names: 'initials',
      writtenAt: null,
      files: [],
      failure: null,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('name today’s appointments and those of the next day that is open, the promised calls and the lists, for this user only', async () => {
    await desk.agenda.book(booking());
    await desk.callbacks.add({
      patientId: DUPONT,
      phone: '01 99 00 00 42',
      about: 'Résultat à donner',
      due: house.clock.now() + 3_600_000,
    });
    const state = await desk.fallback.choose({ folder, names: 'full' });
    expect(state).toMatchObject({ folder, names: 'full', failure: null, writtenAt: house.clock.now() });
    expect(readdirSync(folder).sort()).toEqual(SHEETS);
    expect(statSync(join(folder, SHEETS[0] ?? '')).mode & 0o777).toBe(0o600);
    const tomorrow = read('parvis-secours-2026-11-24-journee.pdf');
    expect(tomorrow).toContain('Mardi 24 novembre 2026');
    expect(tomorrow).toContain('DUPONT Marie');
    expect(tomorrow).toMatch(/écrit le 23\/11\/2026 à 8\sh[\s\S]*à reprendre dans Parvis ligne par ligne/);
    expect(read('parvis-secours-2026-11-23-rappels.pdf')).toMatch(
      /23\/11\/2026 à 9\sh\s+DUPONT Marie.*01\s99\s00\s00\s42\s+Résultat à donner/,
    );
    expect(read('parvis-secours-2026-11-23-listes.pdf')).toContain('personne n’attend');
    expect(pdfInfo(readFileSync(join(folder, SHEETS[0] ?? '')))).toMatchObject({ Tagged: 'yes' });
    expect(actions().slice(-2)).toEqual(['fallback.set', 'fallback.written']);
  });

  it('carry initials and nothing to ring anybody by, when that is the choice', async () => {
    await desk.agenda.book(booking());
    await desk.fallback.choose({ folder, names: 'initials' });
    const all = readdirSync(folder).map(read).join('\n');
    expect(all).toMatch(/D\.\sM\./);
    expect(all).not.toMatch(/DUPONT|Marie|\d\d \d\d \d\d \d\d \d\d/);
  });

  it('on a Friday are of Friday and of Monday: a day on which nobody comes is no help', async () => {
    house.clock.set(house.clock.now() + 4 * 24 * 3_600_000);
    await desk.fallback.choose({ folder, names: 'full' });
    expect(readdirSync(folder).filter((name) => name.endsWith('-journee.pdf'))).toEqual([
      'parvis-secours-2026-11-27-journee.pdf',
      'parvis-secours-2026-11-30-journee.pdf',
    ]);
    expect(read('parvis-secours-2026-11-30-journee.pdf')).toContain('Lundi 30 novembre 2026');
  });

  it('of yesterday are removed, and nothing else in the folder is touched', async () => {
    writeFileSync(join(folder, 'parvis-secours-2026-11-20-rappels.pdf'), 'old');
    writeFileSync(join(folder, 'planning de garde.pdf'), 'theirs');
    await desk.fallback.choose({ folder, names: 'full' });
    expect(readdirSync(folder).sort()).toEqual([...SHEETS, 'planning de garde.pdf']);
    house.clock.set(house.clock.now() + 24 * 3_600_000);
    await desk.fallback.write();
    expect(readdirSync(folder).sort()).toEqual([
      ...SHEETS.map((name) => name.replace('11-24', '11-25').replace('11-23', '11-24')).sort(),
      'planning de garde.pdf',
    ]);
  });

  it('do not outlive the wish for them, here or in a folder that was left for another', async () => {
    const other = mkdtempSync(join(tmpdir(), 'parvis-secours-'));
    await desk.fallback.choose({ folder, names: 'full' });
    await desk.fallback.choose({ folder: other, names: 'full' });
    expect([readdirSync(folder), readdirSync(other).length]).toEqual([[], 4]);
    expect(await desk.fallback.choose({ folder: null, names: 'full' })).toMatchObject({ folder: null });
    expect(readdirSync(other)).toEqual([]);
    rmSync(other, { recursive: true, force: true });
  });

  it.each([
    ['secours', 'fallback-relative'],
    ['/nulle/part', 'fallback-missing'],
    ['/etc/hostname', 'fallback-not-a-folder'],
  ])('refuse %s as %s', async (asked, reason) => {
    expect(await errorOf(desk.fallback.choose({ folder: asked, names: 'full' }))).toMatchObject({
      code: 'CONFLICT',
      data: { reason },
    });
    expect(await desk.fallback.state()).toMatchObject({ folder: null });
  });

  it('refuse the data folder, where all is encrypted, and whatever lies in it', async () => {
    const within = join(house.folder, 'papier');
    mkdirSync(within);
    for (const asked of [house.folder, within])
      expect(await errorOf(desk.fallback.choose({ folder: asked, names: 'full' }))).toMatchObject({
        data: { reason: 'fallback-inside' },
      });
  });

  it('are a practitioner’s to have written, and not to choose a place for', async () => {
    const hers = connection.as({ actorId: DR_NGUYEN });
    expect(await errorOf(hers.fallback.choose({ folder, names: 'full' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await hers.fallback.write()).toMatchObject({ folder: null });
  });

  it('say that the folder is gone, and are written again once it is back', async () => {
    await desk.fallback.choose({ folder, names: 'full' });
    renameSync(folder, `${folder}-retirée`);
    const { failure, files } = await desk.fallback.write();
    expect(failure).toMatch(/Le dossier de secours n’est pas là/);
    expect(files).toEqual([...SHEETS].sort((a, b) => files.indexOf(a) - files.indexOf(b)));
    renameSync(`${folder}-retirée`, folder);
    expect(await desk.fallback.write()).toMatchObject({ failure: null });
  });
});

describe('a folder that fails half-way', () => {
  let fallback: Fallback;
  let broken: string | null;
  const failing: FallbackDisk = {
    ...realFallbackDisk,
    write: async (path, bytes) => {
      if (broken !== null && path.endsWith('rappels.pdf')) throw Object.assign(new Error(), { code: broken });
      await realFallbackDisk.write(path, bytes);
    },
  };
  beforeEach(async () => {
    house = await openTestHouse();
    folder = mkdtempSync(join(tmpdir(), 'parvis-secours-'));
    broken = null;
    fallback = createFallback({
      dataFolder: house.folder,
      ground: () => house.ground,
      isOpen: () => true,
      log: createLog(join(house.folder, 'journaux'), () => house.clock.now()),
      disk: failing,
      byItself: false,
    });
    await fallback.choose(clara, folder, 'full');
  });
  afterEach(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['ENOSPC', /plus de place/],
    ['EROFS', /ne se laisse plus écrire/],
    ['EACCES', /ne se laisse plus écrire/],
    ['EIO', /s’est interrompue/],
  ])('%s: keeps whole sheets, says what to do, and tries again by itself', async (code, says) => {
    const before = readFileSync(join(folder, 'parvis-secours-2026-11-23-rappels.pdf'));
    broken = code;
    const { failure } = await fallback.write(clara);
    expect(failure).toMatch(says);
    expect(failure).toMatch(/Rien n’est perdu/);
    expect(readdirSync(folder).sort()).toEqual(SHEETS);
    expect(readFileSync(join(folder, 'parvis-secours-2026-11-23-rappels.pdf')).equals(before)).toBe(true);
    broken = null;
    house.ground.write(clara, (tx) => tx.record({ action: 'patient.updated', rows: [] }));
    await fallback.round();
    expect(fallback.state().failure).not.toBe(null);
    house.clock.set(house.clock.now() + 5 * 60_000);
    await fallback.round();
    expect(fallback.state()).toMatchObject({ failure: null, writtenAt: house.clock.now() });
  });

  it('is not needed: half an hour later, and at close, what is new is written by itself', async () => {
    const written = () => actions().filter((action) => action === 'fallback.written').length;
    house.clock.set(house.clock.now() + 31 * 60_000);
    await fallback.round();
    expect(written()).toBe(1);
    house.ground.write(clara, (tx) => tx.record({ action: 'patient.updated', rows: [] }));
    await fallback.round();
    expect(written()).toBe(2);
    await fallback.close(20_000);
    expect(written()).toBe(2);
    house.ground.write(clara, (tx) => tx.record({ action: 'patient.updated', rows: [] }));
    await fallback.close(20_000);
    expect(written()).toBe(3);
  });
});
