import { describe, expect, it } from 'vitest';
import type { LineReading } from '../../../../contract/night-return.ts';
import type { PatientSummary, Resemblance } from '../../../../contract/patients.ts';
import { type Choice, proposalOf } from './proposal.ts';
import { accountText } from './words.ts';

const dupont = { id: 1, displayName: 'DUPONT Marie' } as PatientSummary;
const alike: Resemblance = { patient: dupont, because: ['same-name'] };
const reading = (more: Partial<LineReading> = {}): LineReading => ({
  kind: 'request',
  problems: [],
  people: [],
  patient: null,
  practitionerId: null,
  nature: 'message',
  message: null,
  due: 0,
  place: null,
  collision: null,
  twin: null,
  already: null,
  ...more,
});
const place = { practitionerId: 1, day: '2026-11-24', start: 600 } as Required<Choice>['place'];
const stops = (more: Partial<LineReading>, choice: Choice = {}) => {
  const proposal = proposalOf(reading(more), choice);
  return proposal.what === 'aside' ? 'aside' : proposal.stops;
};

describe('what Enter would do with a line', () => {
  it('is what the line says, for the one who is meant', () =>
    expect(proposalOf(reading({ kind: 'callback', patient: dupont, people: [alike] }), {})).toEqual({
      what: 'callback',
      patientId: 1,
      confirmedNew: false,
      place: undefined,
      stops: [],
    }));

  it('is nothing while several could be meant, until somebody says which, or that it is none of them', () => {
    expect(stops({ people: [alike] })).toEqual([{ kind: 'person' }]);
    expect(proposalOf(reading({ people: [alike] }), { person: dupont.id })).toMatchObject({
      patientId: 1,
      confirmedNew: false,
      stops: [],
    });
    expect(proposalOf(reading({ people: [alike] }), { person: 'new' })).toMatchObject({
      patientId: null,
      confirmedNew: true,
      stops: [],
    });
  });

  it('is setting aside what an earlier line said, unless it joins a known person’s request', () => {
    expect(proposalOf(reading({ kind: 'callback', twin: 2 }), {})).toEqual({
      what: 'aside',
      reason: 'duplicate',
    });
    expect(proposalOf(reading({ twin: 2, patient: dupont }), {})).toMatchObject({ what: 'request' });
    expect(proposalOf(reading({ kind: 'callback', twin: 2 }), { kind: 'callback' }).what).toBe('callback');
  });

  it('is setting aside the appointment that stands already', () =>
    expect(proposalOf(reading({ kind: 'appointment', already: 'same-appointment' }), {})).toEqual({
      what: 'aside',
      reason: 'already-done',
    }));

  it('is stopped by a place that is gone, until another is chosen or it is no appointment', () => {
    const gone = {
      kind: 'appointment' as const,
      place: { ...place, minutes: 15, appointmentTypeId: 1 } as LineReading['place'],
      collision: { why: 'taken' as const, proposals: [] },
    };
    expect(stops(gone)).toEqual([{ kind: 'collision', why: 'taken' }]);
    expect(stops(gone, { place })).toEqual([]);
    expect(stops(gone, { kind: 'callback' })).toEqual([]);
  });

  it('made an appointment, asks for what the line never said', () => {
    expect(stops({}, { kind: 'appointment' })).toEqual([
      { kind: 'problem', problem: { field: 'whom', code: 'practitioner-missing' } },
    ]);
    expect(stops({}, { kind: 'appointment', place })).toEqual([]);
  });

  it('made something else, no longer asks for a day', () =>
    expect(
      stops({ kind: 'appointment', problems: [{ field: 'day', code: 'day-missing' }] }, { kind: 'request' }),
    ).toEqual([]));
});

it('every line is accounted for, in words that add up', () => {
  const settled = (what: string) => ({ settled: { what } as never });
  expect(accountText([{ settled: null }])).toBe('0 lignes sur 1');
  expect(
    accountText([
      settled('request'),
      settled('request'),
      settled('callback'),
      settled('appointment'),
      settled('aside'),
      { settled: null },
    ]),
  ).toBe('5 lignes sur 6\u00a0: 2 demandes, 1 rappel, 1 rendez-vous, 1 écartée');
});
