import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import type { ImportReport } from '../../contract/exchange.ts';
import { all, get, run } from '../core/db.ts';
import { historyOf } from '../core/journal.ts';
import { Stopped } from '../core/worker-answers.ts';
import { searchPatients } from '../patients/service.ts';
import { insertHouse } from '../practice/store/house.ts';
import { createCheckJob } from './check-job.ts';
import { factsFor } from './facts.ts';
import { createExchange, type Exchange } from './service.ts';
import type { Request } from './worker-messages.ts';

const root = join(import.meta.dirname, '../../..');
const fixture = join(root, 'tests/fixtures/former-agenda');

let desk: TestGround;
let exchange: Exchange;

beforeEach(() => {
  desk = openTestGround();
  desk.ground.write(programCall, (tx) => {
    insertHouse(tx.db, {
      name: 'Maison fictive',
      zone: 'Europe/Paris',
      region: 'metropole',
      phone: null,
      address: null,
      demo: false,
    });
    tx.record({ action: 'house.set-up', rows: [{ entity: 'house', id: 1 }] });
  });
  exchange = createExchange(() => desk.ground);
});

afterEach(async () => {
  await exchange.close();
  desk.close();
});

const send = async (
  folder: string,
  change: (name: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes,
  only: (name: string) => boolean = () => true,
) => {
  const { session } = exchange.begin();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv') && only(file)))
    await exchange.addChunk(session, name, change(name, readFileSync(join(folder, name))), true);
  await exchange.inspect(session);
  return session;
};

const count = (table: string) => get<{ n: number }>(desk.ground.db, `SELECT count(*) AS n FROM ${table}`)?.n;

const expectedOfFixture = JSON.parse(readFileSync(join(fixture, 'expected.json'), 'utf8')) as ImportReport;

describe('R18 taking over a former agenda', () => {
  it('gives each practitioner initials of her own, once', async () => {
    const initials = () =>
      all<{ initials: string }>(
        desk.ground.db,
        'SELECT s.initials FROM staff s JOIN practitioners p ON p.id = s.practitioner_id ORDER BY p.position',
      ).map((row) => row.initials);
    await exchange.apply(programCall, await send(fixture));
    const first = initials();
    expect(first.length).toBe(2);
    await exchange.apply(programCall, await send(fixture));
    expect(initials()).toEqual(first);
  });

  it('a dry run says what would come out, and writes nothing', async () => {
    const session = await send(fixture);
    expect(await exchange.dryRun(session)).toEqual(expectedOfFixture);
    expect([count('patients'), count('claims'), count('practitioners')]).toEqual([0, 0, 0]);
  });

  it('the import gives the report of the dry run, and the rows', async () => {
    const session = await send(fixture);
    const { report, outcome } = await exchange.apply(programCall, session);
    expect(report).toEqual(expectedOfFixture);
    expect(outcome).toEqual({ created: 20, updated: 0, unchanged: 0, keptBecauseChangedHere: 0 });
    expect(
      all(
        desk.ground.db,
        `SELECT c.source_code AS code, p.family_name AS practitioner, s.birth_name AS patient, c.day, c.start_min AS start,
           c.end_min AS "end", c.status, c.overbooked, t.name AS type, c.comment
           FROM claims c JOIN practitioners p ON p.id = c.practitioner_id JOIN patients s ON s.id = c.patient_id
           LEFT JOIN appointment_types t ON t.id = c.appointment_type_id WHERE c.day = '2026-11-23' ORDER BY code`,
      ),
    ).toEqual([
      {
        code: 'C01',
        practitioner: 'Fictif',
        patient: 'Essai',
        day: '2026-11-23',
        start: 510,
        end: 525,
        status: 'booked',
        overbooked: 0,
        type: 'Consultation',
        comment: null,
      },
      {
        code: 'C02',
        practitioner: 'Fictif',
        patient: 'ESSAI',
        day: '2026-11-23',
        start: 525,
        end: 555,
        status: 'booked',
        overbooked: 0,
        type: 'Nouveau patient',
        comment: 'résultats à revoir\nappeler avant',
      },
      {
        code: 'C03',
        practitioner: 'Fictif',
        patient: "d'Imaginaire",
        day: '2026-11-23',
        start: 540,
        end: 555,
        status: 'booked',
        overbooked: 1,
        type: 'Consultation',
        comment: 'surbooking',
      },
      {
        code: 'C04',
        practitioner: 'Fictif',
        patient: 'Le Modèle',
        day: '2026-11-23',
        start: 540,
        end: 555,
        status: 'cancelled',
        overbooked: 0,
        type: 'Consultation',
        comment: null,
      },
      {
        code: 'C05',
        practitioner: 'Exemple',
        patient: 'Essai',
        day: '2026-11-23',
        start: 780,
        end: 795,
        status: 'booked',
        overbooked: 0,
        type: 'Pansement',
        comment: 'fauteuil roulant; prévoir la salle 2',
      },
    ]);
  });

  it('what could not be understood is kept in the note, a year of birth stays a year', async () => {
    await exchange.apply(programCall, await send(fixture));
    expect(
      get(
        desk.ground.db,
        "SELECT birth_precision, birth_date, note, given_names FROM patients WHERE source_code = 'B04'",
      ),
    ).toEqual({
      birth_precision: 'year',
      birth_date: '1952',
      note: 'Téléphone (ancien logiciel) : téléphone cassé',
      given_names: 'Jean-Œuvre',
    });
  });

  it('a second import of the same files changes nothing', async () => {
    await exchange.apply(programCall, await send(fixture));
    const before = all(desk.ground.db, 'SELECT * FROM claims ORDER BY id');
    const { report, outcome } = await exchange.apply(programCall, await send(fixture));
    expect(report).toEqual(expectedOfFixture);
    expect(outcome).toEqual({ created: 0, updated: 0, unchanged: 19, keptBecauseChangedHere: 0 });
    expect(all(desk.ground.db, 'SELECT * FROM claims ORDER BY id')).toEqual(before);
  });

  it('never overwrites what the desk has changed since, and takes the rest of a newer export', async () => {
    await exchange.apply(programCall, await send(fixture));
    desk.ground.write(programCall, (tx) => {
      run(
        tx.db,
        "UPDATE claims SET version = version + 1, start_min = 600, end_min = 615 WHERE source_code = 'C01'",
      );
      tx.record({ action: 'appointment.moved', rows: [{ entity: 'claim', id: 1 }] });
    });
    const later = await send(fixture, (name, bytes) =>
      name === 'rendez-vous.csv'
        ? Buffer.from(
            Buffer.from(bytes)
              .toString('latin1')
              .replaceAll('C01;A1;B01;23/11/2026;08:30', 'C01;A1;B01;23/11/2026;08:15')
              .replace('C05;A2;B01;23/11/2026;13:00', 'C05;A2;B01;23/11/2026;11:30'),
            'latin1',
          )
        : bytes,
    );
    const { outcome } = await exchange.apply(programCall, later);
    expect(outcome).toEqual({ created: 0, updated: 1, unchanged: 17, keptBecauseChangedHere: 1 });
    expect(
      all(
        desk.ground.db,
        "SELECT source_code AS code, start_min AS start FROM claims WHERE source_code IN ('C01', 'C05') ORDER BY 1",
      ),
    ).toEqual([
      { code: 'C01', start: 600 },
      { code: 'C05', start: 690 },
    ]);
  });

  it('each row that an import brought or changed says so in its own history', async () => {
    const history = (entity: string, table: string, code: string) => {
      const id =
        get<{ id: number }>(desk.ground.db, `SELECT id FROM ${table} WHERE source_code = ?`, [code])?.id ?? 0;
      return historyOf(desk.ground.db, { entity, id }).map(({ action, actor, before, after }) => ({
        action,
        actor,
        before,
        after,
      }));
    };
    await exchange.apply(programCall, await send(fixture));
    const later = await send(fixture, (_, bytes) =>
      Buffer.from(
        Buffer.from(bytes)
          .toString('latin1')
          .replace('C05;A2;B01;23/11/2026;13:00', 'C05;A2;B01;23/11/2026;11:30')
          .replace("B03;d'Imaginaire", 'B03;De Imaginaire'),
        'latin1',
      ),
    );
    const { outcome } = await exchange.apply(programCall, later);
    expect(outcome.updated).toBe(2);
    const created = { action: 'exchange.created', actor: 'installation', before: null, after: null };
    expect(history('claim', 'claims', 'C05')).toEqual([
      created,
      {
        action: 'exchange.updated',
        actor: 'installation',
        before: expect.objectContaining({ day: '2026-11-23', start: 780, version: 1 }),
        after: expect.objectContaining({ day: '2026-11-23', start: 690, version: 2 }),
      },
    ]);
    expect(history('patient', 'patients', 'B03')).toEqual([
      created,
      {
        action: 'exchange.updated',
        actor: 'installation',
        before: expect.objectContaining({ birthName: "d'Imaginaire", version: 1 }),
        after: expect.objectContaining({ birthName: 'De Imaginaire', version: 2 }),
      },
    ]);
    expect(history('claim', 'claims', 'C02')).toEqual([created]);
  });

  it('a later export may hold the appointments alone: people of the first import are known', async () => {
    await exchange.apply(programCall, await send(fixture));
    const { report } = await exchange.apply(
      programCall,
      await send(
        fixture,
        (_, bytes) => bytes,
        (name) => name === 'rendez-vous.csv',
      ),
    );
    expect(report.appointments).toEqual(expectedOfFixture.appointments);
  });

  it('a practitioner whom the house had typed already keeps one column, as the house wrote it', async () => {
    desk.ground.write(programCall, (tx) => {
      run(
        tx.db,
        `INSERT INTO practitioners (version, title, family_name, given_name, profession, colour, step, active, position)
         VALUES (1, 'Docteure', 'FICTIF', 'Aline', 'general-practitioner', '#0d7a72', 20, 1, 1)`,
      );
      tx.record({ action: 'practitioner.added', rows: [{ entity: 'practitioner', id: 1 }] });
    });
    await exchange.apply(programCall, await send(fixture));
    expect(
      all(
        desk.ground.db,
        'SELECT source_code AS code, title, family_name AS name, step FROM practitioners ORDER BY id',
      ),
    ).toEqual([
      { code: 'A1', title: 'Docteure', name: 'FICTIF', step: 20 },
      { code: 'A2', title: 'Mme', name: 'Exemple', step: 15 },
    ]);
  });

  it('stopped while it is being checked, leaves everything as before', async () => {
    const session = await send(fixture);
    const applying = exchange.apply(programCall, session);
    exchange.stop(session);
    await expect(applying).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'import-stopped' } });
    expect([count('patients'), count('claims'), count('practitioners')]).toEqual([0, 0, 0]);
  });

  it('stopped while it is being written, takes back what was written already', async () => {
    let writing = false;
    const job = createCheckJob({
      stopped: () => writing,
      progress: ({ step }) => {
        writing = step === 'writing';
      },
      fingerprint: (row) => JSON.stringify(row),
    });
    const ask = (request: Omit<Request, 'id'>) => job.answer({ id: 1, ...request } as Request);
    for (const name of readdirSync(fixture).filter((file) => file.endsWith('.csv')))
      ask({ ask: 'file', of: { name, bytes: readFileSync(join(fixture, name)) } });
    ask({ ask: 'check', of: { ...factsFor(desk.ground.db), today: '2026-11-23' } });
    ask({ ask: 'prepare', of: {} });
    await expect(
      desk.ground.handPen(async (file) => {
        ask({ ask: 'write', of: { file, call: programCall, now: desk.clock.now() } });
        return { committed: null };
      }),
    ).rejects.toThrow(Stopped);
    expect([count('patients'), count('claims'), count('practitioners'), count('import_rows')]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('a desk that closes while it is being written waits until all is taken back', async () => {
    const applying = exchange.apply(programCall, await send(fixture));
    const refused = expect(applying).rejects.toMatchObject({ data: { reason: 'import-stopped' } });
    await exchange.close();
    await refused;
    expect([count('patients'), count('claims')]).toEqual([0, 0]);
  });

  it('the people taken over are found by the search', async () => {
    await exchange.apply(programCall, await send(fixture));
    const { patients } = searchPatients(desk.ground.db, { text: 'zoe imag', limit: 5 });
    expect(patients.map(({ displayName, city }) => [displayName, city])).toEqual([
      ["FACTICE née D'IMAGINAIRE Zoë", 'Vichy'],
    ]);
  });

  it('the refused lines come back as they were, with the reason, a formula asleep', async () => {
    const session = await send(fixture);
    await exchange.dryRun(session);
    const { fileName, csv } = await exchange.refusedLines(session, 'patients');
    expect(fileName).toBe('patients-refuses.csv');
    expect(csv.split('\r\n')).toEqual([
      "\uFEFFCode;Nom de naissance;Nom d'usage;Prénom;Né(e) le;Sexe;Téléphone;Mobile;E-mail;Adresse;CP;Commune;Médecin traitant;Motif du refus",
      'B05;;;Anonyme;16/09/2020;F;;;;;;;;Nom de naissance absent',
      'B06;Demain;;Lou;12/05/2031;;;;;;;;;Date de naissance dans le futur',
      'B01;Autre;;Personne;01/01/1990;;;;;;;;;Code déjà utilisé par une autre ligne',
      "B07;'=cmd|'/C calc'!A0;;Piège;01/01/1990;;;;;;;;;Une cellule contient une formule de tableur",
      '',
    ]);
  });

  it('a column named otherwise can be shown to us, and is remembered for the next export', async () => {
    const renamed = (_: string, bytes: Uint8Array) =>
      Buffer.from(Buffer.from(bytes).toString('latin1').replace('Nom de naissance', 'Patronyme'), 'latin1');
    const patientsOnly = (name: string) => name === 'patients.csv';
    const session = await send(fixture, renamed, patientsOnly);
    const [before] = await exchange.inspect(session);
    expect(before?.missing).toEqual(['birthName']);
    const mapping = { ...before?.mapping, birthName: 'Patronyme' };
    const [after] = await exchange.correct(programCall, session, 'patients.csv', 'patients', mapping);
    expect(after?.missing).toEqual([]);
    await exchange.end(session);
    const next = await send(fixture, renamed, patientsOnly);
    expect((await exchange.inspect(next))[0]?.mapping['birthName']).toBe('Patronyme');
  });

  it('a file whose kind is told by hand gets the columns of that kind proposed', async () => {
    const session = await send(
      fixture,
      (_, bytes) => bytes,
      (name) => name === 'patients.csv',
    );
    await exchange.correct(programCall, session, 'patients.csv', 'ignored', {});
    const [told] = await exchange.correct(programCall, session, 'patients.csv', 'patients', {});
    expect([told?.missing, told?.mapping['birth'], told?.mapping['birthName']]).toEqual([
      [],
      'Né(e) le',
      'Nom de naissance',
    ]);
  });

  it('each practitioner taken over gets initials once, so that the desk can be used at once', async () => {
    const atDesk = () =>
      all(desk.ground.db, 'SELECT initials, name, role, active FROM staff ORDER BY initials');
    await exchange.apply(programCall, await send(fixture));
    const expected = [
      { initials: 'AF', name: 'Dr Aline Fictif', role: 'practitioner', active: 1 },
      { initials: 'NE', name: 'Mme Noé Exemple', role: 'practitioner', active: 1 },
    ];
    expect(atDesk()).toEqual(expected);
    await exchange.apply(programCall, await send(fixture));
    expect(atDesk()).toEqual(expected);
  });

  it('a column that is missing is said before anything is read', async () => {
    const session = await send(
      fixture,
      (_, bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replace('Statut', 'Zut'), 'latin1'),
      (name) => name === 'rendez-vous.csv',
    );
    await expect(exchange.dryRun(session)).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      data: { file: 'rendez-vous.csv', reason: 'columns-missing', line: null },
    });
  });
});
