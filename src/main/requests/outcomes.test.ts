/** Every way out of a request, and none other: through the service, then past it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { booking, refused } from '../../../tests/support/agenda-desk.ts';
import { COLIN, DUPONT, fixtureDb, MARTIN, NGUYEN, ROUX } from '../../../tests/support/agenda-house.ts';
import {
  anyTime,
  clara,
  louis,
  openRequestsDesk,
  type RequestsDesk,
} from '../../../tests/support/requests-desk.ts';
import type { Closing, RequestOutcome } from '../../contract/requests.ts';
import * as agenda from '../agenda/service.ts';
import { run } from '../core/db.ts';
import * as requests from './service.ts';

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
});
afterEach(() => desk.shut());

const required = (why: string) => ({ code: 'OUTCOME_REQUIRED', data: { why } });
const appointmentOf = (patientId = DUPONT, start = 600) =>
  agenda.book(desk.ground, clara, booking({ patientId, start })).appointment;
const list: Extract<Closing, { kind: 'registration-list' }> = {
  kind: 'registration-list',
  profession: 'nurse',
  practitionerIds: [],
  wishes: anyTime,
};
const still = (id: number) => requests.get(desk.ground, id as never).closedAt;

describe('A request ends', () => {
  const ends: readonly [string, Closing, RequestOutcome?][] = [
    [
      'on the registration list, with all that the list will need',
      {
        kind: 'registration-list',
        profession: 'general-practitioner',
        practitionerIds: [NGUYEN],
        wishes: {
          ...anyTime,
          days: [2, 4],
          from: 480,
          to: 720,
          practitionerSex: 'female',
          note: 'au rez-de-chaussée',
        },
      },
    ],
    [
      'with a colleague of the house',
      { kind: 'redirected', to: { kind: 'colleague', practitionerId: COLIN } },
    ],
    [
      'with a colleague outside',
      { kind: 'redirected', to: { kind: 'outside', label: 'Cabinet fictif des Tilleuls' } },
    ],
    ['with the CPTS', { kind: 'redirected', to: { kind: 'cpts', label: null } }],
    ['with a pharmacy by name', { kind: 'redirected', to: { kind: 'pharmacy', label: 'Pharmacie fictive' } }],
    ['at the 15', { kind: 'emergency' }],
    ['with an answer', { kind: 'answered', said: 'Le certificat est prêt.' }],
    ['when nobody asks any more', { kind: 'withdrawn' }],
    ['without a solution, for a reason', { kind: 'unresolved', reason: 'nothing-found' }],
  ];
  test.each(ends)('%s', (_, closing) => {
    const open = desk.open({ patientId: DUPONT });
    const closed = desk.close(open, closing, louis);
    expect(closed).toMatchObject({ version: 2, outcome: closing, closedAt: desk.clock.now(), closedBy: 2 });
    expect(requests.pending(desk.ground)).toEqual([]);
  });

  test('with an appointment that she has already, and is then hers', () => {
    const { id } = appointmentOf();
    const closed = desk.close(desk.open(), { kind: 'appointment', appointmentId: id });
    expect(closed).toMatchObject({
      patient: { id: DUPONT },
      outcome: { kind: 'appointment', appointmentId: id },
    });
  });

  test('on the list for an earlier appointment, the one that stands kept', () => {
    const { id } = appointmentOf();
    const outcome = {
      kind: 'earlier-list',
      appointmentId: id,
      wishes: { ...anyTime, atShortNotice: true },
    } as const;
    expect(desk.close(desk.open({ patientId: DUPONT }), outcome).outcome).toEqual(outcome);
  });

  test('with a call-back promised by the same act: whose, by when, to whom and about what', () => {
    const due = desk.clock.now() + 7_200_000;
    const asked = desk.open({ patientId: DUPONT, callerName: 'sa fille', wish: 'résultat de prise de sang' });
    const closed = desk.close(asked, {
      kind: 'callback',
      callback: { due, owner: { kind: 'practitioner', practitionerId: NGUYEN } },
    });
    const [promised, ...others] = requests.pendingCallbacks(desk.ground);
    expect(others).toEqual([]);
    expect(closed.outcome).toEqual({ kind: 'callback', callbackId: promised?.id });
    expect(promised).toMatchObject({
      requestId: asked.id,
      patient: { id: DUPONT },
      callerName: 'sa fille',
      about: 'résultat de prise de sang',
      owner: { kind: 'practitioner', practitionerId: NGUYEN },
      due,
      attempts: 0,
    });
  });

  test('with a call-back that it has already, and with nobody else’s', () => {
    const asked = desk.open({ patientId: DUPONT });
    const promised = desk.promise({ requestId: asked.id });
    const other = desk.promise({ patientId: MARTIN });
    expect(refused(() => desk.close(asked, { kind: 'callback', callback: { id: other.id } }))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'callback-of-another-request' },
    });
    expect(desk.close(asked, { kind: 'callback', callback: { id: promised.id } }).outcome).toEqual({
      kind: 'callback',
      callbackId: promised.id,
    });
  });
});

describe('A request does not end', () => {
  test('without an outcome', () => {
    const asked = desk.open({ patientId: DUPONT });
    for (const nothing of [null, undefined])
      expect(refused(() => desk.close(asked, nothing))).toEqual(required('outcome'));
    expect(still(asked.id)).toBe(null);
  });

  test('with an outcome that lacks what it needs', () => {
    const asked = desk.open();
    const cancelled = appointmentOf(DUPONT, 660);
    agenda.cancel(desk.ground, clara, { id: cancelled.id, version: 1, by: 'patient' });
    const lacking: readonly [Closing, string][] = [
      [{ kind: 'answered', said: ' ' }, 'said'],
      [{ kind: 'redirected', to: { kind: 'outside', label: '' } }, 'label'],
      [list, 'patient'],
      [{ kind: 'appointment', appointmentId: cancelled.id }, 'appointment'],
    ];
    for (const [closing, why] of lacking)
      expect(refused(() => desk.close(asked, closing))).toEqual(required(why));
    const martins = desk.open({ patientId: MARTIN });
    const { id } = appointmentOf();
    expect(refused(() => desk.close(martins, { kind: 'appointment', appointmentId: id }))).toEqual(
      required('appointment'),
    );
    desk.at('2026-11-24', 601);
    expect(
      refused(() =>
        desk.close(desk.open({ patientId: DUPONT }), {
          kind: 'earlier-list',
          appointmentId: id,
          wishes: anyTime,
        }),
      ),
    ).toEqual(required('appointment'));
    expect(still(asked.id)).toBe(null);
  });

  test('with names that are not there, or hours that end before they begin', () => {
    const asked = desk.open({ patientId: ROUX });
    expect(refused(() => desk.close(asked, { ...list, practitionerIds: [NGUYEN] }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'outcome.practitionerIds', code: 'not-of-profession' }] },
    });
    expect(refused(() => desk.close(asked, { ...list, wishes: { ...anyTime, from: 720, to: 600 } }))).toEqual(
      {
        code: 'INVALID_INPUT',
        data: { fields: [{ path: 'outcome.wishes.to', code: 'before-from' }] },
      },
    );
    const nobody = { kind: 'colleague', practitionerId: 99 as never } as const;
    expect(refused(() => desk.close(asked, { kind: 'redirected', to: nobody })).code).toBe('NOT_FOUND');
    expect(refused(() => desk.close(asked, { kind: 'appointment', appointmentId: 99 as never })).code).toBe(
      'NOT_FOUND',
    );
    expect(still(asked.id)).toBe(null);
  });

  test('with a call-back to nobody; and then no call-back is there either', () => {
    const asked = desk.open();
    expect(refused(() => desk.close(asked, { kind: 'callback', callback: { due: 1 } }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'outcome.callback.phone', code: 'nobody-to-call' }] },
    });
    expect([still(asked.id), requests.pendingCallbacks(desk.ground)]).toEqual([null, []]);
  });

  test('twice: of two windows that close it, the second is told', () => {
    const asked = desk.open({ patientId: DUPONT });
    desk.close(asked, { kind: 'answered', said: 'Oui.' }, louis);
    expect(refused(() => desk.close(asked, { kind: 'withdrawn' }, clara))).toEqual({
      code: 'STALE_VERSION',
      data: { version: 2, changed: ['closedAt', 'closedBy', 'outcome'] },
    });
    expect(refused(() => desk.close({ id: asked.id, version: 2 }, { kind: 'withdrawn' }, clara))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'request-closed' },
    });
    expect(requests.get(desk.ground, asked.id).outcome).toEqual({ kind: 'answered', said: 'Oui.' });
  });
});

describe('Past the service, the table refuses', () => {
  const CHECK = 'CHECK constraint failed';
  const set = (columns: string) => () =>
    run(fixtureDb(desk.ground), `UPDATE requests SET ${columns} WHERE id = 1`);
  const CLOSED = 'closed_at = 1, closed_by = 1';
  beforeEach(() => {
    desk.open({});
  });

  test.each([
    ['a closing without an outcome', CLOSED],
    ['an outcome without a closing', `outcome = 'withdrawn'`],
    ['a closing by nobody', `closed_at = 1, outcome = 'withdrawn'`],
    ['an appointment that is none', `${CLOSED}, outcome = 'appointment'`],
    [
      'a list without wishes',
      `${CLOSED}, patient_id = 1, outcome = 'registration-list', list_profession = 'nurse'`,
    ],
    [
      'a list without a profession',
      `${CLOSED}, patient_id = 1, outcome = 'registration-list', list_wishes = '{}'`,
    ],
    [
      'a list for nobody',
      `${CLOSED}, outcome = 'registration-list', list_profession = 'nurse', list_wishes = '{}'`,
    ],
    [
      'an earlier list without an appointment',
      `${CLOSED}, patient_id = 1, outcome = 'earlier-list', list_wishes = '{}'`,
    ],
    ['a redirection to nobody', `${CLOSED}, outcome = 'redirected'`],
    ['a colleague without a name', `${CLOSED}, outcome = 'redirected', redirected_to = 'colleague'`],
    ['an outside without a label', `${CLOSED}, outcome = 'redirected', redirected_to = 'outside'`],
    ['a call-back that is none', `${CLOSED}, outcome = 'callback'`],
    ['an answer that was not said', `${CLOSED}, outcome = 'answered'`],
    ['an empty answer', `${CLOSED}, outcome = 'answered', said = ''`],
    ['no solution without a reason', `${CLOSED}, outcome = 'unresolved'`],
    ['a reason that is not on the list', `${CLOSED}, outcome = 'unresolved', unresolved_reason = 'other'`],
    ['an outcome that is not on the list', `${CLOSED}, outcome = 'done'`],
    ['words that go with another outcome', `${CLOSED}, outcome = 'withdrawn', said = 'oui'`],
    ['a request that nobody answers for', `owner_staff_id = NULL`],
    ['a request that two answer for', `owner_practitioner_id = 1`],
    ['a message without its kind', `nature = 'message'`],
    ['a professional at the patient’s own door', `professional = 'Pharmacie fictive'`],
  ])('%s', (_, columns) => expect(set(columns)).toThrow(CHECK));
});

describe('Taken back', () => {
  test('a mistaken closing opens the request again, with nothing of the outcome left', () => {
    const asked = desk.open({ patientId: ROUX });
    desk.close(asked, list);
    expect(desk.undo()).toEqual({ action: 'request.concluded' });
    const { continued: _, ...open } = asked;
    expect(requests.get(desk.ground, asked.id)).toEqual({ ...open, version: 3 });
    expect(desk.close({ id: asked.id, version: 3 }, { kind: 'withdrawn' }).outcome).toEqual({
      kind: 'withdrawn',
    });
  });

  test('the call-back that was promised with it is called off, not lost', () => {
    const asked = desk.open({ patientId: DUPONT });
    desk.close(asked, { kind: 'callback', callback: { due: desk.clock.now() + 1 } });
    desk.undo();
    expect(requests.pendingCallbacks(desk.ground)).toEqual([]);
    const { callbacks } = requests.history(desk.ground, DUPONT);
    expect(callbacks.map(({ outcome }) => outcome)).toEqual([{ kind: 'withdrawn' }]);
    expect(requests.pending(desk.ground).map(({ id }) => id)).toEqual([asked.id]);
  });

  test('not once somebody worked on the call-back', () => {
    const asked = desk.open({ patientId: DUPONT });
    desk.close(asked, { kind: 'callback', callback: { due: desk.clock.now() + 1 } });
    desk.tried({ id: 1, version: 1 }, louis);
    expect(refused(() => desk.undo()).code).toBe('UNDO_TOO_LATE');
    expect(requests.get(desk.ground, asked.id).outcome).toEqual({ kind: 'callback', callbackId: 1 });
    // What Louis did is taken back by Louis; then Clara may.
    desk.undo(louis);
    desk.undo(clara);
    expect(requests.get(desk.ground, asked.id).closedAt).toBe(null);
  });

  test('a call-back that was there before the closing stays promised', () => {
    const asked = desk.open({ patientId: DUPONT });
    const promised = desk.promise({ requestId: asked.id });
    desk.close(asked, { kind: 'callback', callback: { id: promised.id } });
    desk.undo();
    expect(requests.pendingCallbacks(desk.ground).map(({ id }) => id)).toEqual([promised.id]);
  });
});
