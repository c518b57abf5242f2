/** A real encrypted file in a temporary folder, migrated, with a clock that the test moves. No mock of our own code. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffId } from '../../src/contract/ids.ts';
import type { Role } from '../../src/contract/rights.ts';
import { rightsOf } from '../../src/contract/rights.ts';
import { instantOf } from '../../src/contract/time.ts';
import type { Actor, Call } from '../../src/main/core/actor.ts';
import { type Clock, createGround, type Ground } from '../../src/main/core/ground.ts';
import { migrate } from '../../src/main/core/migrate.ts';
import { openFile } from '../../src/main/core/open-file.ts';

export interface TestClock extends Clock {
  set(now: number): void;
}

/** Monday 23 November 2026, 8:00 in Paris, unless told otherwise. */
export const testClock = (start: number = instantOf('2026-11-23', 8 * 60, 'Europe/Paris')): TestClock => {
  let current = start;
  return {
    now: () => current,
    set: (now) => {
      current = now;
    },
  };
};

export interface TestGround {
  readonly ground: Ground;
  readonly clock: TestClock;
  readonly path: string;
  readonly folder: string;
  close(): void;
}

export const openTestGround = (clock: TestClock = testClock()): TestGround => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-test-'));
  const path = join(folder, 'parvis.db');
  const key = randomBytes(32);
  const db = openFile(path, key);
  migrate(db, clock.now());
  return {
    ground: createGround(db, clock, { database: path, key }),
    clock,
    path,
    folder,
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The program itself, as at first start: needs no member of staff. */
export const programCall: Call = {
  actor: { id: null, label: 'installation', rights: rightsOf.coordinator },
  station: 'test',
};

export const callAs = (
  id: number,
  initials: string,
  role: Role = 'reception',
  station = 'Accueil 1',
): Call => {
  const actor: Actor = { id: id as StaffId, label: initials, rights: rightsOf[role] };
  return { actor, station };
};
