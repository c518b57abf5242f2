/** The evening's hand-over, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pdfInfo } from '../support/poppler.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const WORDS = { version: 0, note: 'Parking fermé', onCall: 'Dr Petit' } as const;

describe.each(transports)('the hand-over $name', ({ connect }) => {
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

  it('comes as text, as a sheet, and as a tagged PDF when asked', async () => {
    const clara = connection.as({ actorId: CLARA });
    const text = await clara.handover.give({ words: WORDS, names: 'full', as: 'text' });
    expect([text.pdf, text.words.version]).toEqual([null, 1]);
    expect(text.text).toContain('Parking fermé');
    const { words } = await clara.handover.tonight();
    expect(words).toEqual({ ...WORDS, version: 1 });
    const { pdf, fileName } = await clara.handover.give({ words, names: 'initials', as: 'pdf' });
    expect(fileName).toMatch(/^Passation \d{4}-\d{2}-\d{2}$/);
    expect(pdfInfo(Buffer.from(pdf ?? '', 'base64'))).toMatchObject({ Pages: '1', Tagged: 'yes' });
  });

  it('is a practitioner’s to give as well, and nobody’s who is not at the desk', async () => {
    const hers = connection.as({ actorId: DR_NGUYEN });
    expect((await hers.handover.saveWords(WORDS)).version).toBe(1);
    const nobody = connection.as({});
    for (const refused of [
      nobody.handover.tonight(),
      nobody.handover.saveWords(WORDS),
      nobody.handover.give({ words: WORDS, names: 'full', as: 'text' }),
    ])
      expect(await errorOf(refused)).toMatchObject({ code: 'NO_ACTOR' });
  });

  it('refuses words that are longer than a page would hold, at their field', async () => {
    const clara = connection.as({ actorId: CLARA });
    expect(await errorOf(clara.handover.saveWords({ ...WORDS, note: 'a'.repeat(1001) }))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'note' }] },
    });
  });
});
