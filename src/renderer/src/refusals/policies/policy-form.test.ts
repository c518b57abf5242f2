import { describe, expect, test } from 'vitest';
import { PolicyId, PractitionerId, StaffId } from '../../../../contract/ids.ts';
import type { Policy } from '../../../../contract/intake.ts';
import { formOf, needsGround, toSend } from './policy-form.ts';

const id = PractitionerId.parse(1);
const today = '2026-11-23';
const quota: Policy = {
  id: PolicyId.parse(1),
  practitionerId: id,
  state: 'quota',
  quotaPerMonth: 4,
  conditions: [],
  visitSector: null,
  validFrom: '2026-09-02',
  reviewOn: '2026-12-02',
  ground: null,
  groundOnPaper: false,
  situations: ['not-a-medical-request'],
  instructions: null,
  whoSorts: 'reception',
  setBy: StaffId.parse(1),
  setAt: 0,
  withdrawnAt: null,
};

describe('a policy is written from what holds today', () => {
  test('dated today, with the review day that still stands', () => {
    const values = formOf(id, quota, today);
    expect([values.validFrom, values.reviewOn, values.quotaPerMonth]).toEqual([today, '2026-12-02', 4]);
  });

  test('a review day that has passed is moved three months ahead', () =>
    expect(formOf(id, { ...quota, reviewOn: '2026-11-01' }, today).reviewOn).toBe('2027-02-23'));

  test('the first one starts open, and is looked at again in three months', () => {
    const first = formOf(id, null, today);
    expect([first.state, first.reviewOn, first.whoSorts]).toEqual(['open', '2027-02-23', 'reception']);
  });
});

describe('only what goes with the state is sent', () => {
  test('a quota typed before the door was closed', () => {
    const closed = toSend({ ...formOf(id, quota, today), state: 'closed', ground: 'list-full' });
    expect([closed.quotaPerMonth, closed.ground]).toEqual([null, 'list-full']);
  });

  test('a sector goes with home visits only', () => {
    const visits = {
      ...formOf(id, quota, today),
      state: 'conditional' as const,
      visitSector: ' Bourg-Fictif ',
    };
    expect(toSend({ ...visits, conditions: ['home-visit-in-sector'] }).visitSector).toBe('Bourg-Fictif');
    expect(toSend({ ...visits, conditions: ['referred-by-professional'] }).visitSector).toBeNull();
  });

  test('an open door stands on no ground', () =>
    expect(toSend({ ...formOf(id, quota, today), state: 'open', ground: 'list-full' }).ground).toBeNull());

  test('sending away whoever nobody referred stands on a ground; home visits do not', () => {
    expect(needsGround({ state: 'conditional', conditions: ['referred-by-professional'] })).toBe(true);
    expect(needsGround({ state: 'conditional', conditions: ['home-visit-in-sector'] })).toBe(false);
  });

  test('instructions of blanks are no instructions', () =>
    expect(toSend({ ...formOf(id, quota, today), instructions: '  ' }).instructions).toBeNull());
});
