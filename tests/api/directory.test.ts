import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, colleague, structure } from '../support/directory-drafts.ts';
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
});
