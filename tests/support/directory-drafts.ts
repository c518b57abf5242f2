/** Colleagues and structures outside, openly fictitious. */
import type { DirectoryDraft } from '../../src/contract/directory.ts';

type Place = DirectoryDraft['places'][number];

export const at = (postalCode: string, commune: string, more: Partial<Place> = {}): Place => ({
  name: null,
  address: null,
  phone: null,
  postalCode,
  commune,
  ...more,
});

export const colleague = (more: Partial<DirectoryDraft> = {}): DirectoryDraft => ({
  kind: 'person',
  title: 'Dr',
  name: 'Fictif',
  givenName: 'Anne',
  profession: 'general-practitioner',
  professionLabel: null,
  competences: [],
  conditions: null,
  takesNewcomers: 'unknown',
  takesUnscheduled: 'unknown',
  publicPhone: null,
  professionalPhone: null,
  mssante: null,
  places: [],
  rpps: null,
  ...more,
});

export const structure = (
  kind: Exclude<DirectoryDraft['kind'], 'person'>,
  name: string,
  more: Partial<DirectoryDraft> = {},
): DirectoryDraft => colleague({ kind, name, title: '', givenName: '', profession: null, ...more });
