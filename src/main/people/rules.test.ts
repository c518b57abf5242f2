import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../contract/ids.ts';
import { initialsOf, type Staff } from '../../contract/people.ts';
import { checkStaff, freeInitials } from './rules.ts';

const person = (given: Partial<Staff> = {}): Staff => ({
  id: 1 as StaffId,
  version: 1,
  initials: 'SL',
  name: 'Sophie Lenoir',
  role: 'reception',
  practitionerId: null,
  active: true,
  ...given,
});

describe('initials', () => {
  it('are read off a name, particles and titles aside', () => {
    expect(initialsOf('Sophie Lenoir')).toBe('SL');
    expect(initialsOf('Anne-Marie de La Tour')).toBe('AMT');
    expect(initialsOf('Dr Élodie d’Aubry')).toBe('ÉA');
    expect(initialsOf('Jean-Pierre Le Goff-Martin')).toBe('JPG');
    expect(initialsOf('De La')).toBe('DL');
    expect(initialsOf('  ')).toBe('?');
  });

  it('take a number when somebody has them already', () => {
    expect(freeInitials('Sophie Lenoir', ['AB'])).toBe('SL');
    expect(freeInitials('Sophie Lenoir', ['SL'])).toBe('SL2');
    expect(freeInitials('Sophie Lenoir', ['SL', 'SL2'])).toBe('SL3');
    const tenth = ['AMT', ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `AMT${n}`)];
    expect(freeInitials('Anne-Marie Tissot', tenth)).toBe('AM10');
  });
});

describe('who is refused at the desk', () => {
  it('two active people under the same initials, typed in capitals or not', () => {
    const twice = [{ path: 'initials', code: 'duplicate' }];
    expect(checkStaff(person({ initials: 'sl ' }), [person()], null)).toEqual(twice);
    expect(checkStaff(person(), [person({ active: false })], null)).toEqual([]);
    expect(checkStaff(person({ active: false }), [person()], null)).toEqual([]);
  });

  it('a practitioner’s account that names no practitioner', () => {
    expect(checkStaff(person({ role: 'practitioner' }), [], null)).toEqual([
      { path: 'practitionerId', code: 'required' },
    ]);
  });

  it('the departure of the last person who may change the settings', () => {
    const last = person();
    const doctor = person({
      initials: 'ZR',
      role: 'practitioner',
      practitionerId: 4 as Staff['practitionerId'],
    });
    expect(checkStaff({ ...last, active: false }, [doctor], last)).toEqual([
      { path: 'active', code: 'last-at-desk' },
    ]);
    expect(
      checkStaff({ ...last, role: 'practitioner', practitionerId: doctor.practitionerId }, [doctor], last),
    ).toEqual([{ path: 'role', code: 'last-at-desk' }]);
    expect(checkStaff({ ...last, active: false }, [person({ initials: 'AB' })], last)).toEqual([]);
    expect(checkStaff({ ...doctor, active: false }, [last], doctor)).toEqual([]);
  });
});
