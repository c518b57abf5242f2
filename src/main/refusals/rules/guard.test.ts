import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { ColleagueAnswer, WayForward } from '../../../contract/intake.ts';
import { type Facts, firstNotPassed, GUARDS, type Guard, waysWith } from './guard.ts';

const A = 1 as PractitionerId;
const B = 2 as PractitionerId;
const C = 3 as PractitionerId;

const passed: Facts = {
  urgencyRuledOut: true,
  cardSigned: true,
  practitionerId: A,
  profession: 'general-practitioner',
  hasPolicy: true,
  ground: 'list-full',
  groundRefused: null,
  colleagues: [{ practitionerId: B, can: 'yes', full: false }],
  answers: [{ practitionerId: B, answer: 'declined-by-patient' }],
  waysForward: [{ kind: 'registration-list' }],
  words: 2,
  whoCan: [],
};
const refusal = (more: Partial<Facts>) => {
  const found = firstNotPassed({ ...passed, ...more });
  return found && [found.code, found.data];
};
const says = (answer: ColleagueAnswer['answer'], practitionerId = B): ColleagueAnswer[] => [
  { practitionerId, answer },
];

/** How to break each guard, and what is said then. */
const broken: Readonly<Record<Guard, readonly [Partial<Facts>, string]>> = {
  urgency: [{ urgencyRuledOut: false }, 'URGENCY_NOT_RULED_OUT'],
  card: [{ cardSigned: false }, 'CARD_NOT_SIGNED'],
  policy: [{ hasPolicy: false }, 'NO_POLICY'],
  ground: [{ groundRefused: 'policy-open' }, 'GROUND_NOT_ALLOWED'],
  colleagues: [{ answers: [] }, 'COLLEAGUE_NOT_ASKED'],
  'way-forward': [{ waysForward: [] }, 'NO_WAY_FORWARD'],
  words: [{ words: 0 }, 'WORDS_NOT_SHOWN'],
};

describe('A refusal', () => {
  test('may be written once every guard is passed', () => {
    expect(firstNotPassed(passed)).toBeNull();
  });

  test.each(GUARDS)('is not written when the guard « %s » is not passed', (guard) => {
    const [facts, code] = broken[guard];
    expect(firstNotPassed({ ...passed, ...facts })).toMatchObject({ guard, code });
  });

  test('meets the guards in the one order: urgency, card, policy, ground, colleagues, way forward, words', () => {
    expect(GUARDS).toEqual(['urgency', 'card', 'policy', 'ground', 'colleagues', 'way-forward', 'words']);
  });

  test('stops at the first guard that is not passed, whichever others are not either', () => {
    fc.assert(
      fc.property(fc.subarray([...GUARDS]), (down) => {
        const facts = down.reduce<Facts>((sum, guard) => ({ ...sum, ...broken[guard][0] }), passed);
        const first = GUARDS.find((guard) => down.includes(guard)) ?? null;
        expect(firstNotPassed(facts)?.guard ?? null).toBe(first);
      }),
    );
  });
});

describe('Colleagues come first', () => {
  test('each one who can, or could on a condition, was spoken of', () => {
    for (const can of ['yes', 'ask'] as const)
      expect(
        refusal({
          colleagues: [B, C].map((practitionerId) => ({ practitionerId, can, full: false })),
          answers: [],
        }),
      ).toEqual(['COLLEAGUE_NOT_ASKED', { practitionerIds: [B, C] }]);
  });

  test('one who is closed need not be', () => {
    expect(refusal({ colleagues: [{ practitionerId: B, can: 'no', full: false }], answers: [] })).toBeNull();
  });

  test('one whom nobody has asked how she receives newcomers cannot be passed over', () => {
    const colleagues = [{ practitionerId: B, can: 'unknown', full: false }] as const;
    for (const answers of [[], says('accepted'), says('declined-by-patient')])
      expect(refusal({ colleagues, answers })).toEqual(['NO_POLICY', { practitionerId: B }]);
  });

  test('whose condition is met, or who has none, is not set aside on a condition', () => {
    expect(refusal({ answers: says('condition-not-met') })).toEqual([
      'COLLEAGUE_NOT_ASKED',
      { practitionerIds: [B] },
    ]);
    expect(
      refusal({
        colleagues: [{ practitionerId: B, can: 'ask', full: false }],
        answers: says('condition-not-met'),
      }),
    ).toBeNull();
  });

  test('cannot accept when closed, nor once the last place went', () => {
    const answers = says('accepted');
    expect(refusal({ colleagues: [{ practitionerId: B, can: 'no', full: false }], answers })).toEqual([
      'CONFLICT',
      { reason: 'colleague-closed' },
    ]);
    expect(refusal({ colleagues: [{ practitionerId: B, can: 'no', full: true }], answers })).toEqual([
      'QUOTA_FULL',
      { practitionerId: B, whoCan: [] },
    ]);
  });

  test('who are closed were declined by nobody: they were never a choice', () => {
    const colleagues = [{ practitionerId: B, can: 'no', full: false }] as const;
    expect(refusal({ colleagues })).toEqual([
      'INVALID_INPUT',
      { fields: [{ path: 'colleagues.0.answer', code: 'cannot-take' }] },
    ]);
    // The last place may have gone after it was offered and declined.
    expect(refusal({ colleagues: [{ ...colleagues[0], full: true }] })).toBeNull();
  });

  test('are colleagues, each named once, and one of them takes the person', () => {
    const fields = (facts: Partial<Facts>) => (refusal(facts) as [string, { fields: unknown[] }])[1].fields;
    expect(fields({ answers: says('accepted', C) })).toEqual([
      { path: 'colleagues.0.practitionerId', code: 'not-a-colleague' },
    ]);
    expect(fields({ answers: says('accepted', A) })).toEqual([
      { path: 'colleagues.0.practitionerId', code: 'not-a-colleague' },
    ]);
    expect(fields({ answers: [...says('accepted'), ...says('accepted')] })).toEqual([
      { path: 'colleagues.1.practitionerId', code: 'duplicate' },
    ]);
    expect(
      fields({
        colleagues: [B, C].map((practitionerId) => ({ practitionerId, can: 'yes', full: false })),
        answers: [...says('accepted'), ...says('accepted', C)],
      }),
    ).toEqual([{ path: 'colleagues', code: 'one-place' }]);
  });
});

describe('A way forward', () => {
  test('is a colleague who accepted, whether the form says so or not', () => {
    expect(refusal({ answers: says('accepted'), waysForward: [] })).toBeNull();
    expect(waysWith(says('accepted'), [{ kind: 'cpam' }])).toEqual([
      { kind: 'colleague', practitionerId: B },
      { kind: 'cpam' },
    ]);
    const named: WayForward[] = [{ kind: 'colleague', practitionerId: B }];
    expect(waysWith(says('accepted'), named)).toEqual(named);
  });

  test('is never a colleague who did not accept', () => {
    expect(refusal({ waysForward: [{ kind: 'colleague', practitionerId: B }] })).toEqual([
      'NO_WAY_FORWARD',
      { why: 'colleague-not-accepting' },
    ]);
  });

  test('leads to somebody, where the profession owes an orientation', () => {
    const facts = { profession: 'nurse' };
    for (const kind of ['registration-list', 'cpam', 'pharmacy'] as const)
      expect(refusal({ ...facts, waysForward: [{ kind }] })).toEqual([
        'NO_WAY_FORWARD',
        { why: 'orientation-owed' },
      ]);
    const ways: WayForward[] = [
      { kind: 'outside', place: 'practitioner' },
      { kind: 'cpts' },
      { kind: 'sas' },
      { kind: 'out-of-hours' },
      { kind: 'unscheduled-slot' },
      { kind: 'teleconsultation' },
    ];
    for (const way of ways) expect(refusal({ ...facts, waysForward: [way] })).toBeNull();
  });
});
