/** A damaged file is replaced by a copy: what it still says of the work done since is shown, to be typed again. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClaimId, PractitionerId } from '../../src/contract/ids.ts';
import type { SalvageKind } from '../../src/contract/salvage.ts';
import { all } from '../../src/main/core/db.ts';
import { BERNARD, CONSULTATION, DUPONT, MARTIN, NGUYEN, PETIT, ROUX } from '../support/agenda-house.ts';
import { destroyRows, overwrite } from '../support/damage.ts';
import { folderState } from '../support/folder-state.ts';
import { draft } from '../support/patient-drafts.ts';
import { pdfText } from '../support/poppler.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, JULIE, openTestDesk, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, inProcess } from './transports.ts';

/** Copies and threads are slow on a PC that does something else. */
vi.setConfig({ testTimeout: 120_000 });

const HOUR = 3_600_000;
let house: TestDesk;
let connection: Connection;
let folder = '';
beforeEach(async () => {
  house = await openTestHouse();
  folder = house.folder;
  connection = await inProcess.connect(house.desk);
});
afterEach(async () => {
  await house.desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const clara = () => connection.as({ actorId: CLARA });
const ground = () => house.desk.contextFor({ actorId: null, station: 'test' }).ground;

const book = (patientId: number, start: number, practitionerId: PractitionerId = NGUYEN) =>
  clara().agenda.book({
    practitionerId,
    day: '2026-11-24',
    start,
    appointmentTypeId: CONSULTATION,
    patientId: patientId as typeof DUPONT,
  });

/** A copy at eight with one appointment in it; from nine on, a morning that only the file in use knows. */
const morning = async (): Promise<string> => {
  const former = await book(DUPONT, 9 * 60);
  const { file } = await clara().copies.make();
  house.clock.set(house.clock.now() + HOUR);
  await clara().agenda.cancel({ id: former.appointment.id, version: 1, by: 'patient' });
  await book(MARTIN, 9 * 60);
  const newcomer = await clara().patients.create({
    patient: draft('Quenouille', 'Philomène', { phones: ['06 39 98 42 71'] }),
    confirmedNew: true,
  });
  await book(newcomer.id, 10 * 60);
  await book(ROUX, 10 * 60 + 20, PETIT);
  const given = await book(BERNARD, 11 * 60);
  await clara().agenda.cancel({ id: given.appointment.id, version: 1, by: 'patient' });
  await clara().callbacks.add({
    patientId: DUPONT,
    phone: '01 99 00 00 42',
    about: 'Résultat à donner',
    due: house.clock.now() + HOUR,
  });
  return file ?? '';
};

/** The file is closed, damaged as a disk does, opened again or not; the copy takes its place. */
const replaced = async (file: string, damage: () => unknown): Promise<Record<string, string>> => {
  await house.desk.close();
  damage();
  house = await openTestDesk(house.clock, undefined, folder);
  connection = await inProcess.connect(house.desk);
  const status = await connection.as({}).gate.status();
  await (status.state === 'closed'
    ? connection.as({}).gate.restore({ file })
    : connection.as({ actorId: JULIE }).copies.goBack({ file }));
  return folderState(join(folder, 'mis-de-cote'));
};

const linesOf = async (kind: SalvageKind): Promise<string[]> =>
  ((await clara().copies.salvage()).groups.find((group) => group.kind === kind)?.lines ?? []).map(
    ({ change, who, what, here, missingRecord }) =>
      [change, who, what, ...(here === null ? [] : [here]), ...(missingRecord ? ['no record'] : [])]
        .join(' | ')
        .replaceAll('\u00a0', ' '),
  );

const APPOINTMENTS = [
  'changed | DUPONT Marie | mardi 24 novembre 2026 à 9 h, avec Dr Nguyen, annulé | mardi 24 novembre 2026 à 9 h, avec Dr Nguyen',
  'new | MARTIN Jean | mardi 24 novembre 2026 à 9 h, avec Dr Nguyen',
  'new | QUENOUILLE Philomène | mardi 24 novembre 2026 à 10 h, avec Dr Nguyen | no record',
  'new | ROUX Simone | mardi 24 novembre 2026 à 10 h 20, avec Dr Petit',
];

describe('a file set aside', () => {
  it('gives back all that was done since the copy when the page destroyed held something else', async () => {
    const file = await morning();
    // What the start reads first: the house does not open any more.
    const before = await replaced(file, () => destroyRows(folder, 'schema_migrations', (pages) => pages));
    expect(await clara().copies.state()).toMatchObject({
      setAside: { at: house.clock.now(), copyAt: house.clock.now() - HOUR },
    });
    const found = await clara().copies.salvage();
    expect(found.readable).toBe(true);
    expect(
      found.groups.map(({ kind, lines, more, settled, lost }) => [kind, lines.length, more, settled, lost]),
    ).toEqual([
      ['appointment', 4, 0, 1, 0],
      ['callback', 1, 0, 0, 0],
      ['request', 0, 0, 0, 0],
      ['waitlist', 0, 0, 0, 0],
    ]);
    expect(await linesOf('appointment')).toEqual(APPOINTMENTS);
    expect(await linesOf('callback')).toEqual([
      'new | DUPONT Marie | à rappeler avant lun. 23 nov. à 10 h, au 01 99 00 00 42, Résultat à donner',
    ]);
    // It was read, and is as it was; nothing was brought in by itself.
    expect(folderState(join(folder, 'mis-de-cote'))).toEqual(before);
    expect(all(ground().db, "SELECT 1 FROM claims WHERE kind = 'appointment'")).toHaveLength(1);
    expect(all(ground().db, "SELECT 1 FROM journal WHERE action = 'salvage.read'")).toHaveLength(3);
  });

  it('loses a line from its list once that is typed again, and goes when somebody says that all is', async () => {
    await replaced(await morning(), () => destroyRows(folder, 'opening_hours', (pages) => pages.slice(-1)));
    const [former] = all<{ id: ClaimId }>(ground().db, "SELECT id FROM claims WHERE status = 'booked'");
    if (former === undefined) throw new Error('the copy holds no appointment');
    await clara().agenda.cancel({ id: former.id, version: 1, by: 'patient' });
    // Under the number that another had in the file set aside.
    await book(ROUX, 10 * 60 + 20, PETIT);
    expect(await linesOf('appointment')).toEqual([APPOINTMENTS[1], APPOINTMENTS[2]]);
    const paper = await clara().copies.salvagePaper();
    expect(paper.text).toContain('QUENOUILLE Philomène');
    expect(pdfText(Buffer.from(paper.pdf, 'base64'))).toContain('dossier à recréer');
    expect(await clara().copies.salvaged()).toMatchObject({ setAside: null });
    expect(await errorOf(clara().copies.salvage())).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'set-aside-file' },
    });
  });

  it('of which pages of appointments are destroyed says what is left, and how much is lost', async () => {
    // Several pages of appointments, all made since the copy.
    const file = await morning();
    for (let n = 0; n < 400; n++)
      ground().db.exec(`INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity,
        overbooked, patient_id, created_at) VALUES (1, 'appointment', 2, '2027-0${1 + (n % 9)}-1${n % 7}', ${480 + n},
        ${495 + n}, 'booked', 1, 0, 2, ${house.clock.now() + n})`);
    const whole = all(ground().db, "SELECT 1 FROM claims WHERE kind = 'appointment'").length;
    let pages = 0;
    await replaced(file, () => {
      pages = destroyRows(folder, 'claims', (of) => of.filter((_, n) => n === 1 || n === of.length - 1));
    });
    expect(pages).toBeGreaterThan(3);
    const group = (await clara().copies.salvage()).groups[0];
    const lost = group?.lost ?? 0;
    expect(lost).toBeGreaterThan(2);
    // Two pages are gone, not all that stands behind the first of them.
    expect(lost).toBeLessThan(whole / 2);
    // Each line that can be read, once; the cancelled one since is not to be typed.
    expect(group?.lines.length).toBe(whole - lost - 1);
    expect(new Set(group?.lines.map(({ id }) => id)).size).toBe(group?.lines.length);
    expect((await clara().copies.salvagePaper()).text).toContain(
      `jusqu’à ${lost} lignes n’ont pas pu être lues`,
    );
  });

  it('of which the first page is destroyed says that nothing can be read, and harms nothing', async () => {
    const before = await replaced(await morning(), () => overwrite(join(folder, 'parvis.db'), 100, 50));
    expect(await clara().copies.salvage()).toMatchObject({ readable: false, groups: [] });
    expect((await clara().copies.salvagePaper()).text).toContain('rien n’a pu en être tiré');
    expect(folderState(join(folder, 'mis-de-cote'))).toEqual(before);
    await book(MARTIN, 9 * 60 + 15);
    const nguyen = connection.as({ actorId: DR_NGUYEN });
    expect((await errorOf(nguyen.copies.salvage())).code).toBe('FORBIDDEN');
  });
});
