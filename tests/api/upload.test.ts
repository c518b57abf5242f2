import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { CLARA, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const fixture = join(import.meta.dirname, '../fixtures/former-agenda');
const PIECE = 512 * 1024;

describe.each(transports)('files handed over $name', ({ connect }) => {
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

  it('arrive byte for byte, whole or in pieces', async () => {
    const { exchange } = connection.as({ actorId: CLARA });
    const { session } = await exchange.begin();
    for (const name of readdirSync(fixture).filter((file) => file.endsWith('.csv'))) {
      const bytes = readFileSync(join(fixture, name));
      const half = bytes.length >> 1;
      await exchange.addChunk({ session, name, bytes: new Blob([bytes.subarray(0, half)]), last: false });
      expect(
        await exchange.addChunk({ session, name, bytes: new Blob([bytes.subarray(half)]), last: true }),
      ).toEqual({ received: bytes.length });
    }
    const files = await exchange.inspect({ session });
    expect(files.map(({ name, encoding, role }) => [name, encoding, role]).sort()).toEqual([
      ['horaires.csv', 'windows-1252', 'openingHours'],
      ['motifs.csv', 'windows-1252', 'appointmentTypes'],
      ['patients.csv', 'windows-1252', 'patients'],
      ['praticiens.csv', 'windows-1252', 'practitioners'],
      ['rendez-vous.csv', 'windows-1252', 'appointments'],
    ]);
    await exchange.end({ session });
  });

  it('come in pieces as large as the screen sends them', async () => {
    const { exchange } = connection.as({ actorId: CLARA });
    const { session } = await exchange.begin();
    const bytes = new Blob([new Uint8Array(PIECE).fill(0x61)]);
    expect(await exchange.addChunk({ session, name: 'x.csv', bytes, last: false })).toEqual({
      received: PIECE,
    });
    await exchange.end({ session });
  });

  it('that are no file are refused by field', async () => {
    const { exchange } = connection.as({ actorId: CLARA });
    const { session } = await exchange.begin();
    const call = exchange.addChunk({
      session,
      name: 'x.csv',
      bytes: 'Nom;Prénom' as unknown as Blob,
      last: true,
    });
    expect(await errorOf(call)).toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'bytes' }] },
    });
    await exchange.end({ session });
  });
});
