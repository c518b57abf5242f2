import { describe, expect, test } from 'vitest';
import type { Slot } from '../../../../contract/agenda.ts';
import { AppointmentTypeId, PractitionerId } from '../../../../contract/ids.ts';
import { appointment, MONDAY, patient } from '../lanes/fixtures.ts';
import {
  callTitle,
  draftAtPlace,
  draftToMove,
  newDraft,
  stepBack,
  withOverbooking,
  withPatient,
  withProposals,
  withSlot,
  worthKeeping,
} from './draft.ts';

const blank = newDraft(1, 0);
const marie = patient(1, 'DUPONT Marie');
const place = { practitionerId: PractitionerId.parse(1), day: MONDAY, start: 620 };
const slot: Slot = { ...place, end: 635, kind: 'regular', ownDoctor: false };
const steps = (draft: typeof blank | null): readonly string[] =>
  draft === null ? [] : [draft.step, ...steps(stepBack(draft))];

describe('both orders end at the same last look', () => {
  test('the person first: what is known, then the slots, then the last look', () => {
    const known = withPatient(blank, marie);
    expect(known.step).toBe('summary');
    const chosen = withSlot({ ...known, step: 'slots' }, slot);
    expect([chosen.step, chosen.place]).toEqual(['confirm', place]);
  });

  test('the place first: then who, then the last look', () => {
    const placed = draftAtPlace(blank, place);
    expect(placed.step).toBe('person');
    expect([withPatient(placed, marie).step, withPatient(placed, marie).place]).toEqual(['confirm', place]);
  });

  test('F3 pressed before the person was found is not undone by finding them', () =>
    expect(withPatient({ ...blank, step: 'slots' }, marie).step).toBe('slots'));

  test('free time clicked during a call is that call’s place', () =>
    expect(draftAtPlace(withPatient(blank, marie), place).step).toBe('confirm'));
});

test('Échap goes back one step at a time, and then out', () =>
  expect(steps(withSlot({ ...withPatient(blank, marie), step: 'slots' }, slot))).toEqual([
    'confirm',
    'slots',
    'summary',
  ]));

test('Échap from a move’s slots leaves: there is no person to choose', () =>
  expect(steps(draftToMove(blank, appointment(4, 1, 540, 555)))).toEqual(['slots']));

describe('the place went while the call lasted', () => {
  const typed = { ...withSlot(withPatient(blank, marie), slot), typeId: AppointmentTypeId.parse(3) };
  const lost = withProposals(typed, [slot]);

  test('the nearest places are proposed where the list was; person and type are kept', () =>
    expect([lost.step, lost.proposals, lost.patient?.id, lost.typeId, lost.place]).toEqual([
      'slots',
      [slot],
      1,
      3,
      null,
    ]));

  test('R3: it can still be taken on purpose', () =>
    expect([withOverbooking(lost).step, withOverbooking(lost).place, withOverbooking(lost).conflict]).toEqual(
      ['confirm', place, { kind: 'taken' }],
    ));
});

describe('closing the panel loses nothing that somebody said', () => {
  test('a person or a wish is kept', () => {
    expect(worthKeeping(withPatient(blank, marie))).toBe(true);
    expect(worthKeeping({ ...blank, asked: { ...blank.asked, wish: 'certificat de sport' } })).toBe(true);
  });

  test('an empty call, a move and a finished call leave nothing behind', () => {
    expect(worthKeeping(blank)).toBe(false);
    expect(worthKeeping({ ...blank, asked: { ...blank.asked, wish: '   ' } })).toBe(false);
    expect(worthKeeping(draftToMove(blank, appointment(4, 1, 540, 555)))).toBe(false);
    expect(worthKeeping({ ...withPatient(blank, marie), step: 'done' })).toBe(false);
  });
});

test('the head says whether something begins, goes on from before, or moves', () => {
  expect(callTitle(blank)).toBe('Nouvelle demande');
  expect(callTitle({ ...blank, takenUp: 5 })).toBe('Demande reprise');
  expect(callTitle(draftToMove(blank, appointment(4, 1, 540, 555)))).toBe('Déplacer');
});
