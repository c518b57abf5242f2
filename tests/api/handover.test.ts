/** The hand-over of the evening and what comes back in the morning, over every way to the desk. */
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

describe.each(transports)('the morning $name', ({ connect }) => {
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

  const KEY = '6e0f6c3e-4a55-4b0e-8a07-0a5d5c7f1a01';
  const NIGHT = 'nom;prénom;naissance;motif;type\nDUPONT;Marie;12/03/1952;ordonnance;message\n';

  it('brings a table once, makes its line a request once, and says what is left', async () => {
    const clara = connection.as({ actorId: CLARA });
    const brought = await clara.handover.bring({ key: KEY, text: NIGHT });
    expect(await clara.handover.bring({ key: KEY, text: NIGHT })).toEqual(brought);
    const [line] = (await clara.handover.returned()).lines;
    if (line?.reading == null) throw new Error('no line waits');
    const { id, version } = line;
    const sent = {
      id,
      version,
      what: 'request',
      patientId: line.reading.patient?.id ?? null,
      confirmedNew: false,
    } as const;
    const [one, two] = await Promise.all([clara.handover.settle(sent), clara.handover.settle(sent)]);
    expect(one.settled).toEqual(two.settled);
    expect(await clara.requests.pending()).toHaveLength(1);
    expect(await clara.handover.returnCounts()).toEqual({ open: 0, total: 1 });
  });

  it('refuses what is no table, a cell without end and nobody at the desk', async () => {
    const clara = connection.as({ actorId: CLARA });
    for (const [text, code] of [
      ['Bonjour\nà demain', 'not-a-table'],
      ['', 'empty'],
      [Array.from({ length: 301 }, (_, n) => `22:10;NOM ${n}`).join('\n'), 'too-many-lines'],
    ] as const)
      expect(await errorOf(clara.handover.bring({ key: KEY, text }))).toMatchObject({
        code: 'INVALID_INPUT',
        data: { fields: [{ path: 'text', code }] },
      });
    expect((await clara.handover.returned()).total).toBe(0);
    expect(await errorOf(connection.as({}).handover.returned())).toMatchObject({ code: 'NO_ACTOR' });
    expect(await errorOf(connection.as({}).handover.bring({ key: KEY, text: NIGHT }))).toMatchObject({
      code: 'NO_ACTOR',
    });
  });
});
