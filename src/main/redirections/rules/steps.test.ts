import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RedirectionState, RedirectionStep } from '../../../contract/redirections.ts';
import { isWaiting, leavesNothing, stepFrom } from './steps.ts';

/** After one try in vain. A dash: not allowed from there. The table of docs/spec/redirections.md. */
const TABLE: Readonly<Record<RedirectionState, readonly string[]>> = {
  //            tried        contacted    accepted    full    unreachable    not-gone
  sent: ['sent', 'contacted', 'accepted', 'full', 'unreachable', 'not-gone'],
  contacted: ['contacted', '–', 'accepted', 'full', 'unreachable', 'not-gone'],
  accepted: ['–', '–', '–', 'full', '–', 'not-gone'],
  full: ['–', '–', '–', '–', '–', '–'],
  unreachable: ['–', '–', '–', '–', '–', '–'],
  'not-gone': ['–', '–', '–', '–', '–', '–'],
  'taken-back': ['–', '–', '–', '–', '–', '–'],
};

const cells = RedirectionState.options.flatMap((from) =>
  RedirectionStep.options.map((step, column) => ({ from, step, to: TABLE[from][column] ?? '' })),
);

describe('Which step may follow where', () => {
  test.each(cells)('from $from, $step: $to', ({ from, step, to }) => {
    const judged = stepFrom(from, step, 1);
    expect(judged).toEqual(to === '–' ? { ok: false, why: 'not-allowed' } : { ok: true, state: to });
  });

  it('calls nobody unreachable who was never tried', () => {
    expect(stepFrom('sent', 'unreachable', 0)).toEqual({ ok: false, why: 'attempt' });
    expect(stepFrom('contacted', 'unreachable', 0)).toEqual({ ok: false, why: 'attempt' });
    expect(stepFrom('accepted', 'unreachable', 0)).toEqual({ ok: false, why: 'not-allowed' });
  });
});

const walk = (steps: readonly RedirectionStep[]): { state: RedirectionState; attempts: number } => {
  let [state, attempts]: [RedirectionState, number] = ['sent', 0];
  for (const step of steps) {
    const judged = stepFrom(state, step, attempts);
    if (!judged.ok) continue;
    state = judged.state;
    if (step === 'tried') attempts += 1;
  }
  return { state, attempts };
};

const anySteps = fc.array(fc.constantFrom(...RedirectionStep.options), { maxLength: 30 });

describe('Whatever is written, in whatever order', () => {
  it('nobody ever waits again once there was an answer', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (first, then) => {
        fc.pre(!isWaiting(walk(first).state));
        expect(isWaiting(walk([...first, ...then]).state)).toBe(false);
      }),
    );
  });

  it('an end that leaves the person with nothing is the end: nothing is written after it', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (first, then) => {
        const { state } = walk(first);
        fc.pre(leavesNothing(state));
        expect(walk([...first, ...then]).state).toBe(state);
      }),
    );
  });

  it('unreachable always has a try behind it, and nobody is ever taken back by a step', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { state, attempts } = walk(steps);
        expect(state).not.toBe('taken-back');
        if (state === 'unreachable') expect(attempts).toBeGreaterThan(0);
      }),
    );
  });
});
