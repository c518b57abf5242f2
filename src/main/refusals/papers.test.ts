import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BERNARD, clara, fixtureDb, NGUYEN, PETIT, ROLLAND } from '../../../tests/support/agenda-house.ts';
import { pdfInfo, pdfText } from '../../../tests/support/poppler.ts';
import { CLOSED, openRefusalHouse, type RefusalHouse } from '../../../tests/support/refusal-house.ts';
import type { RefusalId } from '../../contract/ids.ts';
import { RefusalWords } from '../../contract/refusal-papers.ts';
import { instantOf } from '../../contract/time.ts';
import { run } from '../core/db.ts';
import { isDeskError } from '../core/errors.ts';
import { saveText } from '../texts/service.ts';
import { setNumbers } from '../urgency/service.ts';
import { attestation, words } from './service.ts';

let house: RefusalHouse;
beforeEach(() => {
  house = openRefusalHouse();
});
afterEach(() => house.close());

const ask = () => house.ask({ separate: true });
const say = (more: Partial<Parameters<typeof words>[1]> = {}) =>
  words(house.ground, {
    requestId: ask().id,
    practitionerId: NGUYEN,
    ground: 'list-full',
    colleagues: [{ practitionerId: PETIT, answer: 'declined-by-patient' }],
    waysForward: [{ kind: 'registration-list' }],
    ...more,
  });
/** Recorded with the words that were shown for it. */
const refuse = (practitionerId = NGUYEN): RefusalId => {
  const request = ask();
  house.urgency(request.id);
  const colleagues =
    practitionerId === NGUYEN ? [{ practitionerId: PETIT, answer: 'declined-by-patient' as const }] : [];
  const waysForward = [{ kind: 'registration-list' as const }, { kind: 'cpts' as const }];
  const { wordsShown } = say({ requestId: request.id, practitionerId, colleagues, waysForward });
  return house.record(request, { practitionerId, colleagues, waysForward, wordsShown }).refusal.id;
};

describe('the words of a refusal', () => {
  it('come from the policy, the profession and the request, with the versions that are then recorded', () => {
    const said = say();
    expect(RefusalWords.parse(said)).toEqual(said);
    expect(said.say[0]).toBe(
      'Le Dr\u00a0Nguyen n’a pas pu vous accueillir à ce jour, et nous en sommes désolés.',
    );
    expect(said.reasonTold).toBe(false);
    expect(said.steps.map(({ title }) => title)).toEqual([
      'Notre liste d’attente',
      'L’organisation de santé de votre territoire (CPTS)',
      'Votre CPAM',
      'Votre remboursement',
    ]);
    expect(said.wordsShown[0]).toEqual({ key: 'say.unavailable', version: null });
  });

  it('tell the reason once the practitioner allows it, and always for a nurse', () => {
    house.set(NGUYEN, { ...CLOSED, groundOnPaper: true });
    expect(say().say[0]).toBe(
      'Le Dr\u00a0Nguyen n’a pas pu vous accueillir\u00a0: sa patientèle est complète pour le moment.',
    );
    expect(say({ practitionerId: ROLLAND, colleagues: [] }).reasonTold).toBe(true);
  });

  it('are the house’s own once it has written them', () => {
    const { version } = saveText(house.ground, clara, {
      key: 'say.unavailable',
      text: '{Praticien} regrette.',
      basedOn: null,
    });
    expect(say().say[0]).toBe('Le Dr\u00a0Nguyen regrette.');
    expect(say().wordsShown[0]).toEqual({ key: 'say.unavailable', version: version?.id });
  });

  it('give the house’s own number for the hours when nobody is there', () => {
    setNumbers(house.ground, clara, { version: 0, outOfHours: '116117' });
    expect(say({ waysForward: [{ kind: 'out-of-hours' }] }).steps[2]?.text).toContain(
      'le 116\u00a0117 vous met en relation',
    );
  });

  it('look for no médecin traitant where none was asked for', () => {
    const request = house.ask({
      nature: 'appointment',
      profession: 'general-practitioner',
      patientId: BERNARD,
    });
    expect(say({ requestId: request.id }).steps.map(({ title }) => title)).toEqual(['Notre liste d’attente']);
  });
});

describe('the attestation of a recorded refusal', () => {
  it('is one A4 page and the same as text, of the person and the day, in a file that names nobody', async () => {
    const { pdf, text, fileName, paper } = await attestation(house.ground, refuse());
    const bytes = Buffer.from(pdf, 'base64');
    expect(pdfInfo(bytes)).toMatchObject({
      Pages: '1',
      'Page size': '595.28 x 841.89 pts (A4)',
      Title: 'Attestation de démarche',
    });
    expect(text).toContain(
      'BERNARD Luc a contacté notre maison de santé le lundi 23 novembre 2026 et n’a pas pu être accueilli(e) à ce jour par le Dr\u00a0Nguyen.',
    );
    expect(text).toContain('Une place auprès du Dr\u00a0Petit a été proposée. Elle n’a pas été retenue.');
    expect(text).not.toContain('Motif');
    expect(pdfText(bytes).replaceAll(/\s+/g, ' ')).toContain('BERNARD Luc a contacté');
    expect(fileName).toBe('Attestation de démarche 2026-11-23');
    expect(`${fileName} ${JSON.stringify(pdfInfo(bytes))}`).not.toMatch(/bernard|nguyen/i);
    expect(paper.specimen).toBe(false);
  });

  it('is dated the day of the answer and tells the day of the request, when the answer came another day', async () => {
    const request = ask();
    house.clock.set(instantOf('2026-11-25', 600, 'Europe/Paris'));
    house.urgency(request.id);
    const { refusal } = house.record(request);
    const { text, paper, fileName } = await attestation(house.ground, refusal.id);
    expect(text).toContain('BERNARD Luc a contacté notre maison de santé le lundi 23 novembre 2026 et');
    expect([paper.dated, fileName]).toEqual([
      'Mercredi 25 novembre 2026',
      'Attestation de démarche 2026-11-25',
    ]);
  });

  it('says why where the profession owes it, or that day’s policy allowed it, whatever was decided since', async () => {
    expect((await attestation(house.ground, refuse(ROLLAND))).text).toContain(
      'Motif\u00a0: Patientèle complète à ce jour',
    );
    const silent = refuse(NGUYEN);
    house.set(NGUYEN, { ...CLOSED, groundOnPaper: true });
    expect((await attestation(house.ground, silent)).text).not.toContain('Motif');
  });

  it('keeps the words that were said, even after the house has changed them', async () => {
    const id = refuse();
    const [{ text: before }] = [await attestation(house.ground, id)];
    saveText(house.ground, clara, {
      key: 'step.registration-list',
      text: 'Tout autre chose.',
      basedOn: null,
    });
    expect((await attestation(house.ground, id)).text).toBe(before);
    expect(say().steps[0]?.text).toBe('Tout autre chose.');
  });

  it('says nothing of what was asked for beyond a médecin traitant, nor of what was noted', async () => {
    const request = house.ask({ wish: 'Suivi de son diabète', separate: true });
    house.urgency(request.id);
    const { refusal } = house.record(request);
    expect((await attestation(house.ground, refusal.id)).text).not.toMatch(/diabète|douleur/i);
  });

  it('follows a person whose records were merged', async () => {
    const id = refuse();
    run(fixtureDb(house.ground), 'UPDATE patients SET merged_into = 1, survivor_id = 1 WHERE id = ?', [
      BERNARD,
    ]);
    expect((await attestation(house.ground, id)).text).toContain('DUPONT Marie a contacté');
  });

  it('exists for no refusal that was not recorded', async () => {
    const error = await attestation(house.ground, 999 as RefusalId).catch((thrown: unknown) => thrown);
    expect(isDeskError(error) && error.code).toBe('NOT_FOUND');
  });
});
