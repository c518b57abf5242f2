import { describe, expect, it } from 'vitest';
import type { Staff } from '../../../../contract/people.ts';
import { pickByInitials } from './initials.ts';

const staff = ['SL', 'SL2', 'CM', 'EA', 'ÉA', 'CMT'].map(
  (initials, index): Staff => ({
    id: (index + 1) as Staff['id'],
    version: 1,
    initials,
    name: `Personne ${initials}`,
    role: 'reception',
    practitionerId: null,
    active: true,
  }),
);

const at = (typed: string) => {
  const { possible, picked, named } = pickByInitials(staff, typed);
  return {
    possible: possible.map(({ initials }) => initials),
    picked: picked?.initials,
    named: named?.initials,
  };
};

describe('initials at the desk', () => {
  it('sit somebody down at their last letter, with nobody else left', () => {
    expect(pickByInitials(staff.slice(2, 3), 'cm').picked?.initials).toBe('CM');
    expect(at('cmt').picked).toBe('CMT');
  });

  it('sit nobody down before their last letter: it would land in the form underneath', () => {
    const one = pickByInitials(staff.slice(2, 3), 'c');
    expect(one.picked).toBe(null);
    expect(one.named?.initials).toBe('CM');
  });

  it('wait for Enter where somebody else’s begin the same: nobody works under another’s name by accident', () =>
    expect(at('cm')).toEqual({ possible: ['CM', 'CMT'], picked: undefined, named: 'CM' }));

  it('go on with a number where two people share theirs', () => {
    expect(at('sl')).toEqual({ possible: ['SL', 'SL2'], picked: undefined, named: 'SL' });
    expect(at('sl2').picked).toBe('SL2');
  });

  it('that differ by an accent only are told apart when it is typed, and by nothing else', () => {
    expect(at('éa').named).toBe('ÉA');
    expect(at('ea').named).toBe('EA');
    expect(at('éa').picked).toBeUndefined();
  });

  it('mean nobody before anything is typed', () =>
    expect(at('')).toEqual({ possible: [], picked: undefined, named: undefined }));
});
