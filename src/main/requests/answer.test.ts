/** S12: a professional asks for a patient. The patient is rung, and whoever asked is told what came of it, if she agrees. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { DUPONT, fixtureDb, NGUYEN } from '../../../tests/support/agenda-house.ts';
import { at, structure } from '../../../tests/support/directory-drafts.ts';
import { clara, louis, openRequestsDesk, type RequestsDesk } from '../../../tests/support/requests-desk.ts';
import type { Callback, ProfessionalAnswer } from '../../contract/callbacks.ts';
import type { DirectoryEntryId } from '../../contract/ids.ts';
import { run } from '../core/db.ts';
import { changeEntry, createEntry } from '../directory/service.ts';
import * as requests from './service.ts';

const HOUR = 3_600_000;
const PONT = structure('pharmacy', 'Pharmacie fictive du Pont', {
  publicPhone: '04 65 71 12 12',
  professionalPhone: '04 65 71 34 34',
  places: [at('03200', 'Vichy')],
});
let desk: RequestsDesk;
let pharmacy: DirectoryEntryId;
beforeEach(() => {
  desk = openRequestsDesk();
  pharmacy = createEntry(desk.ground, clara, PONT).entry.id;
});
afterEach(() => desk.shut());

type Opening = Parameters<RequestsDesk['open']>[0];
const ask = (more: Opening = {}) =>
  desk.open({
    nature: 'registration',
    origin: 'pharmacy',
    professionalEntryId: pharmacy,
    patientAgrees: true,
    patientId: DUPONT,
    wish: 'diabète, son médecin est parti',
    ...more,
  });
const tomorrow = () => desk.clock.now() + 24 * HOUR;
const promiseBoth = (request = ask(), answer: Partial<ProfessionalAnswer> = {}) =>
  desk.close(request, {
    kind: 'callback',
    callback: { due: tomorrow() },
    answer: { due: tomorrow() + HOUR, ...answer },
  });
const rewrite = (more: Partial<typeof PONT>) =>
  changeEntry(desk.ground, clara, { id: pharmacy, version: 1, entry: { ...PONT, ...more } });
const pending = () => requests.pendingCallbacks(desk.ground);
const answers = (): Callback | undefined => pending().find((one) => one.answersProfessional);
const fields = (path: string, code: string) => ({
  code: 'INVALID_INPUT',
  data: { fields: [{ path, code }] },
});

describe('The professional who asked, chosen in the directory', () => {
  test('has a name from there, and keeps the entry until another name is typed', () => {
    const asked = ask();
    expect(asked).toMatchObject({
      professional: 'Pharmacie fictive du Pont',
      professionalEntryId: pharmacy,
    });
    const said = desk.update(asked, { wish: 'renouvellement' });
    expect(said.professionalEntryId).toBe(pharmacy);
    const other = desk.update(said, { professional: 'Pharmacie des Halles (fictive)' });
    expect(other).toMatchObject({
      professional: 'Pharmacie des Halles (fictive)',
      professionalEntryId: null,
    });
  });

  test('is asked behind a professional’s door only', () => {
    expect(refused(() => ask({ origin: 'call' }))).toEqual(
      fields('professionalEntryId', 'not-for-this-origin'),
    );
    expect(desk.update(ask(), { origin: 'counter' })).toMatchObject({
      professional: null,
      professionalEntryId: null,
    });
  });

  test('cannot be somebody whom the directory does not know', () =>
    expect(refused(() => ask({ professionalEntryId: 999 as never })).code).toBe('NOT_FOUND'));
});

describe('The answer to the professional', () => {
  test('is promised with the call to the patient: hers by the number between professionals, and no word of her health', () => {
    const asked = ask();
    const closed = promiseBoth(asked, { owner: { kind: 'practitioner', practitionerId: NGUYEN } });
    const [toPatient, toPharmacy, ...others] = pending();
    expect(others).toEqual([]);
    expect(closed.outcome).toEqual({ kind: 'callback', callbackId: toPatient?.id });
    expect(toPatient).toMatchObject({
      answersProfessional: false,
      about: 'diabète, son médecin est parti',
      due: tomorrow(),
    });
    expect(toPharmacy).toMatchObject({
      requestId: asked.id,
      answersProfessional: true,
      patient: { id: DUPONT },
      callerName: 'Pharmacie fictive du Pont',
      phone: '+33465713434',
      about: null,
      owner: { kind: 'practitioner', practitionerId: NGUYEN },
      due: tomorrow() + HOUR,
    });
    expect(desk.actions().slice(-3)).toEqual(['callback.opened', 'callback.opened', 'request.concluded']);
  });

  test('keeps the number as it was when promised', () => {
    promiseBoth();
    rewrite({ professionalPhone: '04 65 71 99 99' });
    expect(answers()?.phone).toBe('+33465713434');
  });

  test('goes to the number that was typed, and to the public one when there is no other', () => {
    promiseBoth(ask(), { phone: '04 65 71 00 01' });
    expect(answers()?.phone).toBe('+33465710001');
    desk.undo();
    rewrite({ professionalPhone: null });
    promiseBoth(ask());
    expect(answers()?.phone).toBe('+33465711212');
  });

  test.each<[string, Opening, Partial<ProfessionalAnswer>, string, string]>([
    [
      'nobody but the person herself asked',
      { origin: 'call', professionalEntryId: null },
      {},
      'outcome.answer',
      'not-for-this-origin',
    ],
    ['the patient does not agree', { patientAgrees: false }, {}, 'outcome.answer', 'without-agreement'],
    ['nobody asked the patient', { patientAgrees: null }, {}, 'outcome.answer', 'without-agreement'],
    ['nobody said who asks', { professionalEntryId: null }, {}, 'outcome.answer.professional', 'missing'],
    [
      'no number is known',
      { professionalEntryId: null, professional: 'M. Roy' },
      {},
      'outcome.answer.phone',
      'nobody-to-call',
    ],
    ['the number cannot be read', {}, { phone: '12' }, 'outcome.answer.phone', 'invalid'],
  ])('is not promised, and neither is the other call, when %s', (_, opening, answer, path, code) => {
    const asked = ask(opening);
    const told = refused(() => promiseBoth(asked, answer));
    expect(told).toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path }] } });
    if (code !== 'invalid') expect(told).toEqual(fields(path, code));
    expect(pending()).toEqual([]);
    expect(requests.get(desk.ground, asked.id).closedAt).toBeNull();
  });

  test('goes back with the ending: both calls are called off, and the request is open again', () => {
    const asked = ask();
    promiseBoth(asked);
    desk.undo();
    expect(pending()).toEqual([]);
    expect(requests.get(desk.ground, asked.id)).toMatchObject({ closedAt: null, outcome: null });
    const { path } = requests.history(desk.ground, DUPONT);
    expect(path.map(({ what }) => what.kind).slice(0, 3)).toEqual(['reopened', 'called-off', 'called-off']);
  });

  test('once the pharmacist was rung nothing of it goes back', () => {
    const asked = ask();
    promiseBoth(asked);
    const [, toPharmacy] = pending();
    if (toPharmacy === undefined) throw new Error('nothing was promised');
    desk.tried(toPharmacy, louis);
    expect(refused(() => desk.undo()).code).toBe('UNDO_TOO_LATE');
    expect(pending()).toHaveLength(2);
    expect(requests.get(desk.ground, asked.id).closedAt).not.toBeNull();
  });

  test('does not end a request by itself: the patient would be left with nothing', () => {
    promiseBoth();
    const toPharmacy = answers();
    const again = desk.open({ patientId: DUPONT, separate: true });
    run(fixtureDb(desk.ground), 'UPDATE callbacks SET request_id = ? WHERE answers_professional = 1', [
      again.id,
    ]);
    if (toPharmacy === undefined) throw new Error('nothing was promised');
    expect(refused(() => desk.close(again, { kind: 'callback', callback: { id: toPharmacy.id } }))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'callback-not-to-patient' },
    });
  });

  test('keeps its name and its number, and nothing is noted with it', () => {
    promiseBoth();
    const { id, version } = answers() ?? { id: 0 as never, version: 0 };
    const change = (more: object) =>
      refused(() => requests.change(desk.ground, clara, { id, version, ...more }));
    expect(change({ phone: null })).toEqual(fields('phone', 'missing'));
    expect(change({ callerName: null })).toEqual(fields('callerName', 'missing'));
    expect(change({ about: 'diabète' })).toEqual(fields('about', 'not-for-an-answer'));
    expect(requests.change(desk.ground, clara, { id, version, due: tomorrow() }).due).toBe(tomorrow());
  });

  test.each([
    ['a number', 'UPDATE callbacks SET phone = NULL WHERE answers_professional = 1'],
    ['a name', 'UPDATE callbacks SET caller_name = NULL WHERE answers_professional = 1'],
  ])('is refused by the file itself without %s', (_, sql) => {
    promiseBoth();
    expect(() => run(fixtureDb(desk.ground), sql)).toThrow(/CHECK constraint failed/);
  });
});
