import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, colleague, structure } from '../support/directory-drafts.ts';
import { rppsText, SMALL } from '../support/rpps-file.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

describe.each(transports)('the directory, $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  it('is filled by hand, searched, narrowed and verified by whoever is at the desk', async () => {
    const clara = connection.as({ actorId: CLARA });
    const { entry } = await clara.directory.create(
      colleague({ name: 'Lemaire', takesNewcomers: 'yes', places: [at('03200', 'Vichy')] }),
    );
    await clara.directory.create(
      structure('pharmacy', 'Pharmacie du Pont', { places: [at('43100', 'Brioude')] }),
    );
    expect((await clara.directory.search({ text: 'med vichy' })).entries).toEqual([entry]);
    expect((await clara.directory.search({ newcomers: true })).entries.map(({ name }) => name)).toEqual([
      'Lemaire',
    ]);
    expect((await clara.directory.search({ limit: 1 })).more).toBe(true);
    expect(await clara.directory.choices()).toEqual({
      professions: ['general-practitioner'],
      kinds: ['pharmacy'],
      competences: [],
      communes: ['Brioude', 'Vichy'],
      count: 2,
    });
    const doctor = connection.as({ actorId: DR_NGUYEN });
    const verified = await doctor.directory.verify(entry);
    expect([verified.verifiedOn, verified.verifiedBy]).toEqual(['2026-11-23', DR_NGUYEN]);
    const away = await doctor.directory.putAway({ ...verified, away: true });
    expect((await clara.directory.search({ text: 'lemaire' })).entries).toEqual([]);
    expect(await clara.directory.get({ id: entry.id })).toEqual(away);
  });

  it('names the field that is wrong, and whoever saved in between', async () => {
    const clara = connection.as({ actorId: CLARA });
    expect(await errorOf(clara.directory.create(colleague({ publicPhone: '04 65 71' })))).toEqual({
      code: 'INVALID_INPUT',
      defined: true,
      data: { fields: [{ path: 'publicPhone', code: 'phone-too-short' }] },
    });
    const { entry } = await clara.directory.create(colleague());
    await clara.directory.verify(entry);
    expect(
      await errorOf(
        clara.directory.update({ id: entry.id, version: entry.version, entry: colleague({ name: 'Autre' }) }),
      ),
    ).toMatchObject({ code: 'STALE_VERSION', data: { version: 2 } });
  });

  it('takes the public extraction in pieces, one import at a time, and not from a practitioner', async () => {
    const clara = connection.as({ actorId: CLARA });
    const filter = { departements: ['03'], communes: [], professions: [] };
    const name = 'PS_LibreAcces_Personne_activite_202610010000.txt';
    const text = rppsText('2026', SMALL);
    expect(await clara.directory.importLook({ name, head: new Blob([text]) })).toEqual({
      columns: 56,
      extractionDay: '2026-10-01',
      saysCompetences: true,
    });
    expect(await errorOf(clara.directory.importLook({ name: 'a.zip', head: new Blob(['PK']) }))).toEqual({
      code: 'DIRECTORY_FILE_REFUSED',
      defined: true,
      data: { file: 'a.zip', reason: 'archive', columns: [] },
    });
    const { session } = await clara.directory.importBegin({ name, filter });
    expect(await errorOf(clara.directory.importBegin({ name, filter }))).toMatchObject({
      code: 'BUSY',
      data: { with: 'directory-import' },
    });
    await clara.directory.importChunk({ session, bytes: new Blob([text.slice(0, 900)]), last: false });
    const rest = new Blob([text.slice(900)]);
    expect(await clara.directory.importChunk({ session, bytes: rest, last: true })).toEqual({
      lines: 9,
      activities: 6,
      persons: 5,
    });
    const report = await clara.directory.importApply({ session });
    expect([report.created, report.kept, report.gone]).toEqual([5, 0, 0]);
    expect((await clara.directory.search({ text: 'kine vichy' })).entries.map((one) => one.name)).toEqual([
      'PRÉTENDU',
    ]);
    expect(await clara.directory.lastImport()).toMatchObject({ filter, persons: 5 });
    const doctor = connection.as({ actorId: DR_NGUYEN });
    expect(await errorOf(doctor.directory.importBegin({ name, filter }))).toMatchObject({
      code: 'FORBIDDEN',
      data: { right: 'directory.import' },
    });
  });
});
