import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestGround, programCall, type TestGround } from '../../../../tests/support/ground.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type {
  AbsenceDraft,
  HouseSetup,
  OpeningExceptionDraft,
  OpeningHoursDraft,
  PractitionerDraft,
} from '../../../contract/practice.ts';
import { DeskError } from '../../core/errors.ts';
import { historyOf, since } from '../../core/journal.ts';
import { openRangesOn } from '../rules/openings.ts';
import { absencesBetween } from '../store/absences.ts';
import { appointmentTypes } from '../store/appointment-types.ts';
import { house, housesZone } from '../store/house.ts';
import { openingFactsOf } from '../store/opening-facts.ts';
import { openingHoursOf } from '../store/opening-hours.ts';
import { practitioners } from '../store/practitioners.ts';
import { addAbsence, removeAbsence, updateAbsence } from './absences.ts';
import { addAppointmentType, updateAppointmentType } from './appointment-types.ts';
import { addException, removeException } from './exceptions.ts';
import { setUp, updateHouse, type WelcomeStaff } from './house.ts';
import { addOpeningHours, addWeeklyHours, removeOpeningHours, updateOpeningHours } from './opening-hours.ts';
import { addPractitioner, orderPractitioners, updatePractitioner } from './practitioners.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
});
afterEach(() => test.close());

const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return { code: error.code, ...error.data };
    throw error;
  }
  return 'accepted';
};

const doctor = (given: Partial<PractitionerDraft> = {}): PractitionerDraft => ({
  title: 'Dr',
  familyName: 'Fictif',
  givenName: 'Alma',
  profession: 'general-practitioner',
  rpps: null,
  colour: '#0d7a72',
  step: 15,
  active: true,
  position: 1,
  ...given,
});

const setup: HouseSetup = {
  house: {
    name: 'Maison des Tilleuls',
    zone: 'Europe/Paris',
    region: 'metropole',
    phone: null,
    address: null,
  },
  practitioners: [doctor(), doctor({ familyName: 'Exemple', profession: 'nurse', position: 2 })],
  staff: [{ initials: 'SL', name: 'Sophie Lenoir' }],
};

const welcomeNobody: WelcomeStaff = () => {};
const begin = () => setUp(test.ground, programCall, setup, welcomeNobody);
const nth = (index: number): PractitionerId => {
  const id = practitioners(test.ground.db)[index]?.id;
  if (!id) throw new Error('no such practitioner in this test');
  return id;
};

describe('the first start', () => {
  it('writes the house, its practitioners and each profession’s usual appointment types, and tells the journal', () => {
    expect(house(test.ground.db)).toBe(null);
    expect(begin()).toEqual({ ...setup.house, version: 1, demo: false });
    expect(practitioners(test.ground.db).map((p) => [p.familyName, p.version])).toEqual([
      ['Fictif', 1],
      ['Exemple', 1],
    ]);
    expect(appointmentTypes(test.ground.db).map((t) => [t.profession, t.name, t.minutes, t.kind])).toEqual([
      ['general-practitioner', 'Consultation', 15, 'regular'],
      ['general-practitioner', 'Renouvellement', 15, 'regular'],
      ['general-practitioner', 'Certificat', 30, 'regular'],
      ['general-practitioner', 'Nouveau patient', 30, 'newPatient'],
      ['general-practitioner', 'Soin non programmé', 15, 'unscheduled'],
      ['general-practitioner', 'Visite à domicile', 40, 'regular'],
      ['nurse', 'Soin infirmier', 15, 'regular'],
      ['nurse', 'Prise de sang', 15, 'regular'],
      ['nurse', 'Pansement', 20, 'regular'],
    ]);
    expect(since(test.ground.db, 0).map((r) => [r.action, r.actor])).toEqual([
      ['house.set-up', 'installation'],
      ['practitioner.added', 'installation'],
      ['practitioner.added', 'installation'],
      ...Array.from({ length: 9 }, () => ['appointment-type.added', 'installation']),
    ]);
    expect(housesZone(test.ground.db)).toBe('Europe/Paris');
  });

  it('happens once', () => {
    begin();
    expect(refusal(begin)).toEqual({ code: 'CONFLICT', reason: 'house-exists' });
  });

  it('is whole or not at all: when the desk’s people cannot be written, there is no house', () => {
    expect(() =>
      setUp(test.ground, programCall, setup, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([house(test.ground.db), practitioners(test.ground.db), since(test.ground.db, 0)]).toEqual([
      null,
      [],
      [],
    ]);
  });

  it('refuses a zone that does not exist, at its field', () => {
    const wrong = { ...setup, house: { ...setup.house, zone: 'Europe/Moulins' } };
    expect(refusal(() => setUp(test.ground, programCall, wrong, welcomeNobody))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'house.zone', code: 'unknown-zone' }],
    });
  });
});

describe('the house', () => {
  it('changes its name, and a second save on the old version is told what differs', () => {
    const first = begin();
    const { demo: _, ...sent } = first;
    expect(updateHouse(test.ground, programCall, { ...sent, name: 'Maison du Parc' })).toEqual({
      ...first,
      version: 2,
      name: 'Maison du Parc',
    });
    expect(refusal(() => updateHouse(test.ground, programCall, { ...sent, region: 'reunion' }))).toEqual({
      code: 'STALE_VERSION',
      version: 2,
      changed: ['name'],
    });
  });
});

describe('practitioners', () => {
  it('an RPPS number with a wrong check digit is saved, with a warning', () => {
    begin();
    const saved = addPractitioner(test.ground, programCall, doctor({ rpps: '10946401478', position: 3 }));
    expect([saved.practitioner.rpps, saved.warnings]).toEqual(['10946401478', ['rpps-check-digit']]);
    const mended = updatePractitioner(test.ground, programCall, {
      ...saved.practitioner,
      rpps: '10946401477',
    });
    expect([mended.practitioner.version, mended.warnings]).toEqual([2, []]);
    const kept = updatePractitioner(test.ground, programCall, { ...mended.practitioner, step: 20 });
    expect([kept.practitioner.version, kept.practitioner.step]).toEqual([3, 20]);
  });

  it('two practitioners do not share one RPPS number', () => {
    begin();
    addPractitioner(test.ground, programCall, doctor({ rpps: '10946401477' }));
    expect(refusal(() => addPractitioner(test.ground, programCall, doctor({ rpps: '10946401477' })))).toEqual(
      {
        code: 'INVALID_INPUT',
        fields: [{ path: 'rpps', code: 'duplicate' }],
      },
    );
  });

  it('the first of a new profession brings its usual appointment types, the second adds none', () => {
    begin();
    const midwives = () =>
      appointmentTypes(test.ground.db)
        .filter((t) => t.profession === 'midwife')
        .map((t) => t.name);
    addPractitioner(test.ground, programCall, doctor({ profession: 'midwife' }));
    expect(midwives()).toEqual(['Consultation', 'Suivi de grossesse', 'Rééducation']);
    addPractitioner(test.ground, programCall, doctor({ profession: 'midwife', familyName: 'Autre' }));
    expect(midwives()).toEqual(['Consultation', 'Suivi de grossesse', 'Rééducation']);
  });

  it('columns take the order that was asked, those not named after', () => {
    begin();
    addPractitioner(test.ground, programCall, doctor({ familyName: 'Troisième', position: 3 }));
    const [a, b, c] = [nth(0), nth(1), nth(2)];
    expect(orderPractitioners(test.ground, programCall, [c, a]).map((p) => [p.id, p.position])).toEqual([
      [c, 1],
      [a, 2],
      [b, 3],
    ]);
    const written = since(test.ground.db, 0).length;
    orderPractitioners(test.ground, programCall, [c, a, b]);
    expect(since(test.ground.db, 0).length).toBe(written);
  });
});

describe('appointment types', () => {
  it('one of a practitioner of her own, later out of use, stays readable', () => {
    begin();
    const own = addAppointmentType(test.ground, programCall, {
      profession: null,
      practitionerId: nth(0),
      name: 'Échographie',
      minutes: 25,
      colour: '#6b3fa0',
      instruction: 'Venir à jeun.',
      kind: 'regular',
      active: true,
      position: 1,
    });
    const after = updateAppointmentType(test.ground, programCall, { ...own, active: false });
    expect(after).toEqual({ ...own, version: 2, active: false });
    expect(appointmentTypes(test.ground.db).at(-1)).toEqual(after);
  });
});

describe('opening hours', () => {
  const monday = (given: Partial<OpeningHoursDraft> = {}): OpeningHoursDraft => ({
    practitionerId: nth(0),
    weekday: 1,
    start: 510,
    end: 750,
    kind: 'regular',
    capacity: 1,
    everyWeeks: 1,
    anchorDay: '2026-11-23',
    validFrom: '2026-11-23',
    validTo: null,
    ...given,
  });

  it('are added, moved and taken away, each with its journal entry', () => {
    begin();
    const added = addOpeningHours(test.ground, programCall, monday());
    const moved = updateOpeningHours(test.ground, programCall, { ...added, end: 780 });
    removeOpeningHours(test.ground, programCall, { id: moved.id, version: moved.version });
    expect(openingHoursOf(test.ground.db, nth(0))).toEqual([]);
    expect(
      historyOf(test.ground.db, { entity: 'opening-hours', id: added.id }).map((h) => [h.action, h.before]),
    ).toEqual([
      ['opening-hours.added', null],
      ['opening-hours.updated', added],
      ['opening-hours.removed', { ...added, end: 780, version: 2 }],
    ]);
  });

  it('the same range on several days is written for all of them or for none', () => {
    begin();
    const { weekday: _, ...range } = monday();
    const week = addWeeklyHours(test.ground, programCall, { ...range, weekdays: [5, 1, 2, 2] });
    expect(week.map((h) => [h.weekday, h.start, h.end])).toEqual([
      [1, 510, 750],
      [2, 510, 750],
      [5, 510, 750],
    ]);
    const clashing = { ...range, weekdays: [3, 5] };
    expect(refusal(() => addWeeklyHours(test.ground, programCall, clashing))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'start', code: 'overlaps' }],
    });
    expect(openingHoursOf(test.ground.db, nth(0)).map((h) => h.weekday)).toEqual([1, 2, 5]);
  });

  it('two ranges of one kind at the same time are refused at the field', () => {
    begin();
    addOpeningHours(test.ground, programCall, monday());
    expect(
      refusal(() => addOpeningHours(test.ground, programCall, monday({ start: 720, end: 800 }))),
    ).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'start', code: 'overlaps' }],
    });
    expect(openingHoursOf(test.ground.db, nth(1))).toEqual([]);
    addOpeningHours(test.ground, programCall, monday({ practitionerId: nth(1), start: 720, end: 800 }));
  });

  it('taking away what somebody changed meanwhile is refused', () => {
    begin();
    const added = addOpeningHours(test.ground, programCall, monday());
    updateOpeningHours(test.ground, programCall, { ...added, end: 780 });
    expect(refusal(() => removeOpeningHours(test.ground, programCall, { id: added.id, version: 1 }))).toEqual(
      {
        code: 'STALE_VERSION',
        version: 2,
        changed: ['end'],
      },
    );
  });

  it('the facts of several practitioners over a span of days answer for each of its days', () => {
    begin();
    addOpeningHours(test.ground, programCall, monday());
    addOpeningHours(test.ground, programCall, monday({ practitionerId: nth(1), start: 840, end: 900 }));
    addOpeningHours(
      test.ground,
      programCall,
      monday({ weekday: 3, validFrom: '2026-01-01', validTo: '2026-11-18' }),
    );
    const leave: AbsenceDraft = {
      practitionerId: nth(1),
      fromDay: '2026-11-30',
      toDay: '2026-12-04',
      start: null,
      end: null,
      reason: 'leave',
      note: null,
    };
    const absence = addAbsence(test.ground, programCall, leave);
    addException(test.ground, programCall, {
      practitionerId: nth(0),
      day: '2026-11-30',
      effect: 'extra',
      start: 840,
      end: 870,
      kind: 'unscheduled',
      capacity: 1,
      reason: null,
    });
    const facts = openingFactsOf(test.ground.db, [nth(0), nth(1)], '2026-11-23', '2026-12-25');
    const on = (index: number, day: string) => {
      const own = facts.get(nth(index));
      return own && openRangesOn(day, own);
    };
    expect([...facts.keys()]).toEqual([nth(0), nth(1)]);
    expect(on(0, '2026-11-30')).toEqual({
      open: [
        { start: 510, end: 750, kind: 'regular', capacity: 1 },
        { start: 840, end: 870, kind: 'unscheduled', capacity: 1 },
      ],
      absences: [],
      holiday: null,
    });
    expect(on(1, '2026-11-23')?.open).toEqual([{ start: 840, end: 900, kind: 'regular', capacity: 1 }]);
    expect(on(1, '2026-11-30')).toEqual({ open: [], absences: [absence], holiday: null });
    expect(on(0, '2026-12-25')?.holiday).toEqual({ day: '2026-12-25', name: 'Noël' });
    expect(facts.get(nth(0))?.hours.map((h) => h.weekday)).toEqual([1]);
    const earlier = openingFactsOf(test.ground.db, [nth(0)], '2026-11-18', '2026-11-18').get(nth(0));
    expect(earlier?.hours.map((h) => h.weekday)).toEqual([3]);
  });
});

describe('dated exceptions', () => {
  const given = (more: Partial<OpeningExceptionDraft> = {}): OpeningExceptionDraft => ({
    practitionerId: nth(0),
    day: '2026-11-24',
    effect: 'extra',
    start: 840,
    end: 900,
    kind: 'unscheduled',
    capacity: 1,
    reason: 'épidémie',
    ...more,
  });

  it('extra slots are given and taken back', () => {
    begin();
    const added = addException(test.ground, programCall, given());
    const open = () =>
      openingFactsOf(test.ground.db, [nth(0)], '2026-11-24', '2026-11-24').get(nth(0))?.exceptions ?? [];
    expect(open()).toEqual([added]);
    removeException(test.ground, programCall, { id: added.id, version: 1 });
    expect(open()).toEqual([]);
  });

  it('an extra slot in an absence is refused at the day', () => {
    begin();
    addAbsence(test.ground, programCall, {
      practitionerId: nth(0),
      fromDay: '2026-11-24',
      toDay: '2026-11-24',
      start: null,
      end: null,
      reason: 'training',
      note: null,
    });
    expect(refusal(() => addException(test.ground, programCall, given()))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'day', code: 'absent' }],
    });
  });

  it('nothing is written for a practitioner whom the house does not have', () => {
    begin();
    const unknown = given({ practitionerId: 99 as PractitionerId });
    expect(refusal(() => addException(test.ground, programCall, unknown))).toEqual({
      code: 'NOT_FOUND',
      what: 'practitioner',
    });
  });
});

describe('absences', () => {
  const leave = (more: Partial<AbsenceDraft> = {}): AbsenceDraft => ({
    practitionerId: nth(0),
    fromDay: '2026-12-21',
    toDay: '2027-01-03',
    start: null,
    end: null,
    reason: 'leave',
    note: null,
    ...more,
  });

  it('are found by any day that they touch, of one practitioner or of all', () => {
    begin();
    const mine = addAbsence(test.ground, programCall, leave());
    const hers = addAbsence(
      test.ground,
      programCall,
      leave({ practitionerId: nth(1), fromDay: '2027-01-03' }),
    );
    expect(absencesBetween(test.ground.db, '2027-01-03', '2027-01-10')).toEqual([mine, hers]);
    expect(absencesBetween(test.ground.db, '2027-01-03', '2027-01-10', nth(1))).toEqual([hers]);
    expect(absencesBetween(test.ground.db, '2027-01-04', '2027-01-10')).toEqual([]);
  });

  it('are shortened and taken away; an end before the start is said at the end', () => {
    begin();
    const added = addAbsence(test.ground, programCall, leave());
    expect(refusal(() => updateAbsence(test.ground, programCall, { ...added, toDay: '2026-12-20' }))).toEqual(
      {
        code: 'INVALID_INPUT',
        fields: [{ path: 'toDay', code: 'to-before-from' }],
      },
    );
    const shorter = updateAbsence(test.ground, programCall, { ...added, toDay: '2026-12-27' });
    expect(shorter).toEqual({ ...added, version: 2, toDay: '2026-12-27' });
    removeAbsence(test.ground, programCall, { id: added.id, version: 2 });
    expect(absencesBetween(test.ground.db, '2026-01-01', '2027-12-31')).toEqual([]);
  });
});
