/** Who saw what: the journal as it is read, filtered, exported and verified, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalFilter } from '../../src/contract/journal.ts';
import { instantOf } from '../../src/contract/time.ts';
import { all, run } from '../../src/main/core/db.ts';
import { BOUNDS, OF_ACTION, OF_ACTOR, OF_ALL, OF_PATIENT } from '../../src/main/trail/store.ts';
import { booking } from '../support/agenda-desk.ts';
import { BERNARD, DUPONT, fixtureDb, MARTIN } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { draft } from '../support/patient-drafts.ts';
import { pdfInfo, pdfText } from '../support/poppler.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, JULIE, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const EVERYTHING: JournalFilter = { actorId: null, patientId: null, kind: null, from: null, to: null };
const MINUTE = 60_000;

let house: TestDesk;
let connection: Connection;

const as = (actorId: number, station = 'Accueil 1'): DeskClient => connection.as({ actorId, station });
const later = (minutes: number): void => house.clock.set(house.clock.now() + minutes * MINUTE);
const read = async (filter: Partial<JournalFilter> = {}, before: number | null = null) =>
  (await as(JULIE).journal.read({ ...EVERYTHING, ...filter, before })).lines;
const said = async (filter: Partial<JournalFilter> = {}) =>
  (await read(filter)).map(({ by, what, people }) => [by, what, people.map(({ name }) => name).join(', ')]);
const about = async (patientId: typeof DUPONT, actorId = CLARA) =>
  (
    await as(actorId).journal.ofPatient({ patientId, kind: null, from: null, to: null, before: null })
  ).lines.map(({ by, station, what }) => `${by} ${station} ${what}`);

describe.each(transports)('the journal $name', ({ connect }) => {
  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  it('says who opened whose page, once in half an hour a person and desk, however often it is asked again', async () => {
    await as(CLARA).patients.get({ id: DUPONT });
    await as(CLARA).patients.get({ id: DUPONT });
    later(29);
    await as(CLARA).patients.get({ id: DUPONT });
    await as(LOUIS).patients.get({ id: DUPONT });
    await as(CLARA, 'Étage').patients.get({ id: DUPONT });
    later(1);
    await as(CLARA).patients.get({ id: DUPONT });
    expect(await about(DUPONT, LOUIS)).toEqual([
      'LB Accueil 1 Journal de ce dossier consulté',
      'CM Accueil 1 Dossier consulté',
      'CM Étage Dossier consulté',
      'LB Accueil 1 Dossier consulté',
      'CM Accueil 1 Dossier consulté',
    ]);
  });

  it('says nothing of rows in a list', async () => {
    await as(CLARA).patients.search({ text: 'dupont', limit: 10 });
    await as(CLARA).patients.summaries({ ids: [DUPONT, MARTIN] });
    await as(CLARA).agenda.range({ from: '2026-11-24', to: '2026-11-24' });
    expect(await read()).toMatchObject([{ what: 'Journal consulté' }]);
  });

  it('lets Ctrl+Z reach past what was only looked at, and tells no other window that anything changed', async () => {
    const clara = as(CLARA);
    await clara.agenda.book(booking());
    await clara.patients.get({ id: MARTIN });
    expect(await clara.gate.undo(undefined)).toEqual({ action: 'appointment.booked' });
  });

  it('is read by person, patient, kind and day, newest first', async () => {
    const {
      appointment: { id, version },
    } = await as(CLARA).agenda.book(booking());
    later(24 * 60);
    await as(LOUIS).agenda.cancel({ id, version, by: 'patient' });
    await as(LOUIS).patients.get({ id: DUPONT });
    const books = [['CM', 'Rendez-vous pris', 'DUPONT Marie']];
    // A freed place is raised by Parvis, in its own time.
    const byPeople = async (filter: Partial<JournalFilter>) =>
      (await said(filter)).filter(([by]) => by !== 'Parvis');
    expect(await byPeople({ kind: 'made' })).toEqual(books);
    expect(await said({ kind: 'moved' })).toEqual([['LB', 'Rendez-vous annulé', 'DUPONT Marie']]);
    expect(await said({ actorId: CLARA as never })).toEqual(books);
    expect(await said({ from: '2026-11-23', to: '2026-11-23' })).toEqual(books);
    expect((await said({ from: '2026-11-24' })).map(([by]) => by)).not.toContain('CM');
    expect(await said({ kind: 'seen', patientId: DUPONT })).toContainEqual([
      'LB',
      'Dossier consulté',
      'DUPONT Marie',
    ]);
    expect(await said({ patientId: BERNARD, kind: 'made' })).toEqual([]);
    expect(await said({ from: '2027-01-01' })).toEqual([]);
  });

  it('of somebody holds what was written about the records merged into hers, whichever of them is asked for', async () => {
    await as(CLARA).patients.get({ id: MARTIN });
    const before = await as(LOUIS).patients.get({ id: MARTIN });
    await as(LOUIS).patients.merge({ id: MARTIN, version: before.version, into: DUPONT });
    for (const asked of [DUPONT, MARTIN]) {
      const lines = await about(asked);
      expect(lines).toContain('CM Accueil 1 Dossier consulté');
      expect(lines).toContain('LB Accueil 1 Dossiers fusionnés');
    }
    expect(await about(BERNARD)).toEqual(['CM Accueil 1 Journal de ce dossier consulté']);
  });

  it('is paged to its very first entry without missing or doubling a line', async () => {
    const db = fixtureDb(house.ground);
    for (let n = 0; n < 130; n++)
      house.ground.write(
        { actor: { id: LOUIS as never, label: 'LB', rights: [] }, station: 'Accueil 2' },
        (tx) => tx.record({ action: 'patient.updated', rows: [{ entity: 'patient', id: DUPONT }] }),
      );
    const [{ n } = { n: 0 }] = all<{ n: number }>(db, 'SELECT count(*) AS n FROM journal');
    for (const filter of [
      {},
      { patientId: DUPONT },
      { actorId: LOUIS as never },
      { kind: 'changed' as const },
    ]) {
      const seqs: number[] = [];
      let before: number | null = null;
      do {
        const page: { lines: { seq: number }[]; next: number | null } = await as(JULIE).journal.read({
          ...EVERYTHING,
          ...filter,
          before,
        });
        expect(page.lines.length).toBeLessThanOrEqual(50);
        seqs.push(...page.lines.map(({ seq }) => seq));
        before = page.next;
      } while (before !== null);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
      expect(seqs.length).toBeGreaterThanOrEqual(130);
    }
    expect(n).toBeGreaterThanOrEqual(130);
  });

  it('is read as a whole by référents; whoever is at the desk may answer a patient who asks', async () => {
    expect(await errorOf(as(CLARA).journal.read({ ...EVERYTHING, before: null }))).toMatchObject({
      code: 'FORBIDDEN',
      data: { right: 'journal.read' },
    });
    expect(await about(DUPONT, DR_NGUYEN)).toEqual(['LN Accueil 1 Journal de ce dossier consulté']);
    expect(await errorOf(as(CLARA).journal.verify(undefined))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('gives what one entry changed one at a time, and that it was read stands in the patient’s journal', async () => {
    const clara = as(CLARA);
    const { id, version } = await clara.patients.create({ patient: draft('FICTIVE', 'Alma') });
    await clara.patients.update({
      id,
      version,
      patient: draft('FICTIVE', 'Alma', { note: 'Sonner deux fois' }),
    });
    const [entry] = await read({ kind: 'changed' });
    expect(await as(JULIE).journal.details({ seq: entry?.seq ?? 0 })).toEqual({
      seq: entry?.seq,
      erased: false,
      changes: [{ field: 'note', before: null, after: 'Sonner deux fois' }],
    });
    expect((await about(id))[1]).toBe('JB Accueil 1 Détail d’une ligne du journal lu');
    expect(await errorOf(as(JULIE).journal.details({ seq: 99_999 }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves as a file that no spreadsheet runs, and that it left is written', async () => {
    run(fixtureDb(house.ground), 'UPDATE patients SET display_name = \'=2+2;"x"\' WHERE id = ?', [DUPONT]);
    await as(CLARA).patients.get({ id: DUPONT });
    const { csv, fileName, lines, cut } = await as(JULIE).journal.exportCsv(EVERYTHING);
    const rows = csv.split('\r\n');
    expect([fileName, lines, cut, csv.charCodeAt(0)]).toEqual(['Journal 2026-11-23', 1, false, 0xfeff]);
    expect(rows[0]).toBe('\uFEFFNuméro;Date;Heure;Qui;Poste;Sorte;Acte;Patients;Contenu');
    expect(rows[1]).toMatch(
      /^\d+;23\/11\/2026;08:00;CM;Accueil 1;Consultations;Dossier consulté;"'=2\+2;""x""";$/,
    );
    expect(await said({ kind: 'exported' })).toEqual([['JB', 'Journal exporté', '']]);
  });

  it('answers a patient on paper: every opening of her record, and nobody’s name but hers', async () => {
    await as(CLARA).agenda.book(booking());
    await as(LOUIS).patients.get({ id: DUPONT });
    await as(LOUIS).patients.get({ id: MARTIN });
    const filter = { patientId: DUPONT, kind: null, from: null, to: null };
    const { pdf, fileName } = await as(CLARA).journal.patientPaper(filter);
    const bytes = Buffer.from(pdf, 'base64');
    expect(fileName).toBe('Qui a consulté ce dossier 2026-11-23');
    expect(pdfInfo(bytes)).toMatchObject({ Title: 'Qui a consulté ce dossier', Tagged: 'yes' });
    const text = pdfText(bytes);
    expect(text).toMatch(/23\/11\/2026\s+08:00\s+LB\s+Accueil 1\s+Dossier consulté/);
    expect(text).toMatch(/23\/11\/2026\s+08:00\s+CM\s+Accueil 1\s+Rendez-vous pris/);
    expect(text).toContain('DUPONT Marie');
    expect(text).not.toContain('MARTIN');
    expect((await about(DUPONT))[1]).toMatch(/^CM Accueil 1 «\sQui a consulté ce dossier\s» imprimé$/);
    const { csv } = await as(CLARA).journal.patientCsv(filter);
    expect(csv).toContain('Dossier consulté');
    expect((await about(DUPONT))[0]).toBe('CM Accueil 1 Journal de ce dossier exporté');
  });

  it('is verified when asked, which is written too', async () => {
    await as(CLARA).patients.get({ id: DUPONT });
    expect(await as(JULIE).journal.verify(undefined)).toMatchObject({
      ok: true,
      entries: 1,
      seq: null,
      message: '',
    });
    expect(await as(JULIE).journal.lastCheck(undefined)).toMatchObject({ ok: true, entries: 1 });
    expect(await said({ kind: 'settings' })).toEqual([['JB', 'Journal vérifié', '']]);
  });
});

describe('a journal of any length', () => {
  beforeEach(async () => {
    house = await openTestHouse();
  });
  afterEach(() => house.close());

  it.each([
    ['a patient', OF_PATIENT],
    ['a person of the house', OF_ACTOR],
    ['a kind of act', OF_ACTION],
    ['some days', BOUNDS],
    ['everything', OF_ALL],
  ])('is read by an index for %s, never from end to end', (_, sql) => {
    const plan = all<{ detail: string }>(house.ground.db, `EXPLAIN QUERY PLAN ${sql}`, {
      records: '[1]',
      actorId: 1,
      actions: null,
      action: 'patient.opened',
      since: 0,
      until: instantOf('2027-01-01', 0, 'Europe/Paris'),
      low: 1,
      high: 100,
      limit: 10,
    } as never).map(({ detail }) => detail);
    // What it may go through from end to end is what it was given: the person's records, and their own rows.
    expect(plan.filter((step) => /^SCAN/.test(step) && !/^SCAN (json_each|s\b)/.test(step))).toEqual([]);
    expect(plan.filter((step) => /SEARCH (j|r|journal)\b/.test(step)).length).toBeGreaterThan(0);
  });
});
