/** Requests and call-backs as a screen works them, from the first word to what was said, over every way to the desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BERNARD, DUPONT, MARTIN, NGUYEN, ROUX } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { structure } from '../support/directory-drafts.ts';
import { errorOf } from './error-of.ts';
import { CLARA, DR_NGUYEN, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const HOUR = 3_600_000;

describe.each(transports)('requests and call-backs $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  let clara: DeskClient;
  let louis: DeskClient;
  let doctor: DeskClient;
  beforeEach(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
    clara = connection.as({ actorId: CLARA, station: 'Accueil 1' });
    louis = connection.as({ actorId: LOUIS, station: 'Accueil 2' });
    doctor = connection.as({ actorId: DR_NGUYEN, station: 'Cabinet 1' });
  });
  afterEach(async () => {
    await connection.close();
    await house.close();
  });

  it('a pharmacist of the directory is told what came of it, besides the patient; without her agreement it is said at its field', async () => {
    const { entry } = await clara.directory.create(
      structure('pharmacy', 'Pharmacie fictive du Pont', {
        publicPhone: '04 65 71 12 12',
        professionalPhone: '04 65 71 34 34',
      }),
    );
    const asked = await clara.requests.open({
      nature: 'registration',
      origin: 'pharmacy',
      professionalEntryId: entry.id,
      patientId: ROUX,
      wish: 'diabète',
    });
    const due = house.clock.now() + 24 * HOUR;
    const outcome = { kind: 'callback', callback: { due }, answer: { due: due + HOUR } } as const;
    const { id, version } = asked;
    expect(await errorOf(clara.requests.close({ id, version, outcome }))).toEqual(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        data: { fields: [{ path: 'outcome.answer', code: 'without-agreement' }] },
      }),
    );
    const agreed = await clara.requests.update({ id, version, patientAgrees: true });
    await clara.requests.close({ id, version: agreed.version, outcome });
    const [toPatient, toPharmacy] = await louis.callbacks.pending();
    expect(toPatient).toMatchObject({
      answersProfessional: false,
      patient: { id: ROUX },
      about: 'diabète',
      due,
    });
    expect(toPharmacy).toMatchObject({
      answersProfessional: true,
      callerName: 'Pharmacie fictive du Pont',
      phone: '+33465713434',
      about: null,
      due: due + HOUR,
    });
    await clara.gate.undo();
    expect(await louis.callbacks.pending()).toEqual([]);
    expect((await louis.requests.get({ id })).closedAt).toBeNull();
  });

  it('a pharmacist’s request for a doctor ends on the list, with all that the list will need', async () => {
    const asked = await clara.requests.open({
      nature: 'registration',
      origin: 'pharmacy',
      professional: 'Pharmacie fictive du Parvis',
      patientAgrees: true,
      patientId: ROUX,
      profession: 'general-practitioner',
      wish: 'son médecin est parti',
    });
    expect(asked).toMatchObject({
      continued: false,
      continues: null,
      owner: { kind: 'staff', staffId: CLARA },
    });
    const closed = await clara.requests.close({
      id: asked.id,
      version: asked.version,
      outcome: {
        kind: 'registration-list',
        profession: 'general-practitioner',
        practitionerIds: [NGUYEN],
        wishes: { days: [2], from: 540 },
      },
    });
    expect(closed.outcome).toEqual({
      kind: 'registration-list',
      profession: 'general-practitioner',
      practitionerIds: [NGUYEN],
      wishes: { days: [2], from: 540, to: null, practitionerSex: null, atShortNotice: false, note: null },
    });
    const again = { patientId: ROUX, nature: 'registration', profession: 'general-practitioner' } as const;
    expect((await louis.requests.likely(again))?.id).toBe(asked.id);
    expect(await louis.requests.open(again)).toMatchObject({ continued: true, continues: asked.id });
    expect((await louis.requests.ofPatient({ patientId: ROUX })).map(({ id }) => id)).toEqual([2, 1]);
    expect(await louis.requests.get({ id: asked.id })).toEqual(closed);
  });

  it('S16: a message reaches the practitioner, her answer is called back, and the promise is kept', async () => {
    const asked = await clara.requests.open({
      nature: 'message',
      message: { kind: 'result', urgent: false },
      practitionerId: NGUYEN,
      patientId: DUPONT,
      callerName: 'sa fille',
      wish: 'résultat du bilan',
    });
    expect((await doctor.requests.forPractitioner({ practitionerId: NGUYEN })).requests).toEqual(
      await clara.requests.pending(),
    );
    const due = house.clock.now() + HOUR;
    const answered = await doctor.requests.close({
      id: asked.id,
      version: 1,
      outcome: {
        kind: 'callback',
        callback: {
          due,
          owner: { kind: 'staff', staffId: CLARA as never },
          about: 'Bilan normal.',
          phone: '06 39 98 00 07',
        },
      },
    });
    const [promised] = await clara.callbacks.pending();
    expect(promised).toMatchObject({
      requestId: asked.id,
      patient: { id: DUPONT },
      callerName: 'sa fille',
      phone: '+33639980007',
      about: 'Bilan normal.',
      openedBy: DR_NGUYEN,
    });
    const id = promised?.id as never;
    expect(answered.outcome).toEqual({ kind: 'callback', callbackId: id });
    house.clock.set(due + 1);
    expect(await clara.requests.counts()).toEqual({
      requests: { open: 0, late: 0, oldest: null },
      callbacks: { open: 1, late: 1, nextDue: due },
    });
    await clara.callbacks.tried({ id, version: 1 });
    await clara.callbacks.update({ id, version: 2, due: due + HOUR });
    const kept = await clara.callbacks.close({
      id,
      version: 3,
      outcome: { kind: 'kept', said: 'Prévenue.' },
    });
    expect(kept).toMatchObject({ attempts: 1, outcome: { kind: 'kept', said: 'Prévenue.' } });
    expect(await clara.callbacks.closedOn({ day: '2026-11-23' })).toEqual([kept]);

    const { path } = await louis.requests.history({ patientId: DUPONT });
    expect(path.map(({ by, what }) => `${by} ${what.kind}`)).toEqual([
      'CM kept',
      'CM changed',
      'CM tried',
      'LN closed',
      'LN promised',
      'CM asked',
    ]);
  });

  it('closes nothing without what the outcome needs, and says what is missing', async () => {
    const { id } = await clara.requests.open({});
    const required = (why: string) => ({ code: 'OUTCOME_REQUIRED', defined: true, data: { why } });
    const request = { id, version: 1 };
    expect(await errorOf(clara.requests.close(request))).toEqual(required('outcome'));
    expect(await errorOf(clara.requests.close({ ...request, outcome: null }))).toEqual(required('outcome'));
    expect(
      await errorOf(clara.requests.close({ ...request, outcome: { kind: 'answered', said: '  ' } })),
    ).toEqual(required('said'));
    expect(
      await errorOf(
        clara.requests.close({
          ...request,
          outcome: { kind: 'registration-list', profession: 'nurse', wishes: {} },
        }),
      ),
    ).toEqual(required('patient'));
    const unheardOf = { kind: 'unresolved', reason: 'other' } as never;
    expect((await errorOf(clara.requests.close({ ...request, outcome: unheardOf }))).code).toBe(
      'INVALID_INPUT',
    );

    const promised = await clara.callbacks.add({ patientId: BERNARD, due: 0 });
    expect(await errorOf(clara.callbacks.close({ id: promised.id, version: 1 }))).toEqual(
      required('outcome'),
    );
    expect(
      await errorOf(clara.callbacks.close({ id: promised.id, version: 1, outcome: { kind: 'unreachable' } })),
    ).toEqual(required('attempt'));
    expect([(await clara.requests.pending()).length, (await clara.callbacks.pending()).length]).toEqual([
      1, 1,
    ]);
  });

  it('closed by two windows in the same moment: one wins, the other is told what happened', async () => {
    const { id } = await clara.requests.open({ patientId: MARTIN });
    const both = await Promise.allSettled([
      clara.requests.close({ id, version: 1, outcome: { kind: 'answered', said: 'Oui.' } }),
      louis.requests.close({ id, version: 1, outcome: { kind: 'withdrawn' } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const told = both.find((one) => one.status === 'rejected');
    expect(await errorOf(Promise.reject(told?.reason))).toEqual({
      code: 'STALE_VERSION',
      defined: true,
      data: { version: 2, changed: ['closedAt', 'closedBy', 'outcome'] },
    });
    const won = both.find((one) => one.status === 'fulfilled');
    expect((await clara.requests.get({ id })).outcome).toEqual(won?.value.outcome);
  });

  it('opened by two windows in the same moment for the same person is one request', async () => {
    const asked = { nature: 'registration', profession: 'nurse', patientId: BERNARD } as const;
    const both = await Promise.all([
      clara.requests.open({ ...asked, wish: 'pansements à domicile' }),
      louis.requests.open({ ...asked, wish: 'dès lundi' }),
    ]);
    expect(both.map(({ id, continued }) => [id, continued]).sort()).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(await clara.requests.pending()).toHaveLength(1);
  });

  it('a mistaken closing is taken back from the screen where it was made', async () => {
    const { id } = await clara.requests.open({ patientId: MARTIN });
    await clara.requests.close({ id, version: 1, outcome: { kind: 'unresolved', reason: 'nothing-found' } });
    expect(await clara.gate.undo()).toEqual({ action: 'request.concluded' });
    expect(await clara.requests.update({ id, version: 3, wish: 'jeudi' })).toMatchObject({ closedAt: null });
  });
});
