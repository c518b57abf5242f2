/** The disk fills up while the desk works: what cannot be written is said so, everything else goes on, nothing is lost. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId } from '../../src/contract/ids.ts';
import { all } from '../../src/main/core/db.ts';
import { verifyChain } from '../../src/main/core/journal-check.ts';
import { CONSULTATION, DUPONT, NGUYEN } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { type SmallDisk, smallDisk } from '../support/small-disk.ts';
import { errorOf } from './error-of.ts';
import { CLARA, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, overHttp } from './transports.ts';

const FULL = { code: 'STORAGE_FULL', defined: true, data: {} };
const TUESDAY = '2026-11-24';

describe.each([
  ['a disk that fills up during work', true],
  ['a file that may grow no more', false],
])('%s', (_, own) => {
  let disk: SmallDisk;
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  beforeEach(async () => {
    disk = smallDisk(24, own);
    house = await openTestHouse(undefined, disk.folder);
    connection = await overHttp.connect(house.desk);
    clara = connection.as({ actorId: CLARA });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
    disk.remove();
  });

  /** The first free place of the doctor. */
  const book = async (comment: string): Promise<ClaimId> => {
    const { slots } = await clara.agenda.freeSlots({
      who: { kind: 'practitioner', practitionerId: NGUYEN },
      appointmentTypeId: CONSULTATION,
      patientId: DUPONT,
      limit: 1,
    });
    const [slot] = slots;
    if (slot === undefined) throw new Error('the doctor is full before the disk is');
    const { practitionerId, day, start } = slot;
    const { appointment } = await clara.agenda.book({
      practitionerId,
      day,
      start,
      appointmentTypeId: CONSULTATION,
      patientId: DUPONT,
      acceptPatientBusy: true,
      comment,
    });
    return appointment.id;
  };

  /** What is already laid out on the disk may still be written over: books until the disk says no. */
  const bookUntilFull = async (): Promise<{ booked: ClaimId[]; refused: unknown }> => {
    const booked: ClaimId[] = [];
    for (;;)
      try {
        booked.push(await book('x'.repeat(400)));
      } catch (error) {
        return { booked, refused: error };
      }
  };

  it('refuses the booking and says why, shows the day and the card, and takes both once there is room again', async () => {
    const before = await book('avant');
    disk.fill(house.ground);
    const { booked, refused } = await bookUntilFull();
    expect(refused).toMatchObject(FULL);

    const line = { key: randomUUID(), at: house.clock.now(), what: 'doubt' } as const;
    expect(await errorOf(clara.urgency.record(line))).toEqual(FULL);

    const [day] = await clara.agenda.range({ from: TUESDAY, to: TUESDAY });
    expect(day?.columns.some(({ practitionerId }) => practitionerId === NGUYEN)).toBe(true);
    expect((await clara.agenda.get({ id: before })).comment).toBe('avant');
    expect((await clara.patients.search({ text: 'dupont', limit: 5 })).patients.length).toBeGreaterThan(0);
    expect((await clara.urgency.card()).numbers.outOfHours).not.toBe('');

    disk.free(house.ground);
    // The page has kept the line, and sends it again.
    expect(await clara.urgency.record(line)).toMatchObject({ key: line.key, by: CLARA });
    const after = await book('après');
    const { db } = house.ground;
    expect(all<{ id: ClaimId }>(db, 'SELECT id FROM claims ORDER BY id').map(({ id }) => id)).toEqual([
      before,
      ...booked,
      after,
    ]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(verifyChain(db).ok).toBe(true);
  });
});
