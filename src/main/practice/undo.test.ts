import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callAs, openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import type { PractitionerId } from '../../contract/ids.ts';
import type { AbsenceDraft, WeeklyHoursDraft } from '../../contract/practice.ts';
import { DeskError } from '../core/errors.ts';
import { undoLast } from '../core/undo.ts';
import { addAbsence, removeAbsence, updateAbsence } from './service/absences.ts';
import { addException, removeException } from './service/exceptions.ts';
import {
  addOpeningHours,
  addWeeklyHours,
  removeOpeningHours,
  updateOpeningHours,
} from './service/opening-hours.ts';
import { addPractitioner } from './service/practitioners.ts';
import { absencesBetween } from './store/absences.ts';
import { exceptionsOf } from './store/exceptions.ts';
import { openingHoursOf } from './store/opening-hours.ts';
import { practiceCompensations } from './undo.ts';

let test: TestGround;
let doctor: PractitionerId;
beforeEach(() => {
  test = openTestGround();
  doctor = addPractitioner(test.ground, programCall, {
    title: 'Dr',
    familyName: 'Fictif',
    givenName: 'Alma',
    profession: 'general-practitioner',
    rpps: null,
    colour: '#0d7a72',
    step: 15,
    active: true,
    position: 1,
  }).practitioner.id;
});
afterEach(() => test.close());

const sophie = callAs(1, 'SL');
const undo = (): string => {
  try {
    return undoLast(test.ground, sophie, practiceCompensations).action;
  } catch (error) {
    if (error instanceof DeskError) return error.code;
    throw error;
  }
};

const week = (): WeeklyHoursDraft => ({
  practitionerId: doctor,
  weekdays: [1, 2],
  start: 510,
  end: 750,
  kind: 'regular',
  capacity: 1,
  everyWeeks: 1,
  anchorDay: '2026-11-23',
  validFrom: '2026-11-23',
  validTo: null,
});
const leave = (): AbsenceDraft => ({
  practitionerId: doctor,
  fromDay: '2026-12-21',
  toDay: '2026-12-24',
  start: null,
  end: null,
  reason: 'leave',
  note: null,
});
const hoursNow = () => openingHoursOf(test.ground.db, doctor);
const absencesNow = () => absencesBetween(test.ground.db, '2026-01-01', '2027-12-31');

describe('Ctrl+Z in the settings', () => {
  it('takes back hours given on several days in one go', () => {
    addWeeklyHours(test.ground, sophie, week());
    expect(undo()).toBe('opening-hours.added');
    expect(hoursNow()).toEqual([]);
  });

  it('goes back step by step, from the removal to the absence that was never given', () => {
    const given = addAbsence(test.ground, sophie, leave());
    const longer = updateAbsence(test.ground, sophie, { ...given, toDay: '2026-12-31' });
    removeAbsence(test.ground, sophie, longer);
    expect([undo(), undo(), undo(), undo()]).toEqual([
      'absence.removed',
      'absence.updated',
      'absence.added',
      'NOTHING_TO_UNDO',
    ]);
    expect(absencesNow()).toEqual([]);
  });

  it('puts hours back as they were before they were moved or taken away', () => {
    const [first, second] = addWeeklyHours(test.ground, programCall, week());
    if (!first || !second) throw new Error('no hours');
    updateOpeningHours(test.ground, sophie, { ...first, end: 800 });
    expect(undo()).toBe('opening-hours.updated');
    expect(hoursNow()).toEqual([{ ...first, version: 3 }, second]);
    removeOpeningHours(test.ground, sophie, { id: second.id, version: 1 });
    expect(undo()).toBe('opening-hours.removed');
    expect(hoursNow()).toEqual([
      { ...first, version: 3 },
      { ...second, version: 2 },
    ]);
  });

  it('comes too late when somebody has changed the row since', () => {
    const absence = addAbsence(test.ground, sophie, leave());
    updateAbsence(test.ground, programCall, { ...absence, toDay: '2026-12-31' });
    expect(undo()).toBe('UNDO_TOO_LATE');
    removeAbsence(test.ground, programCall, { id: absence.id, version: 2 });
    expect(undo()).toBe('UNDO_TOO_LATE');
    expect(absencesNow()).toEqual([]);
  });

  it('comes too late when the place of the hours was given to others', () => {
    const [first] = addWeeklyHours(test.ground, programCall, week());
    if (!first) throw new Error('no hours');
    removeOpeningHours(test.ground, sophie, { id: first.id, version: 1 });
    const { weekdays: _, ...range } = week();
    addOpeningHours(test.ground, programCall, { ...range, weekday: 1, start: 600, end: 660 });
    expect(undo()).toBe('UNDO_TOO_LATE');
    expect(hoursNow().map((h) => [h.weekday, h.start])).toEqual([
      [1, 600],
      [2, 510],
    ]);
  });

  it('takes back and puts back absences and extra slots', () => {
    const absence = addAbsence(test.ground, sophie, leave());
    updateAbsence(test.ground, sophie, { ...absence, reason: 'training' });
    expect([undo(), absencesNow()]).toEqual(['absence.updated', [{ ...absence, version: 3 }]]);
    removeAbsence(test.ground, sophie, { id: absence.id, version: 3 });
    expect([undo(), absencesNow()]).toEqual(['absence.removed', [{ ...absence, version: 4 }]]);

    const extra = addException(test.ground, sophie, {
      practitionerId: doctor,
      day: '2026-11-24',
      effect: 'extra',
      start: 840,
      end: 900,
      kind: 'unscheduled',
      capacity: 1,
      reason: null,
    });
    const extras = () => exceptionsOf(test.ground.db, doctor, '2026-01-01', '2026-12-31');
    expect([undo(), extras()]).toEqual(['opening-exception.added', []]);
    const again = addException(test.ground, sophie, { ...extra });
    expect(again.id).toBeGreaterThan(extra.id);
    removeException(test.ground, sophie, { id: again.id, version: 1 });
    expect([undo(), extras()]).toEqual(['opening-exception.removed', [{ ...again, version: 2 }]]);
  });
});
