/** A take-over whose writing fails at any of its steps, or finds the disk full: told, nothing of it is kept, and it can be done again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all } from '../../src/main/core/db.ts';
import { verifyChain } from '../../src/main/core/journal-check.ts';
import { errorOf } from '../api/error-of.ts';
import { CLARA, openTestHouse, type TestDesk } from '../api/test-desk.ts';
import { type Connection, overHttp } from '../api/transports.ts';
import { fixtureDb } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { writeFormerAgenda } from '../support/former-agenda.ts';
import { type SmallDisk, smallDisk } from '../support/small-disk.ts';

const KIB = 1024;
const PIECE = 512 * KIB;
/** In the order in which a take-over comes to them. */
const TABLES = [
  'practitioners',
  'appointment_types',
  'opening_hours',
  'patients',
  'patient_phones',
  'patient_names',
  'claims',
  'import_rows',
  'imports',
  'journal',
  'journal_rows',
  'journal_contents',
];

describe('a take-over', () => {
  let disk: SmallDisk;
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  let session: string;
  beforeEach(async () => {
    disk = smallDisk(48, true);
    house = await openTestHouse(undefined, disk.folder);
    connection = await overHttp.connect(house.desk);
    clara = connection.as({ actorId: CLARA });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
    disk.remove();
  });

  /** Hands the files over, in the pieces that the screen sends. */
  const handOver = async (folder: string): Promise<void> => {
    ({ session } = await clara.exchange.begin());
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv'))) {
      const bytes = readFileSync(join(folder, name));
      for (let from = 0; from < bytes.length; from += PIECE)
        await clara.exchange.addChunk({
          session,
          name,
          bytes: new Blob([bytes.subarray(from, from + PIECE)]),
          last: from + PIECE >= bytes.length,
        });
    }
    await clara.exchange.inspect({ session });
  };

  const counts = () =>
    [...TABLES, 'cursors'].map((table) => all(house.ground.db, `SELECT 1 FROM ${table}`).length);
  const apply = () => clara.exchange.apply({ session });
  const expectWhole = async (created: number): Promise<void> => {
    const { outcome } = await apply();
    expect(outcome.created).toBe(created);
    expect(house.ground.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(verifyChain(house.ground.db).ok).toBe(true);
  };

  it('that fails at any of its tables has written nothing, says so, and is done again from the same files', async () => {
    await handOver(join(import.meta.dirname, '../fixtures/former-agenda'));
    const before = counts();
    const db = fixtureDb(house.ground);
    for (const table of TABLES) {
      db.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'the disk'); END`);
      expect([table, (await errorOf(apply())).code]).toEqual([table, 'INTERNAL']);
      expect([table, counts()]).toEqual([table, before]);
      // Reading goes on, and so does whatever does not meet the fault.
      expect((await clara.agenda.range({ from: '2026-11-24', to: '2026-11-24' })).length).toBe(1);
      db.exec('DROP TRIGGER broken');
    }
    await expectWhole(17);
  }, 120_000);

  it('that finds the disk full, at whatever moment, has written nothing, says so, and is done once there is room', async () => {
    const former = join(disk.folder, '..', 'export');
    writeFormerAgenda(former, 200, 2_000);
    await handOver(former);
    const before = counts();
    for (const leave of disk.isReal ? [0, 32 * KIB, 128 * KIB, 384 * KIB] : []) {
      // What the attempt before had laid out would be written over.
      house.ground.db.pragma('wal_checkpoint(TRUNCATE)');
      disk.fill(house.ground, leave);
      expect([leave, (await errorOf(apply())).code]).toEqual([leave, 'STORAGE_FULL']);
      expect([leave, counts()]).toEqual([leave, before]);
      disk.free(house.ground);
    }
    await expectWhole(2_203);
  }, 120_000);
});
