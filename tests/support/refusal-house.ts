/**
 * The small house with a practitioner at her own desk, a signed card and the shortest way to each step of a refusal,
 * always through the services.
 */
import { randomUUID } from 'node:crypto';
import type { PatientId, PractitionerId, RequestId } from '../../src/contract/ids.ts';
import type { Policy, PolicyDraft } from '../../src/contract/intake.ts';
import type { RefusalDraft } from '../../src/contract/refusals.ts';
import type { RequestDraft } from '../../src/contract/requests.ts';
import type { UrgencyAct } from '../../src/contract/urgency.ts';
import type { Call } from '../../src/main/core/actor.ts';
import { all, run } from '../../src/main/core/db.ts';
import * as refusals from '../../src/main/refusals/service.ts';
import * as requests from '../../src/main/requests/service.ts';
import * as urgency from '../../src/main/urgency/service.ts';
import { BERNARD, COLIN, clara, fillHouse, fixtureDb, NGUYEN, PETIT, ROLLAND } from './agenda-house.ts';
import { callAs, openTestGround, type TestGround } from './ground.ts';

export const drNguyen: Call = callAs(3, 'LN', 'practitioner', 'Cabinet 1');
export const drPetit: Call = callAs(4, 'HP', 'practitioner', 'Cabinet 2');

export const policyDraft = (more: Partial<PolicyDraft> = {}): PolicyDraft => ({
  practitionerId: NGUYEN,
  state: 'open',
  quotaPerMonth: null,
  conditions: [],
  visitSector: null,
  validFrom: '2026-11-23',
  reviewOn: '2027-11-23',
  ground: null,
  groundOnPaper: false,
  situations: [],
  instructions: null,
  whoSorts: 'reception',
  ...more,
});

export const CLOSED = { state: 'closed', ground: 'list-full' } as const;
export const quota = (quotaPerMonth: number) => ({ state: 'quota', quotaPerMonth }) as const;

/** Every table that a refusal could leave something in, with how much is in it. */
const COUNTED = [
  'journal',
  'requests',
  'callbacks',
  'policies',
  'newcomer_places',
  'practitioner_decisions',
  'refusals',
  'refusal_ways',
  'refusal_words',
  'refusal_colleagues',
  'urgency_events',
];

/** Dr Nguyen's no to somebody who looks for a médecin traitant, as the small house allows it. */
export const refusalDraft = (
  { id, version }: { id: RequestId; version: number },
  more: Partial<RefusalDraft> = {},
): RefusalDraft => ({
  request: { id, version },
  practitionerId: NGUYEN,
  ground: 'list-full',
  decisionId: null,
  homeVisit: false,
  colleagues: [{ practitionerId: PETIT, answer: 'declined-by-patient' }],
  waysForward: [{ kind: 'registration-list' }, { kind: 'cpts' }],
  wordsShown: [{ key: 'say.unavailable', version: null }],
  ...more,
});

export interface RefusalHouse extends TestGround {
  sign(): void;
  set(practitionerId: PractitionerId, more?: Partial<PolicyDraft>, call?: Call): Policy;
  ask(more?: RequestDraft & { separate?: boolean }, call?: Call): requests.Opened;
  urgency(requestId: RequestId, what?: UrgencyAct, call?: Call): number;
  accept(request: { id: RequestId; version: number }, practitionerId: PractitionerId, call?: Call): void;
  record(
    request: { id: RequestId; version: number },
    more?: Partial<RefusalDraft>,
    call?: Call,
  ): ReturnType<typeof refusals.record>;
  counts(): Record<string, number>;
}

export const patientId = (n: number): PatientId => n as PatientId;

/** Dr Nguyen is closed, Dr Petit takes two a month, the nurse and the physiotherapist are closed; the card is signed. */
export const openRefusalHouse = (): RefusalHouse => {
  const house = bareRefusalHouse();
  house.sign();
  house.set(NGUYEN, CLOSED);
  house.set(PETIT, quota(2));
  house.set(ROLLAND, CLOSED);
  house.set(COLIN, CLOSED);
  return house;
};

/** The same before anybody has signed or said anything. */
export const bareRefusalHouse = (): RefusalHouse => {
  const test = openTestGround();
  const { ground } = test;
  fillHouse(ground);
  for (const [id, initials, name, practitionerId] of [
    [3, 'LN', 'Dr Linh Nguyen', NGUYEN],
    [4, 'HP', 'Dr Hélène Petit', PETIT],
  ] as const)
    run(
      fixtureDb(ground),
      `INSERT INTO staff (id, version, initials, name, role, practitioner_id, active)
       VALUES (?, 1, ?, ?, 'practitioner', ?, 1)`,
      [id, initials, name, practitionerId],
    );
  return {
    ...test,
    sign: () => {
      const { id } = urgency.saveCard(ground, drNguyen, {
        redFlags: ['Douleur dans la poitrine'],
        author: 'Dr Linh Nguyen',
        basedOn: urgency.cards(ground)[0]?.number ?? 0,
      });
      if (id === null) throw new Error('the card has no id');
      urgency.signCard(ground, drNguyen, { cardId: id, reviewDue: '2027-11-01' });
    },
    set: (practitionerId, more, call = clara) =>
      refusals.setPolicy(ground, call, policyDraft({ practitionerId, ...more })),
    ask: (more, call = clara) =>
      requests.open(ground, call, {
        nature: 'registration',
        profession: 'general-practitioner',
        patientId: BERNARD,
        ...more,
      }),
    urgency: (requestId, what = 'ruled-out', call = clara) =>
      urgency.record(ground, call, {
        key: randomUUID(),
        at: ground.clock.now(),
        what,
        requestId,
        requestOpenedAt: requests.requestById(ground.db, requestId).openedAt,
        practitionerId: what === 'practitioner-told' ? NGUYEN : null,
        staffId: null,
        cardId: null,
        followsKey: null,
      }).id,
    accept: ({ id, version }, practitionerId, call = clara) => {
      refusals.accept(ground, call, { request: { id, version }, practitionerId, homeVisit: false });
    },
    record: (request, more, call = clara) => refusals.record(ground, call, refusalDraft(request, more)),
    counts: () =>
      Object.fromEntries(
        COUNTED.map((table) => [
          table,
          all<{ n: number }>(ground.db, `SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0,
        ]),
      ),
  };
};
