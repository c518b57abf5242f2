/** Fictitious people for tests, as the form would send them. */
import type { PatientDraft } from '../../src/contract/patients.ts';

/** Nothing known but a name. */
export const draft = (
  birthName: string,
  givenNames = '',
  more: Partial<PatientDraft> = {},
): PatientDraft => ({
  birthName,
  usedName: null,
  givenNames,
  usedGivenName: null,
  birth: { precision: 'unknown', value: null },
  sex: 'unknown',
  identity: 'provisional',
  phones: [],
  email: null,
  address: null,
  postalCode: null,
  city: null,
  attendingDoctor: { kind: 'unknown' },
  needs: [],
  note: null,
  ...more,
});

export const bornOn = (value: string) => ({ birth: { precision: 'day', value } as const });
