/** The two lists, from the request to the call, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARTIN, NGUYEN, PETIT, ROUX } from '../support/agenda-house.ts';
import { anybody } from '../support/waitlist-desk.ts';
import { errorOf } from './error-of.ts';
import { CLARA, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const GP = 'general-practitioner';

describe.each(transports)('lists $name', ({ connect }) => {
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

  const clara = () => connection.as({ actorId: CLARA });
  const register = (patientId = ROUX, limits = anybody) =>
    clara().waitlist.add({ kind: 'registration', patientId, profession: GP, origin: 'counter', limits });
  /** What follows the journal comes after the answer, when the desk has nothing else to do. */
  const until = async <T>(read: () => Promise<T>, is: (value: T) => boolean): Promise<T> => {
    for (;;) {
      const value = await read();
      if (is(value)) return value;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('a request that ends on the list puts the person there, and its outcome says no word of it', async () => {
    const request = await clara().requests.open({ nature: 'registration', profession: GP, patientId: ROUX });
    await clara().requests.close({
      id: request.id,
      version: request.version,
      outcome: { kind: 'registration-list', profession: GP, wishes: anybody.wishes },
    });
    const lines = await until(
      () => clara().waitlist.list({ kind: 'registration' }),
      ({ length }) => length > 0,
    );
    expect(lines.map(({ entry }) => [entry.patient.id, entry.requestId, entry.since])).toEqual([
      [ROUX, request.id, request.openedAt],
    ]);
    expect(await clara().waitlist.list({ kind: 'earlier' })).toEqual([]);
    expect(await clara().waitlist.counts()).toEqual({ registration: 1, earlier: 0, toReconfirm: 0, old: 0 });
  });

  it('the same person twice is refused, and the entry that stands is named', async () => {
    const stands = await register();
    expect(await errorOf(register())).toMatchObject({ code: 'ALREADY_LISTED', data: { entryId: stands.id } });
    expect(await clara().waitlist.ofPatient({ patientId: ROUX })).toHaveLength(1);
    const { id } = await clara().waitlist.add({
      kind: 'registration',
      patientId: ROUX,
      profession: 'nurse',
      origin: 'call',
      limits: anybody,
    });
    expect((await clara().waitlist.get({ id })).entry.profession).toBe('nurse');
  });

  it('nobody is waited for who left or is of another profession: said at the field, nothing written', async () => {
    const field = (code: string) => ({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'limits.practitionerIds', code }] },
    });
    const nurse = (await clara().practice.practitioners()).find(({ profession }) => profession !== GP);
    expect(nurse).toBeDefined();
    if (nurse)
      expect(await errorOf(register(ROUX, { ...anybody, practitionerIds: [nurse.id] }))).toMatchObject(
        field('not-of-profession'),
      );
    const petit = (await clara().practice.practitioners()).find(({ id }) => id === PETIT);
    if (petit) await clara().practice.updatePractitioner({ ...petit, active: false });
    expect(await errorOf(register(ROUX, { ...anybody, practitionerIds: [NGUYEN, PETIT] }))).toMatchObject(
      field('inactive'),
    );
    expect(await clara().waitlist.ofPatient({ patientId: ROUX })).toEqual([]);
  });

  it('rung in vain as often as the house tries, out of the order; one key brings back', async () => {
    const settings = await clara().waitlist.settings();
    await clara().waitlist.saveSettings({ ...settings, attempts: 2 });
    const entry = await register();
    const once = await clara().waitlist.tried({ id: entry.id, version: entry.version });
    expect([once.state, once.attempts]).toEqual(['waiting', 1]);
    const twice = await clara().waitlist.tried({ id: entry.id, version: once.version });
    expect([twice.state, twice.attempts]).toEqual(['unreachable', 2]);
    await register(MARTIN);
    const order = await clara().waitlist.list({ kind: 'registration' });
    expect(order.map((line) => line.entry.patient.id)).toEqual([MARTIN, ROUX]);
    const back = await clara().waitlist.reopen({ id: entry.id, version: twice.version });
    expect([back.state, back.attempts, back.since]).toEqual(['waiting', 0, entry.since]);
    expect(await errorOf(clara().waitlist.reopen({ id: entry.id, version: back.version }))).toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'entry-waiting' },
    });
  });

  it('what may lift a person is asked of whoever is on a list, and of nobody else', async () => {
    const entry = await register();
    const fact = {
      criterion: 'c2s',
      answer: 'yes',
      source: 'person',
      saidOn: '2026-11-23',
      holdsUntil: null,
    } as const;
    const facts = await clara().waitlist.setCriterion({ entryId: entry.id, version: 0, fact });
    expect(facts).toContainEqual({ ...fact, version: 1 });
    expect(
      await errorOf(clara().waitlist.setCriterion({ entryId: entry.id, version: 0, fact })),
    ).toMatchObject({ code: 'STALE_VERSION', data: { version: 1 } });
    await clara().waitlist.close({ id: entry.id, version: entry.version, end: 'found-elsewhere' });
    expect(
      await errorOf(clara().waitlist.setCriterion({ entryId: entry.id, version: 1, fact })),
    ).toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'not-on-a-list' },
    });
  });

  it('closed, settled and stale entries answer with what happened', async () => {
    const entry = await register();
    const sent = { id: entry.id, version: entry.version };
    const closed = await clara().waitlist.close({ ...sent, end: 'expired' });
    expect(await errorOf(clara().waitlist.tried(sent))).toMatchObject({ code: 'STALE_VERSION' });
    expect(
      await errorOf(clara().waitlist.reconfirm({ id: closed.id, version: closed.version })),
    ).toMatchObject({
      code: 'CONFLICT',
      data: { reason: 'entry-closed' },
    });
    expect(await errorOf(clara().waitlist.get({ id: 999 as never }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'waitlist-entry' },
    });
  });

  it('the CPTS is told of those who agreed, by name and without what lifts them', async () => {
    const entry = await register();
    await register(MARTIN);
    await clara().waitlist.update({
      id: entry.id,
      version: entry.version,
      limits: { ...anybody, stepFree: true },
      cptsAgrees: true,
    });
    const { csv, people, fileName } = await clara().waitlist.exportForCpts();
    expect([people, fileName]).toEqual([1, 'liste-inscription-cpts-2026-11-23.csv']);
    expect(csv.startsWith('\uFEFFNom;Date de naissance;')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(3);
  });

  it('the path tells what became of a wait, by codes alone', async () => {
    const entry = await register();
    const tried = await clara().waitlist.tried({ id: entry.id, version: entry.version });
    await clara().waitlist.close({ id: entry.id, version: tried.version, end: 'found-elsewhere' });
    const path = await clara().waitlist.history({ patientId: ROUX });
    expect(path.map(({ by, what }) => [by, what])).toEqual([
      ['CM', { kind: 'closed', end: 'found-elsewhere' }],
      ['CM', { kind: 'tried', unreachable: false }],
      ['CM', { kind: 'added', byHand: true }],
    ]);
  });

  it('what a place is like is said by the settings, one practitioner at a time', async () => {
    const before = await clara().waitlist.placeFacts();
    expect(before.find(({ practitionerId }) => practitionerId === PETIT)).toEqual({
      practitionerId: PETIT,
      version: 0,
      stepFree: null,
      homeVisits: false,
      sex: null,
    });
    const facts = {
      practitionerId: PETIT,
      version: 0,
      stepFree: true,
      homeVisits: true,
      sex: 'female',
    } as const;
    expect(await clara().waitlist.setPlaceFacts(facts)).toEqual({ ...facts, version: 1 });
    expect(await errorOf(clara().waitlist.setPlaceFacts(facts))).toMatchObject({ code: 'STALE_VERSION' });
  });
});
