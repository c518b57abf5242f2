import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONSULTATION, DUPONT, fixtureDb, MARTIN, NGUYEN } from '../support/agenda-house.ts';
import { errorOf } from './error-of.ts';
import { CLARA, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const place = {
  practitionerId: NGUYEN,
  day: '2026-11-24',
  start: 600,
  appointmentTypeId: CONSULTATION,
  patientId: DUPONT,
};

describe.each(transports)('what is refused, $name', ({ connect }) => {
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

  it('keeps its code and its data, so that the screen can say what to do', async () => {
    const clara = connection.as({ actorId: CLARA });
    const louis = connection.as({ actorId: LOUIS, station: 'Accueil 2' });
    const { appointment } = await clara.agenda.book(place);
    const taken = await errorOf(louis.agenda.book({ ...place, patientId: MARTIN }));
    expect([taken.code, taken.defined]).toEqual(['SLOT_TAKEN', true]);
    expect(taken.data).toMatchObject({ with: [appointment.id] });
    expect((taken.data as { proposals: unknown[] }).proposals[0]).toEqual({
      practitionerId: NGUYEN,
      day: '2026-11-24',
      start: 585,
      end: 600,
      kind: 'regular',
      ownDoctor: false,
    });

    const { id, version } = appointment;
    await louis.agenda.comment({ id, version, comment: 'Arrivera plus tôt' });
    expect(await errorOf(clara.agenda.comment({ id, version, comment: null }))).toEqual({
      code: 'STALE_VERSION',
      defined: true,
      data: { version: version + 1, changed: ['comment'] },
    });
  });

  it('names each field that is wrong and what kind of wrong, never what was typed', async () => {
    const clara = connection.as({ actorId: CLARA });
    const wrong = { ...place, day: '2026-02-30', start: -5, comment: 'x'.repeat(501) };
    expect(await errorOf(clara.agenda.book(wrong))).toEqual({
      code: 'INVALID_INPUT',
      defined: true,
      data: {
        fields: [
          { path: 'day', code: 'invalid_format' },
          { path: 'start', code: 'too_small' },
          { path: 'comment', code: 'too_big' },
        ],
      },
    });
  });

  it('when it is a bug, has a reference to a local log that quotes no value', async () => {
    fixtureDb(house.ground).exec('ALTER TABLE patients RENAME TO elsewhere');
    const bug = await errorOf(
      connection.as({ actorId: CLARA }).patients.search({ text: 'dupont 0639980001' }),
    );
    expect([bug.code, bug.defined]).toEqual(['INTERNAL', true]);
    const { reference } = bug.data as { reference: string };
    const logs = join(house.folder, 'journaux');
    const log = readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('');
    expect(log).toContain(`"reference":"${reference}"`);
    expect(log.toLowerCase()).not.toMatch(/dupont|0639980001|no such table/);
  });

  it('says that the desk is closed once it is', async () => {
    const clara = connection.as({ actorId: CLARA });
    await clara.gate.undoable();
    await house.desk.close();
    for (const call of [clara.agenda.range({ from: '2026-11-23', to: '2026-11-23' }), clara.people.list()])
      expect(await errorOf(call)).toEqual({ code: 'DESK_CLOSED', defined: true, data: {} });
  });
});
