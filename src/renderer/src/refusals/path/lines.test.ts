import { expect, test } from 'vitest';
import { PractitionerId, RefusalId, RequestId } from '../../../../contract/ids.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { RefusalEvent } from '../../../../contract/refusals.ts';
import { refusalPath } from './lines.ts';

const doctor = (id: number, familyName: string): Practitioner => ({
  id: PractitionerId.parse(id),
  version: 1,
  title: 'Dr',
  givenName: '',
  familyName,
  profession: 'general-practitioner',
  rpps: null,
  colour: '#0d5f5a',
  step: 15,
  active: true,
  position: id,
});
const house = [doctor(1, 'Fictif'), doctor(2, 'Exemple')];
const at = 1_795_000_000_000;
const event = (what: RefusalEvent['what']): RefusalEvent => ({
  at,
  by: 'CM',
  requestId: RequestId.parse(1),
  practitionerId: PractitionerId.parse(1),
  what,
});

test('a refusal says in whose name, which colleague was asked, and what was proposed', () => {
  const [line] = refusalPath(
    [
      event({
        kind: 'refused',
        refusalId: RefusalId.parse(1),
        ground: 'list-full',
        colleagues: [{ practitionerId: PractitionerId.parse(2), answer: 'declined-by-patient' }],
        waysForward: [{ kind: 'registration-list' }, { kind: 'outside', place: 'health-centre' }],
      }),
    ],
    house,
  );
  expect(line?.title).toBe('Dr Fictif n’a pas pu accueillir\u00a0: patientèle complète');
  expect(line?.detail).toBe(
    'Dr Exemple, décliné par la personne · Proposé\u00a0: Liste médecin traitant, Un centre de santé',
  );
});

test('a place kept and a decision taken are lines of their own, the latest first as the desk gives them', () => {
  const lines = refusalPath(
    [event({ kind: 'place-kept' }), event({ kind: 'decided', ground: 'breach-of-trust' })],
    house,
  );
  expect(lines.map(({ title }) => title)).toEqual([
    'Place réservée\u00a0: Dr Fictif',
    'Décision du praticien, Dr Fictif\u00a0: rupture de confiance',
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
});
