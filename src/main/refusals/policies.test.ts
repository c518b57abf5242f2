/** How a practitioner receives newcomers: said, kept, taken back; on the real encrypted file. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MONDAY, refused } from '../../../tests/support/agenda-desk.ts';
import {
  clara,
  fillHouse,
  fixtureDb,
  louis,
  NGUYEN,
  PETIT,
  ROLLAND,
} from '../../../tests/support/agenda-house.ts';
import { callAs, openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import type { PolicyDraft } from '../../contract/intake.ts';
import { instantOf } from '../../contract/time.ts';
import { all, run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import * as refusals from './service.ts';
import { refusalCompensations } from './undo.ts';

let house: TestGround;
beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
  run(
    fixtureDb(house.ground),
    `INSERT INTO staff (id, version, initials, name, role, practitioner_id, active)
     VALUES (3, 1, 'LN', 'Dr Linh Nguyen', 'practitioner', ?, 1)`,
    [NGUYEN],
  );
});
afterEach(() => house.close());

const drNguyen = callAs(3, 'LN', 'practitioner', 'Cabinet 1');

const draft = (more: Partial<PolicyDraft> = {}): PolicyDraft => ({
  practitionerId: NGUYEN,
  state: 'closed',
  quotaPerMonth: null,
  conditions: [],
  visitSector: null,
  validFrom: MONDAY,
  reviewOn: '2027-03-01',
  ground: 'list-full',
  groundOnPaper: false,
  situations: [],
  instructions: 'Proposer d’abord le Dr Petit.',
  whoSorts: 'reception',
  ...more,
});
const set = (more: Partial<PolicyDraft> & { basedOn?: never } = {}, call = clara) =>
  refusals.setPolicy(house.ground, call, draft(more));
const ofNguyen = () => refusals.policies(house.ground)[0];
const stored = () => all(house.ground.db, 'SELECT id, state, withdrawn_at FROM policies ORDER BY id');

describe('A policy', () => {
  test('is nobody’s before somebody has asked: neither open nor closed', () => {
    expect(refusals.policies(house.ground)).toEqual(
      [1, 2, 3, 4].map((practitionerId) => ({
        practitionerId,
        current: null,
        next: null,
        meter: { month: '2026-11', taken: 0, quota: null, left: null },
        reviewOverdue: false,
      })),
    );
  });

  test('is written with its author, its dates and all it says', () => {
    const said = set({ situations: ['not-a-medical-request', 'double-follow-up'], groundOnPaper: true });
    expect(said).toEqual({
      ...draft({ situations: ['double-follow-up', 'not-a-medical-request'], groundOnPaper: true }),
      id: 1,
      setBy: 1,
      setAt: house.clock.now(),
      withdrawnAt: null,
    });
    expect(ofNguyen()).toMatchObject({ current: said, next: null, reviewOverdue: false });
    expect(since(house.ground.db, 0).map((e) => [e.action, e.actor, e.rows])).toEqual([
      [
        'policy.set',
        'CM',
        [
          { entity: 'policy', id: 1 },
          { entity: 'practitioner', id: NGUYEN },
        ],
      ],
    ]);
  });

  test('keeps its conditions and where home visits go', () => {
    const said = set({
      state: 'conditional',
      conditions: ['referred-by-professional', 'home-visit-in-sector'],
      visitSector: 'Bourg-Fictif et hameaux voisins',
    });
    expect(ofNguyen()?.current).toEqual(said);
  });

  test('takes over from the one before, and the history shows both', () => {
    set();
    house.clock.set(instantOf('2026-11-24', 540, 'Europe/Paris'));
    set({ state: 'quota', quotaPerMonth: 2, ground: null, validFrom: '2026-12-01' }, louis);
    expect(ofNguyen()).toMatchObject({ current: { id: 1 }, next: { id: 2, state: 'quota' } });
    house.clock.set(instantOf('2026-12-01', 0, 'Europe/Paris'));
    expect(ofNguyen()).toMatchObject({
      current: { id: 2, setBy: 2 },
      next: null,
      meter: { month: '2026-12', taken: 0, quota: 2, left: 2 },
    });
    expect(refusals.policyHistory(house.ground, NGUYEN).map((p) => [p.id, p.state])).toEqual([
      [2, 'quota'],
      [1, 'closed'],
    ]);
  });

  test('past its review day says so', () => {
    set({ reviewOn: '2026-11-24' });
    house.clock.set(instantOf('2026-11-25', 0, 'Europe/Paris'));
    expect(ofNguyen()?.reviewOverdue).toBe(true);
  });

  test('begins when the house’s own calendar says so, wherever the PC believes it is', () => {
    run(fixtureDb(house.ground), `UPDATE house SET zone = 'Indian/Reunion'`);
    // 21:00 in Paris is past midnight there: the 24th, and the next month on the last of November.
    house.clock.set(instantOf('2026-11-30', 21 * 60, 'Europe/Paris'));
    set({ state: 'quota', quotaPerMonth: 1, ground: null, validFrom: '2026-12-01' });
    expect(ofNguyen()).toMatchObject({ current: { id: 1 }, meter: { month: '2026-12', left: 1 } });
  });

  test('is set by the practitioner for herself, and not for a colleague', () => {
    expect(set({}, drNguyen).setBy).toBe(3);
    expect(refused(() => set({ practitionerId: PETIT }, drNguyen))).toEqual({
      code: 'FORBIDDEN',
      data: { right: 'policies.write' },
    });
    expect(refused(() => set({}, programCall)).code).toBe('NO_ACTOR');
    expect(stored()).toHaveLength(1);
  });

  test('filled in on a form that somebody has overtaken is not written', () => {
    const first = set();
    set({ state: 'open', ground: null }, louis);
    const late = (basedOn: typeof first.id | null) =>
      refused(() => refusals.setPolicy(house.ground, clara, { ...draft(), basedOn }));
    expect(late(first.id)).toEqual({ code: 'CONFLICT', data: { reason: 'policy-changed' } });
    expect(late(null)).toEqual({ code: 'CONFLICT', data: { reason: 'policy-changed' } });
    expect(stored()).toHaveLength(2);
  });

  test('that contradicts itself is refused at its field, and nothing is written', () => {
    expect(refused(() => set({ ground: null }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'ground', code: 'required' }] },
    });
    expect(refused(() => set({ practitionerId: 99 as never }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'practitioner' },
    });
    expect([stored(), since(house.ground.db, 0)]).toEqual([[], []]);
  });

  test('is taken back by Ctrl+Z, leaving the one before and its own trace', () => {
    set();
    set({ state: 'open', ground: null });
    undoLast(house.ground, clara, refusalCompensations);
    expect(ofNguyen()?.current?.id).toBe(1);
    expect(refusals.policyHistory(house.ground, NGUYEN).map((p) => [p.id, p.withdrawnAt])).toEqual([
      [2, house.clock.now()],
      [1, null],
    ]);
    undoLast(house.ground, clara, refusalCompensations);
    expect(ofNguyen()?.current).toBeNull();
    expect(set({ validFrom: '2024-01-01' }).id).toBe(3);
  });
});

describe('The file itself', () => {
  const db = () => fixtureDb(house.ground);
  const insert = (values: Record<string, string | number | null> = {}) => {
    const row = {
      practitioner_id: ROLLAND,
      state: 'open',
      quota_per_month: null,
      needs_referral: 0,
      visits_in_sector: 0,
      visit_sector: null,
      valid_from: MONDAY,
      review_on: '2027-01-01',
      ground: null,
      ground_on_paper: 0,
      who_sorts: 'reception',
      set_by: 1,
      set_at: 0,
      ...values,
    };
    const names = Object.keys(row);
    run(
      db(),
      `INSERT INTO policies (${names.join(', ')}) VALUES (${names.map((n) => `:${n}`).join(', ')})`,
      row,
    );
  };

  test('refuses a policy that no service would write', () => {
    insert();
    for (const bad of [
      { state: 'maybe' },
      { state: 'closed' },
      { state: 'quota' },
      { state: 'quota', quota_per_month: 0 },
      { state: 'conditional' },
      { ground: 'list-full' },
      { quota_per_month: 2 },
      { visit_sector: 'le bourg' },
      { state: 'conditional', visits_in_sector: 1 },
      { state: 'conditional', needs_referral: 1 },
      { review_on: MONDAY },
    ] as const)
      expect(() => insert(bad), JSON.stringify(bad)).toThrow('CHECK constraint failed');
  });

  test('rewrites and deletes none of them', () => {
    insert();
    expect(() => run(db(), `UPDATE policies SET state = 'quota', quota_per_month = 1`)).toThrow(
      'append-only',
    );
    expect(() => run(db(), `UPDATE policies SET instructions = 'autre chose'`)).toThrow('append-only');
    expect(() => run(db(), 'DELETE FROM policies')).toThrow('append-only');
    run(db(), 'UPDATE policies SET withdrawn_at = 1');
    expect(() => run(db(), 'UPDATE policies SET withdrawn_at = NULL')).toThrow('append-only');
  });
});
