import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyId, PractitionerId, StaffId } from '../../../contract/ids.ts';
import {
  Condition,
  type Decision,
  DecisionGround,
  type Ground,
  type Policy,
  SituationGround,
} from '../../../contract/intake.ts';
import { RequestOrigin } from '../../../contract/requests.ts';
import { meterOf } from './policies.ts';
import { type Asked, canTake, conditionsOf, type Door, groundsFor, whyNotGround } from './standing.ts';

const policy = (more: Partial<Policy> = {}): Policy => ({
  id: 1 as PolicyId,
  practitionerId: 1 as PractitionerId,
  state: 'open',
  quotaPerMonth: null,
  conditions: [],
  visitSector: null,
  validFrom: '2026-01-01',
  reviewOn: '2027-01-01',
  ground: null,
  groundOnPaper: false,
  situations: [],
  instructions: null,
  whoSorts: 'reception',
  setBy: 1 as StaffId,
  setAt: 0,
  withdrawnAt: null,
  ...more,
});
const decision = (more: Partial<Decision> = {}): Decision => ({
  id: 1 as never,
  version: 1,
  practitionerId: 1 as PractitionerId,
  patientId: 1 as never,
  ground: 'breach-of-trust',
  decidedOn: '2026-11-01',
  knownPatient: false,
  patientToldOn: null,
  successor: null,
  informationPassedOn: null,
  owed: [],
  recordedBy: 3 as StaffId,
  recordedAt: 0,
  withdrawnAt: null,
  ...more,
});
const door = (said: Partial<Policy> | null, taken = 0, more: Partial<Door> = {}): Door => {
  const own = said && policy(said);
  const meter = meterOf(own, '2026-11', taken);
  return { policy: own, meter, decision: null, placeKept: false, followed: false, ...more };
};
const call: Asked = { origin: 'call', homeVisit: false };
const fromPharmacy: Asked = { origin: 'pharmacy', homeVisit: false };
const visit: Asked = { origin: 'call', homeVisit: true };

const closed = { state: 'closed', ground: 'list-full' } as const;
const two = { state: 'quota', quotaPerMonth: 2 } as const;
const referred: Partial<Policy> = {
  state: 'conditional',
  conditions: ['referred-by-professional'],
  ground: 'list-full',
};
const sector: Partial<Policy> = {
  state: 'conditional',
  conditions: ['home-visit-in-sector'],
  visitSector: 'le bourg',
};
const ask = (said: Partial<Policy> | null, taken = 0, asked = call) => {
  const at = door(said, taken);
  return [canTake(at, asked), groundsFor(at, asked)];
};

describe('A practitioner', () => {
  test('whom nobody has asked is neither open nor closed, and refuses nobody', () => {
    expect(ask(null)).toEqual(['unknown', []]);
  });
  test('who is open refuses nobody', () => {
    expect(ask({})).toEqual(['yes', []]);
  });
  test('who is closed refuses on the ground of the policy alone', () => {
    expect(ask(closed)).toEqual(['no', ['list-full']]);
    expect(ask({ state: 'closed', ground: 'absence-or-departure' })).toEqual([
      'no',
      ['absence-or-departure'],
    ]);
  });
  test('with places left takes the next one, and with none left is full', () => {
    expect(ask(two, 1)).toEqual(['yes', []]);
    expect(ask(two, 2)).toEqual(['no', ['list-full']]);
  });
  test('who takes those whom a professional sends asks no more of them', () => {
    expect(ask(referred, 0, fromPharmacy)).toEqual(['yes', []]);
  });
  test('who takes those whom a professional sends is asked about when the patient calls: she may have a letter', () => {
    expect(ask(referred)).toEqual(['ask', ['list-full']]);
    expect(ask(referred, 0, { origin: 'counter', homeVisit: false })[0]).toBe('ask');
    expect(ask(referred, 0, { origin: 'telesecretariat', homeVisit: false })[0]).toBe('ask');
  });
  test('with a sector for home visits asks where the home is, for a visit and never else', () => {
    expect(ask(sector)).toEqual(['yes', []]);
    expect(ask(sector, 0, visit)).toEqual(['ask', ['outside-mode-of-practice']]);
  });
  test('with both conditions needs both', () => {
    const both = { ...referred, conditions: [...Condition.options], visitSector: 'le bourg' };
    expect(ask(both, 0, { origin: 'pharmacy', homeVisit: true })).toEqual([
      'ask',
      ['outside-mode-of-practice'],
    ]);
    expect(ask(both, 0, visit)).toEqual(['ask', ['list-full', 'outside-mode-of-practice']]);
    expect(conditionsOf(policy(both), visit)).toEqual([
      { kind: 'referred-by-professional', met: 'ask' },
      { kind: 'home-visit-in-sector', met: 'ask' },
    ]);
  });
  test('never takes what she said that she never takes, even while open', () => {
    expect(ask({ situations: ['not-a-medical-request'] })).toEqual(['yes', ['not-a-medical-request']]);
  });
  test('who keeps a place for this request has said yes to it', () => {
    const at = door(two, 2, { placeKept: true });
    expect([canTake(at, call), groundsFor(at, call)]).toEqual(['yes', []]);
    expect(whyNotGround(at, call, 'list-full')).toBe('place-kept');
  });
});

describe('Breach of trust and repeated absence', () => {
  const at = (own: Decision | null, said: Partial<Policy> = {}) => door(said, 0, { decision: own });
  test('are grounds only of a decision that says so', () => {
    expect(whyNotGround(at(null), call, 'breach-of-trust')).toBe('no-decision');
    expect(whyNotGround(at(decision()), call, 'repeated-absence')).toBe('no-decision');
    expect(whyNotGround(at(decision()), call, 'breach-of-trust')).toBeNull();
  });
  test('close one practitioner’s door to one patient, however open it is', () => {
    expect([canTake(at(decision()), call), groundsFor(at(decision()), call)]).toEqual([
      'no',
      ['breach-of-trust'],
    ]);
  });
  test('are not told to somebody who was followed before the hand-over is done', () => {
    expect(whyNotGround(at(decision({ owed: ['successor-named'] })), call, 'breach-of-trust')).toBe(
      'continuity-owed',
    );
  });
});

describe('Somebody whom this practitioner follows is no newcomer', () => {
  test.each<[string, Partial<Policy>, number, Ground]>([
    ['closed', closed, 0, 'list-full'],
    ['full for this month', two, 2, 'list-full'],
    ['for those who are referred', referred, 0, 'list-full'],
  ])('and is neither kept out nor refused by a policy that is %s', (_, said, taken, ground) => {
    const at = door(said, taken, { followed: true });
    expect([canTake(at, call), whyNotGround(at, call, ground), groundsFor(at, call)]).toEqual([
      'yes',
      'known-patient',
      [],
    ]);
  });
  test('and comes in while nobody has said yet how newcomers are received', () => {
    expect(canTake(door(null, 0, { followed: true }), call)).toBe('yes');
  });
  test('and stays out once the practitioner has decided so', () => {
    const at = door({}, 0, { followed: true, decision: decision({ knownPatient: true }) });
    expect(canTake(at, call)).toBe('no');
  });
  test('but may be asking for what is never taken, or be let go by a decision that is handed over', () => {
    const at = door({ ...closed, situations: ['not-a-medical-request'] }, 0, {
      followed: true,
      decision: decision({ knownPatient: true }),
    });
    expect(groundsFor(at, call)).toEqual(['not-a-medical-request', 'breach-of-trust']);
  });
});

test('Why not says which rule is in the way', () => {
  const why = (said: Partial<Policy>, taken: number, ground: Ground, asked = call) =>
    whyNotGround(door(said, taken), asked, ground);
  expect(why({}, 0, 'list-full')).toBe('policy-open');
  expect(why(closed, 0, 'outside-competence')).toBe('not-in-policy');
  expect(why(two, 1, 'list-full')).toBe('places-left');
  expect(why(two, 2, 'outside-competence')).toBe('not-in-policy');
  expect(why(referred, 0, 'list-full', fromPharmacy)).toBe('condition-met');
  expect(why(sector, 0, 'list-full', visit)).toBe('not-in-policy');
});

describe('Whatever the policy', () => {
  const anyPolicy = fc.oneof(
    fc.constant({}),
    fc
      .constantFrom(...(['list-full', 'absence-or-departure'] as const))
      .map((ground) => ({ ...closed, ground })),
    fc.integer({ min: 1, max: 4 }).map((quotaPerMonth) => ({ ...two, quotaPerMonth })),
    fc.constant(referred),
    fc.constant(sector),
  );
  const anyDoor = fc
    .record({
      said: fc.option(anyPolicy),
      situations: fc.subarray([...SituationGround.options]),
      taken: fc.integer({ min: 0, max: 5 }),
      ground: fc.constantFrom(...DecisionGround.options),
      decided: fc.boolean(),
      placeKept: fc.boolean(),
      followed: fc.boolean(),
    })
    .map(({ said, situations, taken, ground, decided, placeKept, followed }) =>
      door(said && ({ ...said, situations } as Partial<Policy>), taken, {
        decision: decided ? decision({ ground }) : null,
        placeKept,
        followed,
      }),
    );
  const anyAsked = fc.record({ origin: fc.constantFrom(...RequestOrigin.options), homeVisit: fc.boolean() });

  test('whoever can take a newcomer may refuse only what is never taken', () => {
    fc.assert(
      fc.property(anyDoor, anyAsked, (at, asked) => {
        if (canTake(at, asked) !== 'yes') return;
        for (const ground of groundsFor(at, asked)) expect(at.policy?.situations).toContain(ground);
      }),
    );
  });

  test('whoever cannot has a ground to say so to a newcomer, or nobody has asked', () => {
    fc.assert(
      fc.property(anyDoor, anyAsked, (at, asked) => {
        const can = canTake(at, asked);
        if (can === 'no') expect(groundsFor(at, asked).length).toBeGreaterThan(0);
        if (can === 'unknown') expect(at.policy).toBeNull();
      }),
    );
  });

  test('whoever is followed comes in, unless the practitioner decided otherwise', () => {
    fc.assert(
      fc.property(anyDoor, anyAsked, (at, asked) => {
        if (at.followed && at.decision === null) expect(canTake(at, asked)).toBe('yes');
      }),
    );
  });

  test('nobody counts as not sent by a professional before the question was asked', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        expect(conditionsOf(policy(referred), asked)[0]?.met).not.toBe('no');
        expect(canTake(door(referred), asked)).not.toBe('no');
      }),
    );
  });

  test('whoever is followed is told no policy on newcomers', () => {
    fc.assert(
      fc.property(anyDoor, anyAsked, (at, asked) => {
        if (!at.followed) return;
        const lawful = [...(at.policy?.situations ?? []), ...DecisionGround.options];
        for (const ground of groundsFor(at, asked)) expect(lawful).toContain(ground);
      }),
    );
  });

  test('a sector never stands in the way of somebody who comes to the house', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RequestOrigin.options), (origin) => {
        expect(canTake(door(sector), { origin, homeVisit: false })).toBe('yes');
      }),
    );
  });
});
