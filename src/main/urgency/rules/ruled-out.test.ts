/** When urgency is ruled out: the truth table of docs/spec/urgency.md, then whatever order things come in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UrgencyAct, UrgencyDecision } from '../../../contract/urgency.ts';
import { isWaiting, type Line, RULED_OUT_FOR_MS, ruledOutBy, stateOf } from './ruled-out.ts';

const NOON = 1_000_000_000;
const line = (key: string, at: number, what: UrgencyAct, more: Partial<Line> = {}): Line => ({
  key,
  at: NOON + at,
  what,
  followsKey: null,
  answer: null,
  ...more,
});
const answered = (at: number, decision: UrgencyDecision) => ({ answer: { at: NOON + at, decision } });
const by = (lines: Line[], at = 10): string | undefined => ruledOutBy(lines, NOON + at)?.key;

describe('Urgency', () => {
  test('is not ruled out before anybody has asked', () => expect(by([])).toBe(undefined));

  test('is ruled out once there is no sign at all', () => expect(by([line('a', 0, 'ruled-out')])).toBe('a'));

  test('is not, while there is a doubt that no practitioner has answered, whatever reception says after it', () => {
    expect(by([line('a', 0, 'doubt')])).toBe(undefined);
    expect(by([line('a', 0, 'ruled-out'), line('b', 1, 'doubt')])).toBe(undefined);
    expect(by([line('a', 0, 'doubt'), line('b', 1, 'ruled-out')])).toBe(undefined);
    expect(by([line('a', 0, 'practitioner-told'), line('b', 1, 'ruled-out')])).toBe(undefined);
  });

  test('is ruled out by a practitioner who answers a doubt', () => {
    expect(by([line('a', 0, 'doubt', answered(2, 'no-urgency'))])).toBe('a');
    expect(by([line('a', 0, 'practitioner-told', answered(2, 'no-urgency'))])).toBe('a');
  });

  test('is not, when the practitioner says the 15', () =>
    expect(by([line('a', 0, 'doubt', answered(2, 'fifteen')), line('b', 3, 'ruled-out')])).toBe(undefined));

  test('is asked anew after a practitioner has taken the person over', () => {
    const taken = line('a', 1, 'doubt', answered(2, 'i-take-it'));
    expect(by([line('z', 0, 'ruled-out'), taken])).toBe(undefined);
    expect(by([taken, line('b', 3, 'ruled-out')])).toBe('b');
  });

  test.each(['patient-calls-15', 'we-call-15'] as const)('is never talked away once %s', (what) => {
    expect(by([line('a', 0, what), line('b', 1, 'ruled-out')])).toBe(undefined);
    expect(by([line('a', 0, 'ruled-out'), line('b', 1, what)])).toBe(undefined);
  });

  test('of this morning says nothing of tomorrow', () => {
    expect(by([line('a', 0, 'ruled-out')], RULED_OUT_FOR_MS - 1)).toBe('a');
    expect(by([line('a', 0, 'ruled-out')], RULED_OUT_FOR_MS)).toBe(undefined);
  });
});

describe('A request stands in one word', () => {
  test.each([
    [[], 'not-asked'],
    [[line('a', 0, 'ruled-out')], 'ruled-out'],
    [[line('a', 0, 'ruled-out'), line('b', 1, 'doubt')], 'waiting'],
    [[line('a', 0, 'doubt', answered(1, 'i-take-it'))], 'taken'],
    [[line('a', 0, 'doubt', answered(1, 'no-urgency'))], 'ruled-out'],
    [[line('a', 0, 'doubt'), line('b', 1, 'we-call-15')], 'fifteen'],
  ] as const)('%j: %s', (lines, word) => expect(stateOf(lines, NOON + 10)).toBe(word));
});

describe('A doubt waits', () => {
  const doubt = line('a', 0, 'doubt');
  test('until a practitioner answers or the 15 is called', () => {
    expect(isWaiting(doubt, [doubt])).toBe(true);
    expect(isWaiting({ ...doubt, ...answered(1, 'i-take-it') }, [])).toBe(false);
    expect(isWaiting(doubt, [doubt, line('b', 1, 'we-call-15')])).toBe(false);
    expect(isWaiting(doubt, [doubt, line('b', 1, 'patient-calls-15', { followsKey: 'a' })])).toBe(false);
  });

  test('as the practitioner told of it, once it is handed on by name; her answer settles both', () => {
    const told = line('b', 1, 'practitioner-told', { followsKey: 'a' });
    expect([isWaiting(doubt, [doubt, told]), isWaiting(told, [doubt, told])]).toEqual([false, true]);
    expect(by([doubt, told])).toBe(undefined);
    expect(by([doubt, { ...told, ...answered(2, 'no-urgency') }])).toBe('b');
  });

  test('for a 15 that comes after it: one that was called before settles nothing', () =>
    expect(isWaiting(doubt, [line('b', -1, 'we-call-15')])).toBe(true));

  test('no longer once the 15 was called, whichever of several doubts the call named', () => {
    const second = line('b', 1, 'doubt');
    const called = line('c', 2, 'we-call-15', { followsKey: 'b' });
    expect([doubt, second].map((one) => isWaiting(one, [doubt, second, called]))).toEqual([false, false]);
  });

  test('for one practitioner only: told another because the first did not answer, it waits as the last line', () => {
    const [first, then] = [
      line('b', 1, 'practitioner-told'),
      line('c', 2, 'practitioner-told', { followsKey: 'b' }),
    ];
    expect([first, then].map((one) => isWaiting(one, [first, then]))).toEqual([false, true]);
  });
});

const anyLine: fc.Arbitrary<Line> = fc.record({
  key: fc.uuid(),
  at: fc.integer({ min: NOON, max: NOON + 1000 }),
  what: fc.constantFrom('ruled-out', 'patient-calls-15', 'we-call-15', 'practitioner-told', 'doubt'),
  followsKey: fc.constant(null),
  answer: fc.constant(null),
});
const anyLines = fc.array(
  anyLine.chain((one) =>
    one.what === 'doubt' || one.what === 'practitioner-told'
      ? fc
          .record({
            at: fc.integer({ min: one.at, max: NOON + 2000 }),
            decision: fc.constantFrom<UrgencyDecision[]>('no-urgency', 'fifteen', 'i-take-it'),
            asked: fc.boolean(),
          })
          .map(({ asked, ...answer }) => (asked ? { ...one, answer } : one))
      : fc.constant(one),
  ),
  { maxLength: 8 },
);

describe('Whatever was said, in whatever order', () => {
  test('a doubt without an answer, or the 15, always keeps urgency in', () =>
    fc.assert(
      fc.property(anyLines, (lines) => {
        const blocked = lines.some(
          ({ what, answer }) =>
            what === 'patient-calls-15' ||
            what === 'we-call-15' ||
            answer?.decision === 'fifteen' ||
            ((what === 'doubt' || what === 'practitioner-told') && answer === null),
        );
        if (blocked) expect(ruledOutBy(lines, NOON + 2000)).toBe(null);
      }),
    ));

  test('it is ruled out by a line that says so: no sign, or a practitioner’s « no urgency »', () =>
    fc.assert(
      fc.property(anyLines, (lines) => {
        const found = ruledOutBy(lines, NOON + 2000);
        if (found === null) return;
        expect(found.what === 'ruled-out' || found.answer?.decision === 'no-urgency').toBe(true);
      }),
    ));

  test('the order in which the lines were written changes nothing', () =>
    fc.assert(
      fc.property(
        anyLines.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
        ),
        ([lines, shuffled]) => {
          const [one, other] = [ruledOutBy(lines, NOON + 2000), ruledOutBy(shuffled, NOON + 2000)];
          expect(one === null).toBe(other === null);
        },
      ),
    ));

  test('one more doubt never rules anything out', () =>
    fc.assert(
      fc.property(anyLines, anyLine, (lines, more) => {
        const doubt: Line = { ...more, what: 'doubt', answer: null };
        expect(ruledOutBy([...lines, doubt], NOON + 2000)).toBe(null);
      }),
    ));
});
