/** The house's rule for the order, written at the reception and adopted by a practitioner, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NGUYEN, PETIT } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

describe.each(transports)('the rule of the order, $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  let drNguyen: DeskClient;

  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
    clara = connection.as({ actorId: CLARA });
    drNguyen = connection.as({ actorId: DR_NGUYEN, station: 'Cabinet 1' });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  it('is proposed, written, and in force from its adoption on', async () => {
    expect(await clara.waitlist.rules()).toEqual({ inForce: null, versions: [] });
    const proposed = await clara.waitlist.proposedRules();
    expect(proposed).toEqual({
      weights: {
        'age-70': 20,
        'long-term-illness': 30,
        c2s: 20,
        pregnancy: 20,
        'hospital-discharge': 25,
        'doctor-gone': 10,
        'child-under-2': 10,
        'reduced-mobility': 10,
      },
      cap: 60,
      perWeek: 2,
    });
    const written = await clara.waitlist.writeRules({ ...proposed, perWeek: 3 });
    expect(written).toEqual({
      ...proposed,
      perWeek: 3,
      id: 1,
      writtenAt: house.clock.now(),
      writtenBy: CLARA,
      adoption: null,
    });
    expect(await drNguyen.waitlist.rules()).toEqual({ inForce: null, versions: [written] });
    const adoption = { on: '2026-11-20', practitionerIds: [NGUYEN, PETIT] };
    const adopted = await drNguyen.waitlist.adoptRules({ id: written.id, ...adoption });
    expect(adopted).toEqual({
      ...written,
      adoption: { ...adoption, recordedAt: house.clock.now(), recordedBy: DR_NGUYEN },
    });
    expect(await clara.waitlist.rules()).toEqual({ inForce: adopted, versions: [adopted] });
  });

  it('says at the field what it cannot be, and who alone adopts it', async () => {
    const proposed = await clara.waitlist.proposedRules();
    const low = await errorOf(clara.waitlist.writeRules({ ...proposed, cap: 29 }));
    expect(low).toMatchObject({ code: 'INVALID_INPUT', defined: true });
    expect(low.data).toMatchObject({ fields: [{ path: 'cap' }] });
    expect(await errorOf(clara.waitlist.writeRules({ ...proposed, perWeek: 0 }))).toMatchObject({
      code: 'INVALID_INPUT',
      defined: true,
    });
    const { id } = await clara.waitlist.writeRules(proposed);
    const adopt = (more = {}) => ({ id, on: '2026-11-23', practitionerIds: [NGUYEN], ...more });
    expect(await errorOf(clara.waitlist.adoptRules(adopt()))).toMatchObject({
      code: 'NOT_A_PRACTITIONER',
      defined: true,
    });
    expect(await errorOf(drNguyen.waitlist.adoptRules(adopt({ practitionerIds: [PETIT] })))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'practitionerIds' }] },
    });
    expect(await errorOf(drNguyen.waitlist.adoptRules(adopt({ id: 99 as never })))).toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
    });
    await drNguyen.waitlist.adoptRules(adopt());
    expect(await errorOf(drNguyen.waitlist.adoptRules(adopt()))).toMatchObject({
      code: 'CONFLICT',
      defined: true,
      data: { reason: 'already-adopted' },
    });
    expect(await errorOf(drNguyen.waitlist.writeRules(proposed))).toMatchObject({
      code: 'FORBIDDEN',
      defined: true,
      data: { right: 'practice.write' },
    });
  });
});
