/** The day on paper, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking } from '../support/agenda-desk.ts';
import { NGUYEN } from '../support/agenda-house.ts';
import { pdfInfo } from '../support/poppler.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const WISH = {
  day: '2026-11-24',
  practitionerId: NGUYEN,
  names: 'full',
  phones: true,
  comments: false,
  apart: true,
} as const;

describe.each(transports)('the day on paper $name', ({ connect }) => {
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

  it('comes as a sheet for the printer, and as a tagged PDF when asked', async () => {
    const clara = connection.as({ actorId: CLARA });
    await clara.agenda.book(booking());
    const sheet = await clara.agenda.printDay({ ...WISH, as: 'sheet' });
    expect([sheet.pdf, sheet.fileName, sheet.paper.flow]).toEqual([
      null,
      'Journée 2026-11-24 Dr Nguyen',
      'pages',
    ]);
    expect(sheet.text).toContain('DUPONT Marie');
    const { pdf } = await clara.agenda.printDay({ ...WISH, as: 'pdf' });
    expect(pdfInfo(Buffer.from(pdf ?? '', 'base64'))).toMatchObject({
      Pages: '1',
      Tagged: 'yes',
      Title: 'Mardi 24 novembre 2026',
    });
  });

  it('is a practitioner’s to print as well, and nobody’s who is not at the desk', async () => {
    const hers = await connection.as({ actorId: DR_NGUYEN }).agenda.printDay({ ...WISH, as: 'sheet' });
    expect(hers.paper.title).toBe('Mardi 24 novembre 2026');
    expect(await errorOf(connection.as({}).agenda.printDay({ ...WISH, as: 'sheet' }))).toMatchObject({
      code: 'NO_ACTOR',
    });
  });

  it('stops Ctrl+Z: what is on paper is out of the house’s hands', async () => {
    const clara = connection.as({ actorId: CLARA });
    await clara.agenda.book(booking());
    await clara.agenda.printDay({ ...WISH, as: 'sheet' });
    expect(await errorOf(clara.gate.undo())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });
});
