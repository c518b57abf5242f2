/** S10, in the house: what stands on the sheet of a day, what does not, and what the journal keeps of it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AgendaDesk, openAgendaDesk, refused, TUESDAY } from '../../../tests/support/agenda-desk.ts';
import {
  addPatient,
  BERNARD,
  CERTIFICATE,
  COLIN,
  clara,
  DUPONT,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
  PETIT,
  PHYSIO,
  practitioner,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { pdfInfo, pdfText } from '../../../tests/support/poppler.ts';
import type { DaySheetWish } from '../../contract/agenda.ts';
import type { PaperTable } from '../../contract/paper.ts';
import { run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import * as agenda from './service.ts';

let desk: AgendaDesk;
beforeEach(() => {
  desk = openAgendaDesk();
});
afterEach(() => desk.close());

const print = (more: Partial<DaySheetWish> = {}, as: 'sheet' | 'pdf' = 'sheet') =>
  agenda.printDay(
    desk.house.ground,
    clara,
    {
      day: TUESDAY,
      practitionerId: null,
      names: 'full',
      phones: true,
      comments: true,
      apart: true,
      ...more,
    },
    as,
  );

const tables = (blocks: readonly { kind: string }[]): PaperTable[] =>
  blocks.filter((block): block is PaperTable => block.kind === 'table');

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

const of = async (caption: string, more: Partial<DaySheetWish> = {}) => {
  const { paper } = await print(more);
  const table = tables(paper.blocks).find((one) => plain(one.caption) === caption);
  if (!table) throw new Error(`no sheet of ${caption}`);
  return table;
};

describe('The day on paper', () => {
  test('has each practitioner’s hours, names, telephones and motifs, and the time that nobody has', async () => {
    desk.book({ start: 510, comment: 'Arrivera en avance' });
    desk.book({ start: 540, patientId: MARTIN, appointmentTypeId: CERTIFICATE });
    const { columns, rows, note, newPage } = await of('Dr Linh Nguyen');
    expect(columns.map(({ label }) => label)).toEqual(['Heure', 'Nom', 'Téléphone', 'Motif', 'Notes']);
    expect(rows.map(({ cells }) => cells.map(plain))).toEqual([
      ['08:30–08:45', 'DUPONT Marie', '06 39 98 00 01', 'Consultation', 'Arrivera en avance'],
      ['08:45–09:00', 'libre'],
      ['09:00–09:30', 'MARTIN Jean', '06 39 98 00 02', 'Certificat sport', ''],
      ['09:30–12:30', 'libre'],
      ['14:00–18:00', 'libre'],
    ]);
    expect([note, newPage]).toEqual(['2 personnes', false]);
  });

  test('says whose house, which day, and when it was printed', async () => {
    desk.at(TUESDAY, 7 * 60 + 52);
    const { paper, fileName } = await print();
    expect([paper.house.name, paper.title, plain(paper.dated)]).toEqual([
      'Maison de santé fictive',
      'Mardi 24 novembre 2026',
      'imprimé le 24/11/2026 à 7 h 52',
    ]);
    expect(fileName).toBe('Journée 2026-11-24');
    expect((await print({ practitionerId: NGUYEN })).fileName).toBe('Journée 2026-11-24 Dr Nguyen');
  });

  test('leaves the cancelled out, and gives their time back', async () => {
    const { id, version } = desk.book({ start: 510 });
    desk.cancel(id, version);
    const { rows, note } = await of('Dr Linh Nguyen');
    expect(rows[0]?.cells).toEqual(['08:30–12:30', 'libre']);
    expect(note).toBe('Personne d’inscrit');
  });

  test('for a wall that others see has initials, no telephone and no comment, whatever else was asked', async () => {
    desk.book({ start: 510, comment: 'Arrivera en avance' });
    const { paper, text, pdf } = await print({ names: 'initials' }, 'pdf');
    const [table] = tables(paper.blocks);
    expect(table?.rows[0]?.cells.map(plain)).toEqual(['08:30–08:45', 'D. M.', 'Consultation', '']);
    const everything = JSON.stringify(paper) + text + pdfText(Buffer.from(pdf ?? '', 'base64'));
    for (const kept of ['DUPONT', 'Marie', '39 98', 'en avance']) expect(everything).not.toContain(kept);
  });

  test('leaves telephones and comments out when nobody asked for them', async () => {
    desk.book({ start: 510, comment: 'Arrivera en avance' });
    const { rows } = await of('Dr Linh Nguyen', { phones: false, comments: false });
    expect(rows[0]?.cells).toEqual(['08:30–08:45', 'DUPONT Marie', 'Consultation', '']);
  });

  test('says how many places are left where several are received at once', async () => {
    for (const patientId of [DUPONT, MARTIN])
      desk.book({ practitionerId: COLIN, appointmentTypeId: PHYSIO, start: 510, patientId });
    const { rows } = await of('M. Amédée Colin, kinésithérapeute');
    expect(rows.slice(0, 4).map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['08:30–09:00', 'DUPONT Marie'],
      ['08:30–09:00', 'MARTIN Jean'],
      ['08:30–09:00', 'libre'],
      ['09:00–12:30', '3 places libres'],
    ]);
  });

  test('tells two people of one name apart by their dates of birth', async () => {
    addPatient(fixtureDb(desk.house.ground), [9, 'DUPONT', 'Marie', '1990-01-31', '+33639980009', null]);
    desk.book({ start: 510 });
    const { rows } = await of('Dr Linh Nguyen');
    expect(rows[0]?.cells[1]).toBe('DUPONT Marie (12/03/1952)');
  });

  test('names who is away all day, and tells on the sheet of an absence of some hours', async () => {
    const db = fixtureDb(desk.house.ground);
    run(
      db,
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, reason) VALUES (1, ?, ?, ?, 'leave')`,
      [PETIT, TUESDAY, TUESDAY],
    );
    run(
      db,
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, start_min, end_min, reason)
       VALUES (1, ?, ?, ?, 840, 960, 'training')`,
      [NGUYEN, TUESDAY, TUESDAY],
    );
    const { paper } = await print();
    expect(paper.blocks[0]).toEqual({
      kind: 'paragraph',
      tone: 'plain',
      text: 'Absents ce jour\u00a0: Dr\u00a0Hélène Petit (congés).',
    });
    expect(tables(paper.blocks).map(({ caption }) => plain(caption))).not.toContain('Dr Hélène Petit');
    const { note, rows } = await of('Dr Linh Nguyen');
    expect(plain(note ?? '')).toBe('Personne d’inscrit · absence de 14 h à 16 h : formation');
    expect(rows.at(-1)?.cells).toEqual(['16:00–18:00', 'libre']);
  });

  test('keeps on the sheet whoever is still booked with somebody who is away', async () => {
    desk.book({ practitionerId: PETIT, start: 520, override: { reason: 'avant les congés' } });
    run(
      fixtureDb(desk.house.ground),
      `INSERT INTO absences (version, practitioner_id, from_day, to_day, reason) VALUES (1, ?, ?, ?, 'sick')`,
      [PETIT, TUESDAY, TUESDAY],
    );
    const { rows, note } = await of('Dr Hélène Petit');
    expect(rows.map(({ cells }) => cells[1])).toEqual(['DUPONT Marie']);
    expect(plain(note ?? '')).toBe('1 personne · absence : maladie');
  });

  test('of a public holiday and of a Sunday says so, on one page', async () => {
    const holiday = await print({ day: '2026-12-25' }, 'pdf');
    expect(holiday.paper.blocks.map((block) => ('text' in block ? plain(block.text) : block.kind))).toEqual([
      'Jour férié : Noël.',
      'Personne ne consulte ce jour-là, et personne n’est inscrit.',
    ]);
    expect(pdfInfo(Buffer.from(holiday.pdf ?? '', 'base64'))['Pages']).toBe('1');
    expect(tables((await print({ day: '2026-11-29' })).paper.blocks)).toEqual([]);
  });

  test('a row that cannot be read is owned up to, and hides nobody else (R11)', async () => {
    const bad = desk.book({ start: 510 });
    desk.book({ start: 600, patientId: ROUX });
    run(fixtureDb(desk.house.ground), 'PRAGMA ignore_check_constraints = ON', []);
    run(fixtureDb(desk.house.ground), `UPDATE patients SET birth_precision = 'x' WHERE id = ?`, [DUPONT]);
    expect(bad.id).toBeGreaterThan(0);
    const { paper } = await print();
    expect(paper.blocks[0]).toMatchObject({
      text: 'Un rendez-vous n’a pas pu être lu et n’est pas sur cette feuille\u00a0: voir l’écran.',
    });
    expect(JSON.stringify(paper)).toContain('ROUX Simone');
  });

  test('needs somebody who exists', async () => {
    await expect(print({ practitionerId: practitioner(99) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('A day that went on paper', () => {
  test('is in the journal with who, when and how much it showed; without a name of a patient', async () => {
    desk.book({ start: 510 });
    await print({ practitionerId: NGUYEN, comments: false }, 'pdf');
    const last = since(desk.house.ground.db, 0).at(-1);
    expect(last).toMatchObject({
      actor: 'CM',
      station: 'Accueil 1',
      action: 'day.printed',
      undoable: false,
      after: {
        day: TUESDAY,
        practitionerId: NGUYEN,
        names: 'full',
        phones: true,
        comments: false,
        apart: true,
        as: 'pdf',
      },
    });
    expect(JSON.stringify(last)).not.toContain('DUPONT');
  });

  test('stops Ctrl+Z of whoever printed it, and of nobody else', async () => {
    const undo = (call = clara) => undoLast(desk.house.ground, call, agenda.agendaCompensations);
    desk.book({ start: 510 });
    desk.book({ start: 600, patientId: BERNARD }, louis);
    await print();
    expect(refused(undo)).toEqual({ code: 'NOTHING_TO_UNDO', data: {} });
    expect(undo(louis)).toEqual({ action: 'appointment.booked' });
  });
});

test('A full real day, 12 practitioners of 24 appointments, is all there: each on a sheet of her own, none cut', async () => {
  const db = fixtureDb(desk.house.ground);
  for (let who = 5; who <= 12; who++) {
    run(
      db,
      `INSERT INTO practitioners (id, version, title, family_name, given_name, profession, colour, step, active, position)
       VALUES (?, 1, 'Dr', ?, 'Ève', 'general-practitioner', '#0f766e', 15, 1, ?)`,
      [who, `Fictif${who}`, who],
    );
    for (const [start, end] of [
      [510, 750],
      [840, 1080],
    ] as const)
      run(
        db,
        `INSERT INTO opening_hours (version, practitioner_id, weekday, start_min, end_min, kind, capacity, every_weeks,
           anchor_day, valid_from, valid_to) VALUES (1, ?, 2, ?, ?, 'regular', 1, 1, '2026-01-05', '2026-01-01', NULL)`,
        [who, start, end],
      );
  }
  const names: string[] = [];
  for (let who = 1; who <= 12; who++)
    for (let n = 0; n < 24; n++) {
      const id = 1000 + who * 24 + n;
      // No two of one name, once letters alone are looked at.
      const name = `FICTIF${String.fromCharCode(64 + who, 65 + n)}`;
      names.push(name);
      addPatient(db, [id, name, 'Marie', '1952-03-12', '+33639980001', null]);
      const start = (n < 12 ? 510 : 840) + (n % 12) * 20;
      run(
        db,
        `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked,
           patient_id, appointment_type_id, created_at) VALUES (1, 'appointment', ?, ?, ?, ?, 'booked', 1, 0, ?, 1, 0)`,
        [who, TUESDAY, start, start + 20, id],
      );
    }
  const { pdf, text } = await print({}, 'pdf');
  const bytes = Buffer.from(pdf ?? '', 'base64');
  const read = pdfText(bytes);
  for (const name of names) {
    expect(read.match(new RegExp(name, 'g'))).toEqual([name]);
    expect(text).toContain(name);
  }
  const pages = Number(pdfInfo(bytes)['Pages']);
  expect(pages).toBe(12);
  const sheets = read.split('\f').slice(0, pages);
  sheets.forEach((sheet, index) => {
    expect(sheet).toContain('Mardi 24 novembre 2026');
    expect(sheet).toContain('imprimé le 23/11/2026 à 8 h');
    expect(sheet).toContain(`page ${index + 1} sur 12`);
    expect(sheet).toMatch(/Heure\s+Nom\s+Téléphone\s+Motif\s+Notes/);
  });
});
