/** Promises to ring somebody: whose, by when, how often tried, and how they end. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { DUPONT, fixtureDb, MARTIN, NGUYEN, PETIT, ROUX } from '../../../tests/support/agenda-house.ts';
import { callAs } from '../../../tests/support/ground.ts';
import { clara, louis, openRequestsDesk, type RequestsDesk } from '../../../tests/support/requests-desk.ts';
import { run } from '../core/db.ts';
import * as patients from '../patients/service.ts';
import * as requests from './service.ts';

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
});
afterEach(() => desk.shut());

const HOUR = 3_600_000;
const kept = { kind: 'kept', said: 'Viendra jeudi à 9 h.' } as const;
const read = (id = 1) => requests.history(desk.ground, DUPONT).callbacks.find((one) => one.id === id);

describe('A call-back', () => {
  test('has whom to ring, about what, by when, and who will', () => {
    const due = desk.clock.now() + HOUR;
    expect(
      desk.promise({
        patientId: DUPONT,
        callerName: 'sa fille',
        phone: '06.39.98.00.09',
        about: 'ordonnance',
        due,
      }),
    ).toEqual({
      id: 1,
      version: 1,
      requestId: null,
      patient: expect.objectContaining({ id: DUPONT }),
      callerName: 'sa fille',
      phone: '+33639980009',
      answersProfessional: false,
      about: 'ordonnance',
      owner: { kind: 'staff', staffId: 1 },
      due,
      openedAt: desk.clock.now(),
      openedBy: 1,
      attempts: 0,
      lastAttemptAt: null,
      closedAt: null,
      closedBy: null,
      outcome: null,
    });
  });

  test('needs a person or a number: said at the field', () => {
    const nobody = { code: 'INVALID_INPUT', data: { fields: [{ path: 'phone', code: 'nobody-to-call' }] } };
    expect(refused(() => desk.promise({ callerName: 'un monsieur' }))).toEqual(nobody);
    const toNumber = desk.promise({ callerName: 'un monsieur', phone: '01 99 00 12 34' });
    expect(
      refused(() => requests.change(desk.ground, clara, { id: toNumber.id, version: 1, phone: null })),
    ).toEqual(nobody);
    expect(refused(() => desk.promise({ phone: '12' }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'phone', code: 'phone-too-short' }] },
    });
    const db = fixtureDb(desk.ground);
    expect(() => run(db, 'UPDATE callbacks SET phone = NULL')).toThrow('CHECK constraint failed');
  });

  test('changes hands, and its deadline moves', () => {
    const promised = desk.promise({ patientId: DUPONT });
    const hers = { kind: 'practitioner', practitionerId: PETIT } as const;
    const due = desk.clock.now() + 2 * HOUR;
    expect(
      requests.change(desk.ground, louis, {
        id: promised.id,
        version: 1,
        owner: hers,
        due,
        about: 'résultat',
      }),
    ).toMatchObject({ version: 2, owner: hers, due, about: 'résultat', patient: { id: DUPONT } });
  });

  test('counts each time that somebody rang in vain', () => {
    const promised = desk.promise({ patientId: DUPONT });
    desk.at('2026-11-23', 600);
    expect(desk.tried(promised)).toMatchObject({ attempts: 1, lastAttemptAt: desk.clock.now() });
    desk.at('2026-11-23', 660);
    expect(desk.tried({ id: promised.id, version: 2 }, louis)).toMatchObject({
      attempts: 2,
      lastAttemptAt: desk.clock.now(),
      closedAt: null,
    });
  });

  test('is kept with what was said', () => {
    const promised = desk.promise({ patientId: DUPONT });
    expect(refused(() => desk.end(promised, { kind: 'kept', said: ' ' }))).toEqual({
      code: 'OUTCOME_REQUIRED',
      data: { why: 'said' },
    });
    expect(desk.end(promised, kept, louis)).toMatchObject({
      outcome: kept,
      closedAt: desk.clock.now(),
      closedBy: 2,
    });
    expect(requests.pendingCallbacks(desk.ground)).toEqual([]);
  });

  test('is not given up before anybody tried, nor closed without a word', () => {
    const promised = desk.promise({ patientId: DUPONT });
    expect(refused(() => desk.end(promised, { kind: 'unreachable' }))).toEqual({
      code: 'OUTCOME_REQUIRED',
      data: { why: 'attempt' },
    });
    for (const nothing of [null, undefined])
      expect(refused(() => desk.end(promised, nothing))).toEqual({
        code: 'OUTCOME_REQUIRED',
        data: { why: 'outcome' },
      });
    const db = fixtureDb(desk.ground);
    for (const columns of [
      'closed_at = 1, closed_by = 1',
      `closed_at = 1, closed_by = 1, outcome = 'unreachable'`,
      `closed_at = 1, closed_by = 1, outcome = 'kept'`,
      `outcome = 'withdrawn'`,
      'attempts = 1',
      'owner_staff_id = NULL',
    ])
      expect(() => run(db, `UPDATE callbacks SET ${columns}`)).toThrow('CHECK constraint failed');
    desk.tried(promised);
    expect(desk.end({ id: promised.id, version: 2 }, { kind: 'unreachable' }).outcome).toEqual({
      kind: 'unreachable',
    });
  });

  test('closed by the other window meanwhile is not closed again: the second is told', () => {
    const promised = desk.promise({ patientId: DUPONT });
    desk.end(promised, kept, louis);
    expect(refused(() => desk.end(promised, { kind: 'withdrawn' }, clara))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['closedAt', 'closedBy', 'outcome'] },
    });
    for (const late of [
      () => desk.end({ id: 1, version: 2 }, { kind: 'withdrawn' }),
      () => desk.tried({ id: 1, version: 2 }),
      () => requests.change(desk.ground, clara, { id: 1 as never, version: 2, about: 'autre' }),
    ])
      expect(refused(late)).toEqual({ code: 'CONFLICT', data: { reason: 'callback-closed' } });
    expect(read()?.outcome).toEqual(kept);
  });
});

describe('Call-backs', () => {
  test('wait by deadline; the late ones come first, and are counted', () => {
    const now = desk.clock.now();
    desk.promise({ patientId: DUPONT, due: now + HOUR });
    desk.promise({ patientId: MARTIN, due: now - HOUR });
    desk.promise({ patientId: ROUX, due: now + 60_000 });
    expect(requests.pendingCallbacks(desk.ground).map(({ patient }) => patient?.id)).toEqual([
      MARTIN,
      ROUX,
      DUPONT,
    ]);
    expect(requests.counts(desk.ground)).toEqual({
      requests: { open: 0, late: 0, oldest: null },
      callbacks: { open: 3, late: 1, nextDue: now - HOUR },
    });
  });

  test('that were closed are found under the day of the house on which they were', () => {
    desk.at('2026-11-23', 23 * 60 + 59);
    desk.end(desk.promise({ patientId: DUPONT }), kept);
    desk.at('2026-11-24', 0);
    desk.end(desk.promise({ patientId: MARTIN }), { kind: 'withdrawn' });
    desk.at('2026-11-24', 600);
    desk.end(desk.promise({ patientId: ROUX }), kept);
    const on = (day: string) =>
      requests.callbacksClosedOn(desk.ground, day).map(({ patient }) => patient?.id);
    expect([on('2026-11-23'), on('2026-11-24'), on('2026-11-25')]).toEqual([[DUPONT], [ROUX, MARTIN], []]);
  });

  test('and messages of one practitioner are listed for her, and nobody else’s', () => {
    run(
      fixtureDb(desk.ground),
      `INSERT INTO staff (id, version, initials, name, role, practitioner_id, active)
       VALUES (3, 1, 'LN', 'Linh Nguyen', 'practitioner', ?, 1)`,
      [NGUYEN],
    );
    const hers = { kind: 'practitioner', practitionerId: NGUYEN } as const;
    const message = { kind: 'prescription', urgent: false } as const;
    const [forHer] = [
      desk.open({ nature: 'message', message, practitionerId: NGUYEN, patientId: DUPONT }),
      desk.open({ nature: 'message', message, practitionerId: PETIT, patientId: DUPONT }),
      desk.open({ nature: 'appointment', practitionerId: NGUYEN, patientId: MARTIN }),
    ];
    const owned = desk.open({ nature: 'unscheduled', owner: hers, patientId: ROUX });
    const under = desk.open({ nature: 'administrative', patientId: ROUX }, callAs(3, 'LN', 'practitioner'));
    desk.promise({ patientId: DUPONT, owner: hers });
    desk.promise({ patientId: MARTIN });
    const waiting = requests.forPractitioner(desk.ground, NGUYEN);
    expect(waiting.requests.map(({ id }) => id)).toEqual([owned.id, forHer.id, under.id]);
    expect(waiting.callbacks.map(({ patient }) => patient?.id)).toEqual([DUPONT]);
    expect(refused(() => requests.forPractitioner(desk.ground, 99 as never)).code).toBe('NOT_FOUND');
  });

  test('follow a person whose records are merged', () => {
    desk.promise({ patientId: ROUX });
    patients.mergePatient(desk.ground, clara, { id: ROUX, version: 1, into: MARTIN });
    expect(requests.pendingCallbacks(desk.ground).map(({ patient }) => patient?.id)).toEqual([MARTIN]);
    expect(requests.history(desk.ground, MARTIN).callbacks).toHaveLength(1);
  });
});

describe('A message for a practitioner (S16)', () => {
  test('is answered by her, and what she answers is called back', () => {
    const message = { kind: 'result', urgent: false } as const;
    const asked = desk.open({
      nature: 'message',
      message,
      practitionerId: NGUYEN,
      patientId: DUPONT,
      wish: 'bilan',
    });
    const doctor = callAs(2, 'LB', 'practitioner');
    desk.close(
      asked,
      {
        kind: 'callback',
        callback: {
          due: desk.clock.now() + HOUR,
          owner: { kind: 'staff', staffId: 1 as never },
          about: 'Bilan normal, continuer le traitement.',
        },
      },
      doctor,
    );
    expect(requests.forPractitioner(desk.ground, NGUYEN).requests).toEqual([]);
    const [promised] = requests.pendingCallbacks(desk.ground);
    expect(promised?.about).toBe('Bilan normal, continuer le traitement.');
    desk.end({ id: promised?.id ?? 0, version: 1 }, { kind: 'kept', said: 'Prévenue.' });
    expect(requests.pendingCallbacks(desk.ground)).toEqual([]);
  });
});

describe('Taken back', () => {
  test('an attempt, a closing and a change go back one by one, to where the call-back was', () => {
    const promised = desk.promise({ patientId: DUPONT });
    desk.at('2026-11-23', 481);
    desk.tried(promised);
    desk.at('2026-11-23', 482);
    desk.tried({ id: 1, version: 2 });
    desk.end({ id: 1, version: 3 }, { kind: 'unreachable' });
    expect(desk.undo()).toEqual({ action: 'callback.closed' });
    expect(read()).toMatchObject({ attempts: 2, closedAt: null, outcome: null });
    expect(desk.undo()).toEqual({ action: 'callback.tried' });
    expect(desk.undo()).toEqual({ action: 'callback.tried' });
    expect(read()).toEqual({ ...promised, version: 7 });
    expect(desk.undo()).toEqual({ action: 'callback.added' });
    expect(read()?.outcome).toEqual({ kind: 'withdrawn' });
  });

  test('but not what somebody else has worked on since', () => {
    const promised = desk.promise({ patientId: DUPONT });
    desk.tried(promised);
    requests.change(desk.ground, louis, { id: promised.id, version: 2, about: 'rappeler demain' });
    expect(refused(() => desk.undo()).code).toBe('UNDO_TOO_LATE');
    expect(read()?.attempts).toBe(1);
  });
});
