/** What is asked, by whom, of whom, by when; and the same person asking again. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import {
  COLIN,
  DUPONT,
  fixtureDb,
  MARTIN,
  NGUYEN,
  PETIT,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { callAs } from '../../../tests/support/ground.ts';
import {
  anyTime,
  clara,
  louis,
  openRequestsDesk,
  type RequestsDesk,
  ZONE,
} from '../../../tests/support/requests-desk.ts';
import { type Closing, RequestNature, RequestOrigin } from '../../contract/requests.ts';
import { instantOf } from '../../contract/time.ts';
import { run } from '../core/db.ts';
import * as patients from '../patients/service.ts';
import * as requests from './service.ts';

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
});
afterEach(() => desk.shut());

const result = { kind: 'result', urgent: false } as const;

describe('What is asked', () => {
  test('may be of any nature, through any door', () => {
    for (const nature of RequestNature.options)
      for (const origin of RequestOrigin.options) {
        const message = nature === 'message' ? { message: result } : {};
        const asked = desk.open({ nature, origin, ...message, separate: true });
        expect([asked.nature, asked.origin, asked.message]).toEqual([
          nature,
          origin,
          message.message ?? null,
        ]);
      }
    expect(requests.counts(desk.ground).requests.open).toBe(54);
  });

  test('by a pharmacist for a patient who agrees says who asks and whether the patient agrees', () => {
    const asked = desk.open({
      origin: 'pharmacy',
      professional: 'Pharmacie fictive du Parvis',
      patientAgrees: true,
      patientId: DUPONT,
      nature: 'registration',
      profession: 'general-practitioner',
    });
    expect(asked).toMatchObject({
      professional: 'Pharmacie fictive du Parvis',
      patientAgrees: true,
      patient: { id: DUPONT },
      profession: 'general-practitioner',
    });
  });

  test('by the patient has no professional behind it: said so at the field, and forgotten when the door changes', () => {
    expect(refused(() => desk.open({ origin: 'call', professional: 'Pharmacie fictive' }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'professional', code: 'not-for-this-origin' }] },
    });
    const asked = desk.open({ origin: 'nurse', professional: 'Infirmière fictive', patientAgrees: false });
    expect(desk.update(asked, { origin: 'counter' })).toMatchObject({
      origin: 'counter',
      professional: null,
      patientAgrees: null,
    });
  });

  test('of one practitioner is asked of her profession, whatever else was said', () => {
    expect(desk.open({ practitionerId: COLIN, profession: 'nurse' }).profession).toBe('physiotherapist');
    expect(desk.open({ profession: 'nurse' }).profession).toBe('nurse');
  });

  test('for somebody else keeps who is on the phone', () =>
    expect(desk.open({ patientId: DUPONT, callerName: 'sa fille' }).callerName).toBe('sa fille'));

  test('as a message says of which kind, and only a message does', () => {
    expect(refused(() => desk.open({ nature: 'message' }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'message', code: 'missing' }] },
    });
    expect(refused(() => desk.open({ nature: 'appointment', message: result }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'message', code: 'not-for-this-nature' }] },
    });
    const asked = desk.open({ nature: 'message', message: result, practitionerId: NGUYEN });
    expect(desk.update(asked, { nature: 'administrative' }).message).toBe(null);
  });

  test('is answered for by whoever opened it, unless somebody else who works here takes it', () => {
    expect(desk.open({}, louis).owner).toEqual({ kind: 'staff', staffId: 2 });
    const hers = { kind: 'practitioner', practitionerId: PETIT } as const;
    const asked = desk.open({ owner: hers });
    expect(asked.owner).toEqual(hers);
    run(fixtureDb(desk.ground), 'UPDATE practitioners SET active = 0 WHERE id = ?', [NGUYEN]);
    expect(
      refused(() => desk.update(asked, { owner: { kind: 'practitioner', practitionerId: NGUYEN } })),
    ).toEqual({ code: 'INVALID_INPUT', data: { fields: [{ path: 'owner', code: 'inactive' }] } });
    expect(refused(() => desk.open({ owner: { kind: 'staff', staffId: 99 as never } })).code).toBe(
      'NOT_FOUND',
    );
  });

  test('has a deadline of its own, a new one when it turns out to be urgent, or the one that was named', () => {
    const evening = instantOf('2026-11-23', 18 * 60, ZONE);
    const asked = desk.open({ nature: 'message', message: result });
    expect(asked.due).toBe(evening);
    const urgent = desk.update(asked, { message: { kind: 'result', urgent: true } });
    expect(urgent.due).toBe(desk.clock.now() + 3_600_000);
    expect(desk.update(urgent, { wish: 'rappeler', due: evening + 1 }).due).toBe(evening + 1);
  });

  test('waits by deadline; what is late comes first', () => {
    desk.open({ wish: 'ce soir' });
    desk.open({ wish: 'dans une heure', nature: 'unscheduled' });
    desk.open({ wish: 'hier', due: desk.clock.now() - 1 });
    expect(requests.pending(desk.ground).map(({ wish }) => wish)).toEqual([
      'hier',
      'dans une heure',
      'ce soir',
    ]);
    expect(requests.counts(desk.ground).requests).toEqual({ open: 3, late: 1, oldest: desk.clock.now() });
  });

  test('by the program itself is not asked', () =>
    expect(refused(() => desk.open({}, callAs(null as never, 'installation'))).code).toBe('NO_ACTOR'));
});

describe('The same person within thirty days', () => {
  const registration = {
    nature: 'registration',
    profession: 'general-practitioner',
    patientId: ROUX,
  } as const;

  test('asking again while it is open goes on with it: one request, both wishes, the sooner deadline', () => {
    const first = desk.open({ ...registration, wish: 'plutôt le matin' });
    const again = desk.open(
      {
        ...registration,
        origin: 'counter',
        callerName: 'sa sœur',
        wish: 'une femme',
        due: first.due - 60_000,
      },
      louis,
    );
    expect(again).toMatchObject({
      id: first.id,
      version: 2,
      continued: true,
      origin: 'call',
      callerName: 'sa sœur',
      wish: 'plutôt le matin\u202f; une femme',
      due: first.due - 60_000,
      owner: { kind: 'staff', staffId: 1 },
    });
    expect(requests.pending(desk.ground)).toHaveLength(1);
    expect(desk.actions()).toEqual(['request.opened', 'request.continued']);
  });

  test('asking again urgently, or through another pharmacist who asked whether she agrees, is not lost', () => {
    const message = { nature: 'message', patientId: ROUX, practitionerId: NGUYEN } as const;
    desk.open({ ...message, message: result, origin: 'pharmacy', professional: 'Pharmacie fictive A' });
    const urgent = { kind: 'result', urgent: true } as const;
    expect(
      desk.open({
        ...message,
        message: urgent,
        origin: 'pharmacy',
        professional: 'Pharmacie fictive B',
        patientAgrees: true,
      }),
    ).toMatchObject({
      id: 1,
      professional: 'Pharmacie fictive A',
      patientAgrees: true,
      message: urgent,
      due: desk.clock.now() + 3_600_000,
    });
    expect(desk.open({ ...message, message: result }).message).toEqual(urgent);
    const [, again] = requests.history(desk.ground, ROUX).path;
    expect(again?.what).toMatchObject({ again: true, professional: 'Pharmacie fictive B' });
  });

  test('nine days after a place on the list takes the matter up again, without losing the place', () => {
    const list: Closing = {
      kind: 'registration-list',
      profession: 'general-practitioner',
      practitionerIds: [NGUYEN, PETIT],
      wishes: { ...anyTime, days: [1, 2], note: 'se déplace mal' },
    };
    const first = desk.close(desk.open(registration), list);
    desk.at('2026-12-02', 600);
    const again = desk.open(registration);
    expect([again.id === first.id, again.continues, again.continued]).toEqual([false, first.id, true]);
    expect(requests.get(desk.ground, first.id).outcome).toEqual(list);
    expect(requests.likely(desk.ground, { ...registration, practitionerId: null, message: null })?.id).toBe(
      again.id,
    );
  });

  test('asking on the thirty-first day asks anew', () => {
    desk.close(desk.open(registration), { kind: 'redirected', to: { kind: 'cpts', label: null } });
    desk.at('2026-12-24', 480);
    expect(desk.open(registration)).toMatchObject({ continues: null, continued: false });
  });

  test('asking for something else, or for another matter on purpose, is not the same request', () => {
    const first = desk.open(registration);
    expect(desk.open({ ...registration, profession: 'physiotherapist' }).continued).toBe(false);
    expect(desk.open({ ...registration, nature: 'appointment' }).continued).toBe(false);
    expect(desk.open({ ...registration, separate: true })).toMatchObject({
      continues: null,
      continued: false,
    });
    expect(desk.open({ ...registration, patientId: MARTIN }).continued).toBe(false);
    expect(first.id).toBe(1);
  });

  test('named only later in the call is recognised then', () => {
    const first = desk.open(registration);
    const unnamed = desk.open({ ...registration, patientId: null });
    expect(desk.update(unnamed, { patientId: ROUX }).continues).toBe(first.id);
    expect(desk.update({ id: unnamed.id, version: 2 }, { patientId: MARTIN }).continues).toBe(null);
  });

  test('is still the same person once two records turn out to be hers', () => {
    const first = desk.open(registration);
    patients.mergePatient(desk.ground, clara, { id: ROUX, version: 1, into: MARTIN });
    const again = desk.open({ ...registration, patientId: MARTIN });
    expect([again.id, again.continued]).toEqual([first.id, true]);
    // Under the record that was merged away as under the one that stays.
    for (const record of [ROUX, MARTIN])
      expect(requests.ofPatient(desk.ground, record).map(({ id, patient }) => [id, patient?.id])).toEqual([
        [first.id, MARTIN],
      ]);
    patients.unmergePatient(desk.ground, clara, { id: ROUX, version: 2 });
    expect(requests.ofPatient(desk.ground, ROUX).map(({ id }) => id)).toEqual([first.id]);
    expect(requests.ofPatient(desk.ground, MARTIN)).toEqual([]);
  });
});
