import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get } from '../../src/main/core/db.ts';
import { mustOpen, storeOptions } from '../support/data-folder.ts';
import { writeFormerAgenda } from '../support/former-agenda.ts';
import { runImport } from '../support/import-run.ts';

const PATIENTS = 500;
const APPOINTMENTS = 4000;

let place: string;
let former: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'parvis-killed-'));
  former = join(place, 'export');
  writeFormerAgenda(former, PATIENTS, APPOINTMENTS);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Kills the command some milliseconds after it said that it writes. */
const killedWhileWriting = async (data: string, afterMs: number): Promise<void> => {
  const child = fork(join(import.meta.dirname, '../support/import-process.ts'), [data, former], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve) => {
    child.on('message', (step) => {
      if (step === 'writing') setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('exit', () => resolve());
  });
};

const inside = async (data: string) => {
  const store = await mustOpen(storeOptions(data));
  try {
    const count = (table: string) =>
      get<{ n: number }>(store.ground.db, `SELECT count(*) AS n FROM ${table}`)?.n;
    return {
      rows: ['imports', 'practitioners', 'patients', 'claims', 'import_rows'].map(count),
      whole: store.ground.db.pragma('integrity_check', { simple: true }),
      staff: count('staff'),
    };
  } finally {
    store.close();
  }
};

describe('a take-over killed while it writes', () => {
  it.each([25, 200])(
    'after %d ms, has written nothing or everything; the next one completes it',
    { timeout: 240_000 },
    async (afterMs) => {
      const data = join(place, `donnees-${afterMs}`);
      await killedWhileWriting(data, afterMs);
      const nothing = [0, 0, 0, 0, 0];
      // One type that only appointments name, two practitioners, and each appointment.
      const everything = [1, 2, PATIENTS, APPOINTMENTS, 2 + 2 + APPOINTMENTS];
      const found = await inside(data);
      expect(found.whole).toBe('ok');
      expect([nothing, everything]).toContainEqual(found.rows);
      expect((await runImport(data, [former])).code).toBe(0);
      const after = await inside(data);
      expect([after.rows.slice(1), after.whole, after.staff]).toEqual([everything.slice(1), 'ok', 3]);
    },
  );
});
