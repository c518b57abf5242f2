import { describe, expect, it } from 'vitest';
import { DirectoryKind, type DirectoryProfession } from '../../../contract/directory.ts';
import { mayHelp } from './outside.ts';

const person = (profession: DirectoryProfession) => ({ kind: 'person' as const, profession });

describe('whom to ring outside the house', () => {
  it('is somebody of the profession that is looked for', () => {
    expect(mayHelp(person('physiotherapist'), 'physiotherapist')).toBe(true);
    expect(mayHelp(person('nurse'), 'physiotherapist')).toBe(false);
  });

  it('is also a doctor of whom nothing says whether she is a generalist, for a generalist only', () => {
    expect(mayHelp(person('physician'), 'general-practitioner')).toBe(true);
    expect(mayHelp(person('physician'), 'specialist')).toBe(false);
    expect(mayHelp(person('specialist'), 'general-practitioner')).toBe(false);
  });

  it('is a structure where somebody is seen; the CPTS and the SAS have their own step', () =>
    expect(
      DirectoryKind.options.filter((kind) => mayHelp({ kind, profession: null }, 'general-practitioner')),
    ).toEqual(['practice', 'msp', 'ess', 'hospital', 'structure']));
});
