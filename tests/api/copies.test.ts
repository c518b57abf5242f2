import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, JULIE, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

describe.each(transports)('the copies, $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let stick = '';
  beforeEach(async () => {
    stick = mkdtempSync(join(tmpdir(), 'parvis-cle-'));
    house = await openTestHouse();
    connection = await connect(house.desk);
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
    rmSync(stick, { recursive: true, force: true });
  });

  it('are made, proven, listed with what they hold, carried to a second place and gone back to', async () => {
    const clara = connection.as({ actorId: CLARA });
    expect(await errorOf(clara.copies.setTarget({ path: stick, acceptSameDisk: false }))).toEqual({
      code: 'CONFLICT',
      defined: true,
      data: { reason: 'target-same-disk' },
    });
    const state = await clara.copies.setTarget({ path: stick, acceptSameDisk: true });
    expect(state).toMatchObject({ failure: null, target: { path: stick, absent: false, failure: null } });
    expect(await clara.copies.prove()).toMatchObject({ proof: { file: state.file }, failedProof: null });
    // On a slow machine the copy that follows each start has been made as well.
    const listed = (await clara.copies.list()).find(({ file }) => file === state.file);
    expect(listed).toMatchObject({ people: 4, proven: true });
    expect(await clara.copies.make()).toMatchObject({ failure: null });
    // A former file has former codes: going back is a référent's, like the recovery code.
    const back = { file: state.file ?? '' };
    expect(await errorOf(clara.copies.goBack(back))).toMatchObject({
      code: 'FORBIDDEN',
      data: { right: 'people.govern' },
    });
    expect(await connection.as({ actorId: JULIE }).copies.goBack(back)).toMatchObject({ state: 'open' });
    expect(await clara.copies.state()).toMatchObject({ target: { path: stick } });
  }, 120_000);

  it('are nobody’s to bring once a house is set up, nor a practitioner’s to go back to', async () => {
    house.ground.db.exec(
      "INSERT OR IGNORE INTO house VALUES (1, 1, 'MSP', 'Europe/Paris', 'metropole', NULL, NULL, 0)",
    );
    const nobody = connection.as({});
    expect((await errorOf(nobody.copies.lookIn({ folder: stick }))).data).toEqual({ reason: 'open' });
    expect((await errorOf(nobody.copies.bring({ folder: stick, file: 'a.db' }))).data).toEqual({
      reason: 'open',
    });
    const nguyen = connection.as({ actorId: DR_NGUYEN });
    expect((await errorOf(nguyen.copies.goBack({ file: 'a.db' }))).code).toBe('FORBIDDEN');
  });

  it('open with the code of today: verified, replaced, never the former again', async () => {
    const clara = connection.as({ actorId: CLARA });
    const julie = connection.as({ actorId: JULIE });
    expect((await errorOf(clara.copies.replaceCode())).code).toBe('FORBIDDEN');
    const { recoveryCode } = await julie.copies.replaceCode();
    expect(await clara.copies.checkCode({ recoveryCode })).toEqual({ right: true });
    await julie.copies.replaceCode();
    expect(await clara.copies.checkCode({ recoveryCode })).toEqual({ right: false });
  }, 120_000);
});
