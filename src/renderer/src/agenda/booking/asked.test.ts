import { describe, expect, test } from 'vitest';
import { PractitionerId, StaffId } from '../../../../contract/ids.ts';
import { patient } from '../lanes/fixtures.ts';
import { askedByKey, whoByKey, withNature } from './ask/matter.ts';
import { whoText } from './ask/said.ts';
import { type Asked, changedSince, nothingAsked, openingOf, toldOf } from './asked.ts';

const NGUYEN = PractitionerId.parse(2);
const marie = {
  ...patient(1, 'DUPONT Marie'),
  attendingDoctor: { kind: 'house', practitionerId: NGUYEN } as const,
};
const keys = (pressed: string, from: Asked = nothingAsked): Asked =>
  [...pressed].reduce((asked, key) => askedByKey(asked, key, marie) ?? asked, from);

describe('one key says what is asked for', () => {
  test('a message is for the person’s own doctor, of the kind that a digit says, urgent with U', () =>
    expect(keys('m1u')).toMatchObject({
      nature: 'message',
      practitionerId: NGUYEN,
      message: { kind: 'prescription', urgent: true },
    }));

  test('U again takes the urgency back; digits mean nothing outside a message', () => {
    expect(keys('muu').message.urgent).toBe(false);
    expect(askedByKey(nothingAsked, '1', marie)).toBeNull();
    expect(askedByKey(keys('m'), '9', marie)).toBeNull();
  });

  test('whom somebody named stays, whatever nature is tried', () => {
    const named = { ...nothingAsked, practitionerId: PractitionerId.parse(4) };
    expect(withNature(named, 'message', marie).practitionerId).toBe(4);
  });

  test('another nature is another matter: what was kept apart is looked for again', () =>
    expect(withNature({ ...nothingAsked, separate: true }, 'administrative', marie).separate).toBe(false));
});

describe('by which door, and who asks', () => {
  test('nine digits for nine doors; o and n only where a professional asks', () => {
    expect(whoByKey(nothingAsked, '3')?.origin).toBe('pharmacy');
    expect(whoByKey(nothingAsked, 'o')).toBeNull();
    const pharmacy = { ...nothingAsked, origin: 'pharmacy' as const };
    expect([whoByKey(pharmacy, 'o')?.patientAgrees, whoByKey(pharmacy, 'n')?.patientAgrees]).toEqual([
      true,
      false,
    ]);
  });

  test('is said in one line', () => {
    const asked = {
      ...nothingAsked,
      origin: 'pharmacy' as const,
      professional: 'M. Roy',
      patientAgrees: true,
    };
    expect(whoText(asked)).toBe('Pharmacie (M. Roy), la personne est d’accord');
    expect(whoText({ ...asked, origin: 'call', callerName: 'sa fille' })).toBe('Appel, par sa fille');
  });
});

describe('what the desk is told', () => {
  test('nothing of a professional once the door is another one', () => {
    const asked = { ...nothingAsked, professional: 'M. Roy', patientAgrees: true };
    expect(toldOf(asked, marie)).toMatchObject({ professional: null, patientAgrees: null, patientId: 1 });
    expect(toldOf({ ...asked, origin: 'nurse' }, marie)).toMatchObject({
      professional: 'M. Roy',
      patientAgrees: true,
    });
  });

  test('a message waits with the practitioner it is for, unless somebody else was named', () => {
    expect(toldOf(keys('m'), marie).owner).toEqual({ kind: 'practitioner', practitionerId: NGUYEN });
    const julie = { kind: 'staff', staffId: StaffId.parse(2) } as const;
    expect(toldOf({ ...keys('m'), owner: julie }, marie).owner).toEqual(julie);
    expect(toldOf(nothingAsked, marie)).not.toHaveProperty('owner');
  });

  test('only what this call changed: another desk’s words stay', () => {
    const before = toldOf({ ...nothingAsked, wish: 'le matin' }, marie);
    const now = toldOf({ ...nothingAsked, wish: 'le matin', callerName: 'sa fille' }, marie);
    expect(changedSince(before, now)).toEqual({ callerName: 'sa fille' });
    expect(changedSince(before, before)).toEqual({});
  });

  test('a new request says nothing that was not said, so that an earlier one keeps its own', () =>
    expect(openingOf(toldOf(nothingAsked, marie))).toEqual({
      nature: 'appointment',
      origin: 'call',
      patientId: 1,
    }));
});
