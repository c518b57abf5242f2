import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../src/contract/ids.ts';
import { since } from '../../src/main/core/journal.ts';
import { startDesk } from '../support/running-desk.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, JULIE, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const staff = (id: number) => id as StaffId;
const PIN = '7301';
const OTHER = '4092';

describe.each(transports)('a desk that people share, $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let elapsed = 0;
  beforeAll(async () => {
    house = await openTestHouse(() => elapsed);
    connection = await connect(house.desk);
    const julie = connection.as({ actorId: JULIE });
    await julie.people.setPin({ staffId: staff(CLARA), pin: PIN, current: null });
  });
  afterAll(async () => {
    await connection.close();
    await house.close();
  });

  const nobody = () => connection.as({});
  const sit = (pin: string | null, id: number = CLARA) => nobody().people.sit({ staffId: staff(id), pin });

  it('says before anybody sits down who is asked for a PIN', async () => {
    expect(await nobody().people.seating()).toEqual({
      version: 1,
      lockMinutes: 10,
      pinRequired: false,
      withPin: [CLARA],
    });
  });

  it('takes her initials for nothing without her PIN, and her seat for as long as she stays', async () => {
    const byInitials = connection.as({ actorId: CLARA });
    expect(await errorOf(byInitials.practice.practitioners())).toMatchObject({
      code: 'LOCKED',
      defined: true,
    });
    const { seat } = await sit(PIN);
    const clara = connection.as({ actorId: CLARA, seat });
    expect((await clara.practice.practitioners()).length).toBe(4);
    expect((await connection.as({ seat }).practice.practitioners()).length).toBe(4);
    await clara.people.leave();
    expect(await errorOf(clara.practice.practitioners())).toMatchObject({ code: 'LOCKED' });
    // Whoever has no PIN works on as before.
    expect((await connection.as({ actorId: LOUIS }).practice.practitioners()).length).toBe(4);
  });

  it('tells a wrong PIN from one that is not looked at yet', async () => {
    expect(await errorOf(sit('1111'))).toMatchObject({
      code: 'PIN_WRONG',
      data: { triesLeft: 2, waitMs: 0 },
    });
    await errorOf(sit('2222'));
    expect(await errorOf(sit('3333'))).toMatchObject({
      code: 'PIN_WRONG',
      data: { triesLeft: 0, waitMs: 5_000 },
    });
    expect(await errorOf(sit(PIN))).toMatchObject({ code: 'PIN_WAIT', data: { waitMs: 5_000 } });
    expect(await errorOf(sit('x'.repeat(65)))).toMatchObject({ code: 'INVALID_INPUT' });
    elapsed += 5_000;
    expect(await sit(PIN)).toEqual({ seat: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it('gives a référent’s PIN again by the recovery code, and by no other', async () => {
    const { recoveryCode } = await connection.as({ actorId: JULIE }).copies.replaceCode();
    const recover = (id: number, code: string, pin = OTHER) =>
      nobody().people.recoverPin({ staffId: staff(id), recoveryCode: code, pin });
    expect(await errorOf(recover(JULIE, recoveryCode.replaceAll(/.$/g, '?')))).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    expect(await errorOf(recover(CLARA, recoveryCode))).toMatchObject({
      code: 'FORBIDDEN',
      data: { right: 'people.govern' },
    });
    expect(await errorOf(recover(JULIE, recoveryCode, '1234'))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'pin', code: 'pin-obvious' }] },
    });
    const { seat } = await recover(JULIE, recoveryCode);
    expect((await connection.as({ seat }).people.seating()).withPin).toEqual([CLARA, JULIE]);
    const last = since(house.ground.db, 0).at(-1);
    expect([last?.action, last?.actor, last?.after]).toEqual(['pin.recovered', 'code de récupération', null]);
    await connection.as({ seat }).people.setPin({ staffId: staff(JULIE), pin: null, current: OTHER });
  });

  it('keeps what only a référent does from everybody else', async () => {
    const { seat } = await sit(PIN);
    for (const client of [connection.as({ seat }), connection.as({ actorId: LOUIS })])
      expect(
        await errorOf(client.people.saveSeating({ version: 1, lockMinutes: 5, pinRequired: false })),
      ).toMatchObject({ code: 'FORBIDDEN', data: { right: 'people.govern' } });
    expect(
      await errorOf(
        connection
          .as({ actorId: DR_NGUYEN })
          .people.setPin({ staffId: staff(LOUIS), pin: PIN, current: null }),
      ),
    ).toMatchObject({ code: 'FORBIDDEN', data: { right: 'people.govern' } });
  });

  it('writes an urgency down while it is locked, in nobody’s name', async () => {
    const line = {
      key: crypto.randomUUID(),
      at: house.clock.now(),
      what: 'we-call-15' as const,
      staffId: staff(CLARA),
    };
    const locked = connection.as({ actorId: CLARA, seat: 'left' });
    expect(await locked.urgency.record(line)).toMatchObject({ what: 'we-call-15', by: CLARA });
    const last = since(house.ground.db, 0).at(-1);
    expect([last?.action, last?.actorId, last?.actor]).toEqual([
      'urgency.we-call-15',
      null,
      'poste verrouillé',
    ]);
    const unknown = { ...line, key: crypto.randomUUID(), staffId: null };
    expect(await errorOf(nobody().urgency.record(unknown))).toMatchObject({ code: 'NO_ACTOR' });
  });
});

it('a desk that was killed has forgotten no try, and nobody sits there any more', async () => {
  const now = '2026-11-23T08:00+01:00';
  const before = await startDesk({ now });
  try {
    await before.as({}).practice.setUp({
      house: { name: 'Maison', zone: 'Europe/Paris', region: 'metropole', phone: null, address: null },
      practitioners: [],
      staff: [{ initials: 'CM', name: 'Camille Fictive' }],
    });
    const [camille] = await before.as({}).people.list();
    const staffId = camille?.id ?? staff(0);
    const set = await before.as({ actorId: staffId }).people.setPin({ staffId, pin: PIN, current: null });
    for (const pin of ['1111', '2222'])
      expect(await errorOf(before.as({}).people.sit({ staffId, pin }))).toMatchObject({ code: 'PIN_WRONG' });
    const killed = new Promise((resolve) => before.child.once('exit', resolve));
    before.child.kill('SIGKILL');
    await killed;
    const after = await startDesk({ now, folder: before.folder });
    expect(await errorOf(after.as({}).people.sit({ staffId, pin: '3333' }))).toMatchObject({
      code: 'PIN_WRONG',
      data: { triesLeft: 0, waitMs: 5_000 },
    });
    const former = after.as({ actorId: staffId, seat: set.seat ?? '' });
    expect(await errorOf(former.practice.practitioners())).toMatchObject({ code: 'LOCKED' });
    await after.stop();
  } finally {
    await before.stop();
  }
}, 90_000);
