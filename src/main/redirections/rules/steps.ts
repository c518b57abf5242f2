/** The life of a redirection: which step may follow where (docs/spec/redirections.md). Pure. */
import type { RedirectionState, RedirectionStep } from '../../../contract/redirections.ts';

type Row = Readonly<Partial<Record<RedirectionStep, RedirectionState>>>;

const ANSWERS = { accepted: 'accepted', full: 'full', unreachable: 'unreachable' } as const;

/** A cell that is missing is not allowed. What was written by mistake is undone, not stepped back. */
export const NEXT: Readonly<Record<RedirectionState, Row>> = {
  sent: { tried: 'sent', contacted: 'contacted', ...ANSWERS, 'not-gone': 'not-gone' },
  contacted: { tried: 'contacted', ...ANSWERS, 'not-gone': 'not-gone' },
  // They may go back on it; the person may not go.
  accepted: { full: 'full', 'not-gone': 'not-gone' },
  full: {},
  unreachable: {},
  'not-gone': {},
  'taken-back': {},
};

/** Nobody has answered yet: it is waited for. */
export const isWaiting = (state: RedirectionState): boolean => state === 'sent' || state === 'contacted';

/** The person still has nothing: her request is taken up again. */
export const leavesNothing = (state: RedirectionState): boolean =>
  state === 'full' || state === 'unreachable';

export type Judged =
  | { readonly ok: true; readonly state: RedirectionState }
  | { readonly ok: false; readonly why: 'not-allowed' | 'attempt' };

/** @param attempts how often somebody rang in vain: unreachable is only whoever was tried */
export const stepFrom = (state: RedirectionState, step: RedirectionStep, attempts: number): Judged => {
  const next = NEXT[state][step];
  if (next === undefined) return { ok: false, why: 'not-allowed' };
  return next === 'unreachable' && attempts === 0 ? { ok: false, why: 'attempt' } : { ok: true, state: next };
};
