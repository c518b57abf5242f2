import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

describe.each(transports)('what is refused $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  beforeEach(async () => {
    house = await openTestDesk();
    connection = await connect(house.desk);
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  it('keeps its code and its data, so that the screen can say what to do', async () => {
    expect(await errorOf(connection.as({}).gate.backup())).toEqual({
      code: 'NO_ACTOR',
      defined: true,
      data: {},
    });
  });

  it('names each field that is wrong and what kind of wrong, never what was typed', async () => {
    const secret = 'x'.repeat(201);
    expect(await errorOf(connection.as({}).gate.unlock({ recoveryCode: secret }))).toEqual({
      code: 'INVALID_INPUT',
      defined: true,
      data: { fields: [{ path: 'recoveryCode', code: 'too_big' }] },
    });
  });
});
