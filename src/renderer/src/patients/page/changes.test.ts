import { expect, it } from 'vitest';
import { phonePairs } from '../../../../contract/display.ts';
import { PatientId, PractitionerId } from '../../../../contract/ids.ts';
import type { Patient } from '../../../../contract/patients.ts';
import { fieldChanges } from './changes.ts';

const before: Patient = {
  id: PatientId.parse(1),
  version: 1,
  birthName: 'DUPOND',
  usedName: null,
  givenNames: 'Marie',
  usedGivenName: null,
  birth: { precision: 'year', value: '1952' },
  sex: 'unknown',
  identity: 'provisional',
  phones: [{ e164: '+33639980101', kind: 'mobile' }],
  email: null,
  address: null,
  postalCode: null,
  city: null,
  attendingDoctor: { kind: 'unknown' },
  needs: [],
  note: 'sonner deux fois',
  mergedInto: null,
};
const nameOf = () => 'Dr Fictive';

it('a correction says each field that changed, in the words of the form, and no other', () => {
  const after: Patient = {
    ...before,
    version: 2,
    birthName: 'DUPONT',
    birth: { precision: 'day', value: '1952-03-12' },
    phones: [],
    attendingDoctor: { kind: 'house', practitionerId: PractitionerId.parse(1) },
    needs: ['wheelchair'],
    note: null,
  };
  expect(fieldChanges(before, after, nameOf)).toEqual([
    { label: 'Nom de naissance', before: 'DUPOND', after: 'DUPONT' },
    { label: 'Date de naissance', before: '1952', after: '12/03/1952' },
    { label: 'Téléphones', before: phonePairs('+33639980101'), after: '' },
    { label: 'Médecin traitant', before: '', after: 'Dr Fictive' },
    { label: 'Besoins', before: '', after: 'Fauteuil roulant' },
    { label: 'Note', before: 'sonner deux fois', after: '' },
  ]);
});

it('a version that alone is new changes nothing that is said', () => {
  expect(fieldChanges(before, { ...before, version: 2 }, nameOf)).toEqual([]);
});
