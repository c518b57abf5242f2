import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

describe.each(transports)('the house’s own texts, $name', ({ connect }) => {
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

  const KEY = 'say.unavailable' as const;

  it('are tried, saved, found in the history and taken back', async () => {
    const clara = connection.as({ actorId: CLARA });
    expect(await clara.texts.preview({ key: KEY, text: '{Praticien} regrette !' })).toEqual({
      filled: 'Le Dr\u00a0Fictif regrette\u202f!',
      problems: [],
    });
    const saved = await clara.texts.save({ key: KEY, text: '{Praticien} regrette !', basedOn: null });
    expect(saved).toMatchObject({
      text: '{Praticien} regrette\u202f!',
      version: { origin: 'house', by: CLARA },
    });
    const basedOn = saved.version?.id ?? null;
    const back = await clara.texts.reset({ key: KEY, basedOn });
    expect(back.text).toBe(back.default);
    expect((await clara.texts.history({ key: KEY })).map(({ origin }) => origin)).toEqual([
      'default',
      'house',
    ]);
  });

  it('are refused with every problem and where it stands, and by what a practitioner may not do', async () => {
    const clara = connection.as({ actorId: CLARA });
    expect(
      await errorOf(clara.texts.save({ key: KEY, text: '{Praticien} : pas de C2S', basedOn: null })),
    ).toEqual({
      code: 'TEXT_REFUSED',
      defined: true,
      data: { problems: [{ kind: 'protected', ground: 'coverage', words: 'C2S', at: 21, length: 3 }] },
    });
    const practitioner = connection.as({ actorId: DR_NGUYEN });
    expect(
      (await errorOf(practitioner.texts.save({ key: KEY, text: '{Praticien}', basedOn: null }))).code,
    ).toBe('FORBIDDEN');
    expect((await practitioner.texts.list()).every(({ version }) => version === null)).toBe(true);
  });

  it('tell the second window that somebody wrote meanwhile', async () => {
    const [clara, louis] = [connection.as({ actorId: CLARA }), connection.as({ actorId: LOUIS })];
    await clara.texts.save({ key: KEY, text: '{Praticien} regrette.', basedOn: null });
    const late = await errorOf(
      louis.texts.save({ key: KEY, text: '{Praticien} est désolé.', basedOn: null }),
    );
    expect([late.code, late.defined]).toEqual(['STALE_VERSION', true]);
  });
});
