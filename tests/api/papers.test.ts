import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyDraft } from '../../src/contract/intake.ts';
import { BERNARD, NGUYEN, PETIT } from '../support/agenda-house.ts';
import { pdfInfo, pdfText } from '../support/poppler.ts';
import { CLOSED, policyDraft } from '../support/refusal-house.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

describe.each(transports)('what somebody leaves with, $name', ({ connect }) => {
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

  /** Dr Nguyen is closed and has signed the card; Dr Petit has places, and the person prefers another way. */
  const prepared = async () => {
    const [clara, doctor] = [connection.as({ actorId: CLARA }), connection.as({ actorId: DR_NGUYEN })];
    const card = await doctor.urgency.saveCard({ redFlags: ['Douleur'], author: 'Dr Nguyen', basedOn: 0 });
    if (card.id === null) throw new Error('the card was not kept');
    await doctor.urgency.signCard({ cardId: card.id, reviewDue: '2027-09-01' });
    const policy = (more: Partial<PolicyDraft>) => clara.refusals.setPolicy(policyDraft(more));
    await policy({ practitionerId: NGUYEN, ...CLOSED });
    await policy({ practitionerId: PETIT });
    const { id, version, openedAt } = await clara.requests.open({
      nature: 'registration',
      profession: 'general-practitioner',
      patientId: BERNARD,
    });
    await clara.urgency.record({
      key: randomUUID(),
      at: house.clock.now(),
      what: 'ruled-out',
      requestId: id,
      requestOpenedAt: openedAt,
      practitionerId: null,
      staffId: null,
      cardId: null,
      followsKey: null,
    });
    const said = {
      practitionerId: NGUYEN,
      ground: 'list-full' as const,
      colleagues: [{ practitionerId: PETIT, answer: 'declined-by-patient' as const }],
      waysForward: [{ kind: 'registration-list' as const }],
    };
    return { clara, id, version, said };
  };

  it('is said, recorded in those very words, and put on one page', async () => {
    const { clara, id, version, said } = await prepared();
    const words = await clara.refusals.words({ requestId: id, ...said });
    expect(words.say[0]).toBe(
      'Le Dr\u00a0Nguyen n’a pas pu vous accueillir à ce jour, et nous en sommes désolés.',
    );
    const { refusal } = await clara.refusals.record({
      request: { id, version },
      ...said,
      wordsShown: words.wordsShown,
    });
    const { pdf, text, fileName } = await clara.refusals.attestation({ refusalId: refusal.id });
    const bytes = Buffer.from(pdf, 'base64');
    expect(pdfInfo(bytes)).toMatchObject({ Pages: '1', Tagged: 'yes', Title: 'Attestation de démarche' });
    expect(pdfText(bytes).replaceAll(/\s+/g, ' ')).toContain('BERNARD Luc a contacté notre maison de santé');
    expect(text).toContain('Une place auprès du Dr\u00a0Petit a été proposée.');
    expect(fileName).toBe('Attestation de démarche 2026-11-23');
  });

  it('is nothing for a refusal that nobody recorded', async () => {
    const { clara } = await prepared();
    expect(await errorOf(clara.refusals.attestation({ refusalId: 999 as never }))).toEqual({
      code: 'NOT_FOUND',
      defined: true,
      data: { what: 'refusal' },
    });
  });
});
