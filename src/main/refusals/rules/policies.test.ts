import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyId, PractitionerId, StaffId } from '../../../contract/ids.ts';
import {
  ClosingGround,
  Condition,
  Ground,
  type Policy,
  type PolicyDraft,
  PolicyState,
  SituationGround,
} from '../../../contract/intake.ts';
import { addDays } from '../../../contract/time.ts';
import { checkPolicy, currentPolicy, meterOf, monthOf, nextPolicy, reviewOverdue } from './policies.ts';

const TODAY = '2026-11-23';

const draft = (more: Partial<PolicyDraft> = {}): PolicyDraft => ({
  practitionerId: 1 as PractitionerId,
  state: 'open',
  quotaPerMonth: null,
  conditions: [],
  visitSector: null,
  validFrom: TODAY,
  reviewOn: '2027-03-01',
  ground: null,
  groundOnPaper: false,
  situations: [],
  instructions: null,
  whoSorts: 'reception',
  ...more,
});

const policy = (id: number, validFrom: string, more: Partial<Policy> = {}): Policy => ({
  ...draft({ validFrom }),
  id: id as PolicyId,
  setBy: 1 as StaffId,
  setAt: id,
  withdrawnAt: null,
  ...more,
});

const wrong = (more: Partial<PolicyDraft>, first = false) =>
  checkPolicy(draft(more), TODAY, first).map(({ path, code }) => `${path}: ${code}`);

describe('The policy that counts on a day', () => {
  test('is the latest that has begun', () => {
    const said = [policy(1, '2026-01-01'), policy(2, '2026-11-23'), policy(3, '2026-12-01')];
    expect(currentPolicy(said, '2026-11-22')?.id).toBe(1);
    expect(currentPolicy(said, '2026-11-23')?.id).toBe(2);
    expect(nextPolicy(said, '2026-11-23')?.id).toBe(3);
    expect(currentPolicy(said, '2026-12-01')?.id).toBe(3);
    expect(nextPolicy(said, '2026-12-01')).toBeNull();
  });

  test('is nobody’s guess before the first one has begun', () => {
    expect(currentPolicy([policy(1, '2026-12-01')], TODAY)).toBeNull();
    expect(currentPolicy([], TODAY)).toBeNull();
  });

  test('of two from the same day is the one written last', () => {
    expect(currentPolicy([policy(2, TODAY), policy(1, TODAY)], TODAY)?.id).toBe(2);
    expect(nextPolicy([policy(2, '2026-12-01'), policy(1, '2026-12-01')], TODAY)?.id).toBe(2);
  });

  test('lets a change that was announced come on its day, whatever is said meanwhile', () => {
    const said = [policy(1, '2026-12-01'), policy(2, '2026-11-24')];
    expect(currentPolicy(said, '2026-11-30')?.id).toBe(2);
    expect(currentPolicy(said, '2026-12-01')?.id).toBe(1);
  });

  test('is the one before once somebody has taken it back', () => {
    const said = [policy(1, '2026-01-01'), policy(2, TODAY, { withdrawnAt: 1 })];
    expect(currentPolicy(said, TODAY)?.id).toBe(1);
  });

  test('never depends on the order in which the rows are read, and never comes from tomorrow', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((n) => addDays('2026-11-01', n));
    const row = fc.tuple(day, fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), day, (rows, at) => {
        const said = rows.map(([from, gone], i) => policy(i + 1, from, { withdrawnAt: gone ? 1 : null }));
        const now = currentPolicy(said, at);
        expect(currentPolicy(said.toReversed(), at)?.id).toBe(now?.id);
        expect(nextPolicy(said.toReversed(), at)?.id).toBe(nextPolicy(said, at)?.id);
        if (now) expect(now.validFrom <= at && now.withdrawnAt === null).toBe(true);
        for (const other of said.filter((p) => p.withdrawnAt === null && p.validFrom <= at))
          expect(now && now.validFrom >= other.validFrom).toBe(true);
      }),
    );
  });
});

describe('The review day', () => {
  test('is not late on the day itself, and is the day after', () => {
    const said = policy(1, '2026-01-01', { reviewOn: TODAY });
    expect([reviewOverdue(said, TODAY), reviewOverdue(said, '2026-11-24')]).toEqual([false, true]);
    expect(reviewOverdue(null, TODAY)).toBe(false);
  });
});

describe('The month’s places', () => {
  const three = policy(1, TODAY, { state: 'quota', quotaPerMonth: 3 });

  test('are the quota less those taken, and never below none', () => {
    expect(meterOf(three, '2026-11', 1)).toEqual({ month: '2026-11', taken: 1, quota: 3, left: 2 });
    expect(meterOf(three, '2026-11', 5)).toEqual({ month: '2026-11', taken: 5, quota: 3, left: 0 });
  });

  test('are counted without a quota too, and none is left over', () => {
    expect(meterOf(policy(1, TODAY), '2026-11', 4)).toEqual({
      month: '2026-11',
      taken: 4,
      quota: null,
      left: null,
    });
  });

  test('begin anew on the first of the month', () => {
    expect([monthOf('2026-11-30'), monthOf('2026-12-01')]).toEqual(['2026-11', '2026-12']);
  });
});

describe('A policy', () => {
  test('open says nothing more', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ ground: 'list-full' })).toEqual(['ground: not-with-this']);
    expect(wrong({ quotaPerMonth: 3 })).toEqual(['quotaPerMonth: not-with-this']);
  });

  test('closed says on what ground', () => {
    expect(wrong({ state: 'closed' })).toEqual(['ground: required']);
    expect(wrong({ state: 'closed', ground: 'list-full' })).toEqual([]);
  });

  test('with a quota says how many', () => {
    expect(wrong({ state: 'quota' })).toEqual(['quotaPerMonth: required']);
    expect(wrong({ state: 'quota', quotaPerMonth: 2 })).toEqual([]);
  });

  test('on a condition names it, and on what ground the others are not taken', () => {
    expect(wrong({ state: 'conditional' })).toEqual(['conditions: required']);
    expect(wrong({ state: 'conditional', conditions: ['referred-by-professional'] })).toEqual([
      'ground: required',
    ]);
    expect(
      wrong({ state: 'conditional', conditions: ['referred-by-professional'], ground: 'list-full' }),
    ).toEqual([]);
    expect(wrong({ conditions: ['home-visit-in-sector'], visitSector: 'le bourg' })).toEqual([
      'conditions: not-with-this',
    ]);
  });

  test('for home visits says where they go, and stands on no other ground', () => {
    expect(wrong({ state: 'conditional', conditions: ['home-visit-in-sector'] })).toEqual([
      'visitSector: required',
    ]);
    expect(
      wrong({ state: 'conditional', conditions: ['home-visit-in-sector'], visitSector: 'le bourg' }),
    ).toEqual([]);
    expect(wrong({ visitSector: 'le bourg' })).toEqual(['visitSector: not-with-this']);
  });

  test('is looked at again later than it begins', () => {
    expect(wrong({ reviewOn: TODAY })).toEqual(['reviewOn: before-start']);
  });

  test('does not write the past anew, but the first one may say since when it has been so', () => {
    expect(wrong({ validFrom: '2026-11-22' })).toEqual(['validFrom: past']);
    expect(wrong({ validFrom: '2024-01-01' }, true)).toEqual([]);
  });

  test('turns nobody away in its instructions: neither who is covered how, nor who is how old', () => {
    const says = (instructions: string) => wrong({ instructions });
    for (const bad of ['Pas de CMU ni d’AME.', 'Ne plus prendre de patients de plus de 70 ans.'])
      expect([bad, says(bad)]).toEqual([bad, ['instructions: names-protected-group']]);
    expect(says('Première venue sur une plage « nouveaux patients », 30 minutes.')).toEqual([]);
    const sector = { state: 'conditional', conditions: ['home-visit-in-sector'] } as const;
    expect(
      wrong({ ...sector, conditions: [...sector.conditions], visitSector: 'Bourg-Fictif, pas de C2S' }),
    ).toEqual(['visitSector: names-protected-group']);
    expect(
      wrong({
        ...sector,
        conditions: [...sector.conditions],
        visitSector: 'Bourg-Fictif et les hameaux à moins de dix kilomètres, pas les communes voisines',
      }),
    ).toEqual([]);
  });

  test('says nothing twice', () => {
    expect(wrong({ situations: ['double-follow-up', 'double-follow-up'] })).toEqual([
      'situations: duplicate',
    ]);
  });
});

describe('The lists are closed', () => {
  test('grounds, states, conditions: these and no others', () => {
    expect(Ground.options).toEqual([
      'list-full',
      'outside-competence',
      'absence-or-departure',
      'outside-mode-of-practice',
      'double-follow-up',
      'not-a-medical-request',
      'breach-of-trust',
      'repeated-absence',
    ]);
    expect(ClosingGround.options).toEqual(Ground.options.slice(0, 4));
    expect(SituationGround.options).toEqual([
      'outside-competence',
      'outside-mode-of-practice',
      'double-follow-up',
      'not-a-medical-request',
    ]);
    expect(PolicyState.options).toEqual(['open', 'closed', 'quota', 'conditional']);
    // « Relatives of a patient » is left out on purpose: docs/spec/refusals.md.
    expect(Condition.options).toEqual(['referred-by-professional', 'home-visit-in-sector']);
  });
});
