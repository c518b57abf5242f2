import { describe, expect, test } from 'vitest';
import { NGUYEN, PETIT, person, placeOf } from '../../../../tests/support/waiting-people.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import { filtersFor, partFor } from './filters.ts';

const anyTime = person(1).wishes;
const slot = { day: '2026-11-26', start: 600, end: 630 };
const reasons = (more: Parameters<typeof person>[1], place = placeOf({ slot })) =>
  filtersFor(place)(person(1, more));

describe('Somebody comes in question for a place', () => {
  test('whose limits it meets', () => {
    expect(reasons({})).toEqual([]);
    expect(
      reasons({
        practitionerIds: [PETIT, NGUYEN],
        wishes: { days: [4], from: 600, to: 601, practitionerSex: 'female', atShortNotice: true },
        stepFree: true,
        minutes: 30,
      }),
    ).toEqual([]);
  });

  test('of the earlier list, with her own practitioner when she named nobody, and before her appointment', () => {
    const kept = { practitionerId: PETIT, day: '2026-11-26', start: 600 };
    expect(reasons({ kind: 'earlier', appointment: kept })).toEqual(['other-practitioner', 'not-earlier']);
    expect(
      reasons({
        kind: 'earlier',
        appointment: { ...kept, practitionerId: NGUYEN, start: 601 },
      }),
    ).toEqual([]);
    expect(
      reasons({ kind: 'earlier', practitionerIds: [NGUYEN], appointment: { ...kept, day: '2026-11-25' } }),
    ).toEqual(['not-earlier']);
  });

  test('when nobody has said whether the practitioner is a woman: the wish is asked on the phone', () => {
    const wishes = { ...anyTime, practitionerSex: 'female' as const };
    expect(reasons({ wishes }, placeOf({ sex: null }))).toEqual([]);
    expect(reasons({ wishes }, placeOf({ sex: 'male' }))).toEqual(['practitioner-sex']);
  });

  test('never on the supposition that there are no steps', () => {
    expect(reasons({ stepFree: true }, placeOf({ stepFree: null }))).toEqual(['not-step-free']);
    expect(reasons({ stepFree: true }, placeOf({ stepFree: false }))).toEqual(['not-step-free']);
    // At home there are no steps of the house.
    expect(
      reasons({ stepFree: true, homeVisit: true }, placeOf({ stepFree: false, homeVisits: true })),
    ).toEqual([]);
  });

  test('not of another profession, nor for another practitioner, nor at home where nobody goes', () => {
    expect(
      reasons({ profession: 'midwife', practitionerIds: [3 as PractitionerId], homeVisit: true }),
    ).toEqual(['other-profession', 'other-practitioner', 'home-visit']);
  });

  test('by day and by hour, which speak of the start', () => {
    expect(reasons({ wishes: { ...anyTime, days: [1, 2] } })).toEqual(['other-day']);
    expect(reasons({ wishes: { ...anyTime, from: 630 } })).toEqual(['too-early']);
    expect(reasons({ wishes: { ...anyTime, to: 600 } })).toEqual(['too-late']);
  });

  test('when a part of the freed time is long enough and late enough', () => {
    const from = { ...anyTime, from: 610 };
    expect(reasons({ wishes: from, minutes: 20 })).toEqual([]);
    expect(partFor({ wishes: from, minutes: 20 }, slot)).toEqual({ start: 610, end: 630 });
    expect(reasons({ wishes: from, minutes: 21 })).toEqual(['too-early']);
    expect(reasons({ minutes: 31 })).toEqual(['too-short']);
    expect(reasons({ wishes: from, minutes: 31 })).toEqual(['too-short']);
    expect(partFor({ wishes: anyTime, minutes: null }, slot)).toEqual({ start: 600, end: 630 });
  });

  test('unless she is elsewhere in the house at that very time', () => {
    expect(reasons({ minutes: 15, elsewhere: [{ start: 615, end: 660 }] })).toEqual([]);
    expect(reasons({ minutes: 20, elsewhere: [{ start: 615, end: 660 }] })).toEqual(['busy']);
  });

  test('unless this place was offered before, or another is being offered', () => {
    expect(reasons({ held: ['declined', 'in-offer'] })).toEqual(['declined', 'in-offer']);
  });

  test('for a place to be taken on at all whatever the hour: there is none yet', () => {
    const given = placeOf({ slot: null });
    expect(reasons({ wishes: { ...anyTime, days: [1], from: 900, to: 901 }, minutes: 480 }, given)).toEqual(
      [],
    );
    expect(reasons({ practitionerIds: [PETIT], held: ['not-reached'] }, given)).toEqual([
      'other-practitioner',
      'not-reached',
    ]);
  });
});
