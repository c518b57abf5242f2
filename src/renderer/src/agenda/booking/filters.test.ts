import { describe, expect, test } from 'vitest';
import { AppointmentTypeId, ClaimId, PatientId, PractitionerId } from '../../../../contract/ids.ts';
import type { AppointmentType } from '../../../../contract/practice.ts';
import { practitioner } from '../lanes/fixtures.ts';
import { defaultWho, digitOf, filterByKey, noFilters, searchFor, typeAt, typesFor } from './filters.ts';

const TODAY = '2026-11-23';

const type = (id: number, over: Partial<AppointmentType> = {}): AppointmentType => ({
  id: AppointmentTypeId.parse(id),
  version: 1,
  profession: 'general-practitioner',
  practitionerId: null,
  name: `Motif ${id}`,
  minutes: 15,
  colour: null,
  instruction: null,
  kind: 'regular',
  active: true,
  position: id,
  ...over,
});

const doctor = practitioner(1, 'Nguyen');
const nurse = practitioner(2, 'Roux', { profession: 'nurse', title: 'Mme' });

describe('single keys narrow the list of slots', () => {
  test('m is the morning, once more is any time again', () => {
    const morning = filterByKey(noFilters, 'm', TODAY);
    expect(morning?.half).toBe('morning');
    expect(filterByKey(morning ?? noFilters, 'm', TODAY)?.half).toBeNull();
  });

  test('a after m is the afternoon: nobody comes both', () =>
    expect(filterByKey({ ...noFilters, half: 'morning' }, 'a', TODAY)?.half).toBe('afternoon'));

  test('days add up, in the order of the week', () => {
    const friday = filterByKey(noFilters, 'v', TODAY) ?? noFilters;
    expect(filterByKey(friday, 'r', TODAY)?.weekdays).toEqual([2, 5]);
  });

  test('+ looks a week later, - comes back and never before today', () => {
    const later = filterByKey(noFilters, '+', TODAY) ?? noFilters;
    expect(later.from).toBe('2026-11-30');
    expect(filterByKey(later, '-', TODAY)?.from).toBeNull();
    expect(filterByKey(noFilters, '-', TODAY)?.from).toBeNull();
    expect(filterByKey(noFilters, 'PageDown', TODAY)).toEqual(later);
  });

  test('another key means nothing here', () => expect(filterByKey(noFilters, 'x', TODAY)).toBeNull());
});

describe('types and their digits', () => {
  const types = [
    type(1),
    type(2, { profession: 'nurse' }),
    type(3, { profession: null, practitionerId: doctor.id }),
  ];

  test('a practitioner has those of the profession and those of her own', () =>
    expect(
      typesFor({ kind: 'practitioner', practitionerId: doctor.id }, types, [doctor, nurse]).map(
        ({ id }) => id,
      ),
    ).toEqual([1, 3]));

  test('a profession has its own only', () =>
    expect(
      typesFor({ kind: 'profession', profession: 'nurse' }, types, [doctor, nurse]).map(({ id }) => id),
    ).toEqual([2]));

  test('the digit counts from one, and stops at nine', () => {
    expect(typeAt('2', types)?.id).toBe(2);
    expect(typeAt('4', types)).toBeNull();
    expect(typeAt('a', types)).toBeNull();
    expect([digitOf(0), digitOf(8), digitOf(9)]).toEqual(['1', '9', null]);
  });
});

describe('what the desk is asked', () => {
  const facts = {
    who: { kind: 'profession', profession: 'general-practitioner' } as const,
    filters: noFilters,
    types: [type(1, { minutes: 20 }), type(2, { minutes: 30 })],
    typeId: null,
    moving: null,
    patientId: null,
    limit: 12,
  };

  test('before anybody said what for: the length of the first ordinary type', () =>
    expect(searchFor(facts)).toEqual({ who: facts.who, limit: 12, minutes: 20 }));

  test('a chosen type sets the length and which reserved ranges may be used', () =>
    expect(searchFor({ ...facts, typeId: AppointmentTypeId.parse(2) })).toEqual({
      who: facts.who,
      limit: 12,
      appointmentTypeId: 2,
    }));

  test('a type of another profession is not asked for', () =>
    expect(searchFor({ ...facts, typeId: AppointmentTypeId.parse(9) })).toEqual({
      who: facts.who,
      limit: 12,
      minutes: 20,
    }));

  test('moving keeps the length and counts its own place as free', () =>
    expect(searchFor({ ...facts, moving: { id: ClaimId.parse(5), minutes: 40 } })).toEqual({
      who: facts.who,
      limit: 12,
      minutes: 40,
      ignoring: 5,
    }));

  test('the patient’s own doctor is known by the patient; the rest by the filters', () =>
    expect(
      searchFor({
        ...facts,
        patientId: PatientId.parse(7),
        filters: { who: null, half: 'morning', weekdays: [2, 4], from: '2026-12-01' },
      }),
    ).toEqual({
      who: facts.who,
      limit: 12,
      minutes: 20,
      patientId: 7,
      from: '2026-12-01',
      weekdays: [2, 4],
      before: 780,
    }));
});

test('nobody said with whom: any general practitioner, or the first profession of a house without one', () => {
  expect(defaultWho([nurse, doctor])).toEqual({ kind: 'profession', profession: 'general-practitioner' });
  expect(defaultWho([nurse])).toEqual({ kind: 'profession', profession: 'nurse' });
  expect(defaultWho([])).toEqual({ kind: 'any' });
  expect(PractitionerId.parse(1)).toBe(doctor.id);
});
