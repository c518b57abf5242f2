import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AbsenceDraft,
  AppointmentType,
  AppointmentTypeDraft,
  OpeningException,
  OpeningExceptionDraft,
  OpeningHours,
} from '../../../contract/practice.ts';
import { addDays } from '../../../contract/time.ts';
import {
  checkAbsence,
  checkAppointmentType,
  checkException,
  checkHours,
  checkZone,
  firstCommonDay,
} from './checks.ts';
import { takesPlace } from './openings.ts';

const hours = (given: Partial<OpeningHours> = {}): OpeningHours =>
  ({
    id: 1,
    version: 1,
    practitionerId: 1,
    weekday: 1,
    start: 510,
    end: 750,
    kind: 'regular',
    capacity: 1,
    everyWeeks: 1,
    anchorDay: '2026-01-05',
    validFrom: '2026-01-01',
    validTo: null,
    ...given,
  }) as OpeningHours;

describe('weekly hours that are refused', () => {
  it('an end before its start is said at the end', () => {
    expect(checkHours(hours({ start: 600, end: 600 }), [], null)).toEqual([
      { path: 'end', code: 'end-before-start' },
    ]);
  });

  it('a last day before the first one is said at the last day', () => {
    expect(checkHours(hours({ validTo: '2025-12-31' }), [], null)).toEqual([
      { path: 'validTo', code: 'to-before-from' },
    ]);
    expect(checkHours(hours({ validTo: '2026-01-01' }), [], null)).toEqual([]);
  });

  it('two ranges of one kind at the same time are refused; of two kinds they are not', () => {
    const there = [hours({ id: 7 as OpeningHours['id'] })];
    expect(checkHours(hours({ start: 700, end: 800 }), there, null)).toEqual([
      { path: 'start', code: 'overlaps' },
    ]);
    expect(checkHours(hours({ start: 700, end: 800, kind: 'unscheduled' }), there, null)).toEqual([]);
    expect(checkHours(hours({ start: 750, end: 800 }), there, null)).toEqual([]);
    expect(checkHours(hours({ start: 700, end: 800 }), there, 7)).toEqual([]);
  });

  it('even and odd weeks share a place without meeting, a weekly one meets both', () => {
    const even = hours({ everyWeeks: 2, anchorDay: '2026-01-05' });
    const odd = hours({ everyWeeks: 2, anchorDay: '2026-01-12' });
    expect(checkHours(odd, [even], null)).toEqual([]);
    expect(checkHours(hours(), [even], null)).toEqual([{ path: 'start', code: 'overlaps' }]);
  });

  it('hours that end before others begin do not meet', () => {
    const old = hours({ validTo: '2026-08-31' });
    expect(checkHours(hours({ validFrom: '2026-09-01' }), [old], null)).toEqual([]);
    expect(checkHours(hours({ validFrom: '2026-08-31' }), [old], null)).toEqual([
      { path: 'start', code: 'overlaps' },
    ]);
  });

  it('the first day on which two alternations meet is the one that walking the calendar finds', () => {
    const day = fc.integer({ min: 0, max: 250 }).map((n) => addDays('2026-08-01', n));
    const row = fc
      .record({
        weekday: fc.integer({ min: 1, max: 2 }),
        everyWeeks: fc.integer({ min: 1, max: 5 }),
        anchorDay: day,
        validFrom: day,
        length: fc.option(fc.integer({ min: 0, max: 60 })),
      })
      .map(({ length, ...given }) =>
        hours({ ...given, validTo: length === null ? null : addDays(given.validFrom, length) }),
      );
    fc.assert(
      fc.property(row, row, (a, b) => {
        let walked: string | null = null;
        for (let n = 0; n < 500 && walked === null; n++) {
          const tested = addDays('2026-08-01', n);
          if (takesPlace(a, tested) && takesPlace(b, tested)) walked = tested;
        }
        expect(firstCommonDay(a, b)).toBe(walked);
      }),
    );
  });
});

describe('dated exceptions that are refused', () => {
  const facts = (exceptions: OpeningException[] = [], absent = false) => ({
    hours: [hours()],
    exceptions,
    absences: absent
      ? [
          {
            id: 1,
            version: 1,
            practitionerId: 1,
            fromDay: '2026-11-20',
            toDay: '2026-11-30',
            start: null,
            end: null,
            reason: 'leave',
            note: null,
          } as never,
        ]
      : [],
    holidays: new Map(),
  });
  const draft = (given: Partial<OpeningExceptionDraft> = {}): OpeningExceptionDraft =>
    ({
      practitionerId: 1,
      day: '2026-11-23',
      effect: 'extra',
      start: 780,
      end: 840,
      kind: 'regular',
      capacity: 1,
      reason: null,
      ...given,
    }) as OpeningExceptionDraft;
  const row = (given: Partial<OpeningExceptionDraft> = {}) =>
    ({ id: 5, version: 1, ...draft(given) }) as OpeningException;

  it('extra slots where the practitioner is away would never open', () => {
    expect(checkException(draft(), facts([], true))).toEqual([{ path: 'day', code: 'absent' }]);
    expect(checkException(draft(), facts())).toEqual([]);
  });

  it('the same extra slot twice is refused', () => {
    expect(checkException(draft({ start: 800 }), facts([row()]))).toEqual([
      { path: 'start', code: 'overlaps' },
    ]);
  });

  it('extra slots of another kind at the same hour are another gift', () => {
    expect(checkException(draft({ kind: 'unscheduled' }), facts([row()]))).toEqual([]);
  });

  it('a closure across extra slots says so instead of leaving them silently open', () => {
    expect(checkException(draft({ effect: 'closed', start: 0, end: 1440 }), facts([row()]))).toEqual([
      { path: 'start', code: 'overlaps-extra' },
    ]);
  });

  it('what would change nothing is refused: closing closed time, opening open time', () => {
    const nothing = [{ path: 'start', code: 'changes-nothing' }];
    expect(checkException(draft({ effect: 'closed' }), facts())).toEqual(nothing);
    expect(checkException(draft({ start: 540, end: 600 }), facts())).toEqual(nothing);
    expect(checkException(draft({ start: 540, end: 600, capacity: 2 }), facts())).toEqual([]);
    expect(checkException(draft({ effect: 'closed', start: 540, end: 600 }), facts())).toEqual([]);
    expect(checkException(draft({ effect: 'replaced', start: 510, end: 750 }), facts())).toEqual([]);
  });
});

describe('absences that are refused', () => {
  const draft = (given: Partial<AbsenceDraft>): AbsenceDraft =>
    ({
      practitionerId: 1,
      fromDay: '2026-11-23',
      toDay: '2026-11-23',
      start: null,
      end: null,
      reason: 'leave',
      note: null,
      ...given,
    }) as AbsenceDraft;

  it('each mistake is said at the field that caused it', () => {
    expect(checkAbsence(draft({}))).toEqual([]);
    expect(checkAbsence(draft({ toDay: '2026-11-22' }))).toEqual([{ path: 'toDay', code: 'to-before-from' }]);
    expect(checkAbsence(draft({ start: 600 }))).toEqual([{ path: 'end', code: 'required' }]);
    expect(checkAbsence(draft({ end: 600 }))).toEqual([{ path: 'start', code: 'required' }]);
    expect(checkAbsence(draft({ start: 600, end: 540 }))).toEqual([
      { path: 'end', code: 'end-before-start' },
    ]);
  });
});

describe('appointment types that are refused', () => {
  const draft = (given: Partial<AppointmentTypeDraft> = {}): AppointmentTypeDraft =>
    ({
      profession: 'nurse',
      practitionerId: null,
      name: 'Pansement',
      minutes: 15,
      colour: null,
      instruction: null,
      kind: 'regular',
      active: true,
      position: 1,
      ...given,
    }) as AppointmentTypeDraft;
  const row = (given: Partial<AppointmentType> = {}) =>
    ({ id: 3, version: 1, ...draft(), ...given }) as AppointmentType;

  it('a type belongs to a profession or to one practitioner, never to both or to none', () => {
    const wrong = [{ path: 'profession', code: 'exactly-one' }];
    expect(checkAppointmentType(draft({ profession: null }), [], null)).toEqual(wrong);
    expect(checkAppointmentType(draft({ practitionerId: 2 as never }), [], null)).toEqual(wrong);
  });

  it('the same name twice within a profession is refused, whatever the capitals', () => {
    const twice = [{ path: 'name', code: 'duplicate' }];
    expect(checkAppointmentType(draft({ name: 'PANSEMENT' }), [row()], null)).toEqual(twice);
    expect(checkAppointmentType(draft({ name: 'Pansement lourd' }), [row()], null)).toEqual([]);
    expect(checkAppointmentType(draft({ profession: 'midwife' }), [row()], null)).toEqual([]);
    expect(checkAppointmentType(draft(), [row({ active: false })], null)).toEqual([]);
    expect(checkAppointmentType(draft(), [row()], 3)).toEqual([]);
  });
});

describe('the zone of the house', () => {
  it('is one that the world knows', () => {
    expect(checkZone('Europe/Paris')).toEqual([]);
    expect(checkZone('America/Miquelon')).toEqual([]);
    expect(checkZone('Europe/Moulins')).toEqual([{ path: 'zone', code: 'unknown-zone' }]);
  });
});
