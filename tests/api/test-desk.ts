/** A real desk on a temporary folder, at a fixed hour: Monday 23 November 2026, 8:00 in Paris, unless told otherwise. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/main/core/db.ts';
import type { Ground } from '../../src/main/core/ground.ts';
import { type Desk, openDesk } from '../../src/main/desk.ts';
import { fillHouse, fixtureDb, NGUYEN } from '../support/agenda-house.ts';
import { type TestClock, testClock } from '../support/ground.ts';

/** Staff of the house below. */
export const CLARA = 1;
export const LOUIS = 2;
export const DR_NGUYEN = 3;
export const LEFT_LAST_YEAR = 4;
/** The house's référent. */
export const JULIE = 5;

export interface TestDesk {
  readonly desk: Desk;
  readonly ground: Ground;
  readonly folder: string;
  readonly clock: TestClock;
  close(): Promise<void>;
}

export const openTestDesk = async (
  clock: TestClock = testClock(),
  elapsed?: () => number,
  at?: string,
): Promise<TestDesk> => {
  const folder = at ?? mkdtempSync(join(tmpdir(), 'parvis-api-'));
  const desk = await openDesk({
    folder,
    clock,
    appVersion: '0.0.0-test',
    ...(elapsed === undefined ? {} : { elapsed }),
  });
  return {
    desk,
    ground: desk.contextFor({ actorId: null, station: 'test' }).ground,
    folder,
    clock,
    close: async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/**
 * The same with the small house of the agenda tests, a practitioner who may sit at the desk, somebody who has left, and a
 * référent.
 */
export const openTestHouse = async (elapsed?: () => number, at?: string): Promise<TestDesk> => {
  const test = await openTestDesk(testClock(), elapsed, at);
  fillHouse(test.ground);
  const db = fixtureDb(test.ground);
  run(
    db,
    `INSERT INTO staff (id, version, initials, name, role, practitioner_id, active)
     VALUES (?, 1, 'LN', 'Dr Linh Nguyen', 'practitioner', ?, 1)`,
    [DR_NGUYEN, NGUYEN],
  );
  run(
    db,
    `INSERT INTO staff (id, version, initials, name, role, active) VALUES (?, 1, 'XX', 'Partie', 'reception', 0)`,
    [LEFT_LAST_YEAR],
  );
  run(
    db,
    `INSERT INTO staff (id, version, initials, name, role, active) VALUES (?, 1, 'JB', 'Julie Brume', 'coordinator', 1)`,
    [JULIE],
  );
  return test;
};
