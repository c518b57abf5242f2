import { describe, expect, test } from 'vitest';
import type { StaffId } from '../../../../contract/ids.ts';
import { instantOf } from '../../../../contract/time.ts';
import type { Cascade, CascadeStep } from '../../../../contract/unscheduled.ts';
import { deadlineSaid, standingText, stepTitle } from './cascade-text.ts';
import { endingFor } from './ending-for.ts';

const ZONE = 'Europe/Paris';
const AT = instantOf('2026-11-23', 621, ZONE);
const step = (more: Partial<CascadeStep>): CascadeStep => ({
  kind: 'colleagues',
  slots: [],
  more: 0,
  tick: null,
  ...more,
});
const tick = (what: 'nothing' | 'declined') => ({ what, at: AT, by: 1 as StaffId });

describe('one line a step', () => {
  test('what was tried, with its hour', () => {
    expect(standingText(step({ tick: tick('nothing') }), ZONE)).toBe('rien, 10:21');
    expect(standingText(step({ tick: tick('declined') }), ZONE)).toBe('ne convient pas, 10:21');
  });

  test('what is still to come: how much there is, also where a place came free since', () => {
    const slots = [{}, {}] as never;
    expect(standingText(step({ slots, more: 3 }), ZONE)).toBe('5 places');
    expect(standingText(step({ slots: [{}] as never, tick: tick('nothing') }), ZONE)).toBe('1 place');
    expect(standingText(step({}), ZONE)).toBeNull();
  });
});

describe('a step by its hours, as it is said on the phone', () => {
  const next = (day: string, half: 'morning' | 'afternoon') => ({
    nextHalfDay: { day, half },
    ownDoctorId: null,
  });
  const said = (kind: CascadeStep['kind'], cascade: Parameters<typeof stepTitle>[1], minute = 620) =>
    stepTitle({ kind }, cascade, { day: '2026-11-23', minute });

  test('the next half-day is named by its day', () => {
    expect(said('next-half-day', next('2026-11-23', 'afternoon'))).toBe('Cet après-midi');
    expect(said('next-half-day', next('2026-11-24', 'morning'))).toBe('Demain matin');
    expect(said('next-half-day', next('2026-11-26', 'morning'))).toBe('Jeu. 26 nov. matin');
  });

  test('the first two say which half-day it is now; without a doctor here the first says so', () => {
    const own = { nextHalfDay: null, ownDoctorId: 1 as never };
    expect(said('own-doctor', own)).toBe('Son médecin ce matin');
    expect(said('colleagues', own, 780)).toBe('Les confrères cet après-midi');
    expect(said('own-doctor', { ...own, ownDoctorId: null })).toBe('Pas de médecin traitant ici');
  });
});

test('the deadline is said as a promise', () => {
  const deadline = instantOf('2026-11-25', 620, ZONE);
  expect(deadlineSaid(deadline, { day: '2026-11-23', minute: 620 }, ZONE).replaceAll('\u00a0', ' ')).toBe(
    'À voir avant mercredi 25 novembre, 10 h 20',
  );
});

describe('how the last steps end a request', () => {
  const known = {
    outside: [{ kind: 'cpts', name: 'CPTS fictive', phone: '01 99 00 01 15' }],
    sorterId: 4,
  } as unknown as Cascade;
  const dues = [{ label: 'dans 1 h', due: 5 }];

  test('outside: to whom is filled in; the doctor who sorts rings back within the hour; then the SAS', () => {
    expect(endingFor('outside', known, 0, dues)).toMatchObject({
      kind: 'redirected',
      to: 'cpts',
      label: 'CPTS fictive',
    });
    expect(endingFor('callback', known, 0, dues)).toMatchObject({
      kind: 'callback',
      owner: { kind: 'practitioner', practitionerId: 4 },
      due: 5,
    });
    expect(endingFor('fifteen', known, 0, dues)).toMatchObject({ kind: 'redirected', to: 'sas' });
  });

  test('somebody of the directory is followed until the answer', () => {
    const entry = { id: 7, kind: 'person', title: 'Mme', name: 'Balivernes', givenName: 'Nora' };
    const nora = {
      outside: [{ kind: 'directory', entry, phone: '+33465711000' }],
      sorterId: null,
    } as unknown as Cascade;
    expect(endingFor('outside', nora, 0, dues)).toMatchObject({
      kind: 'redirected',
      to: 'outside',
      label: 'Mme BALIVERNES Nora',
      sending: { entry, settled: true },
    });
  });

  test('a step with places, or a line that is not there, ends nothing', () => {
    expect(endingFor('colleagues', known, 0, dues)).toBeNull();
    expect(endingFor('outside', known, 3, dues)).toBeNull();
  });
});
