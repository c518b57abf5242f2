/** What the journal tells of somebody's place on a list, as one step of her path. Pure. */
import { EntryEnd, EntryState, type WaitlistEvent } from '../../../contract/waitlist.ts';

type What = WaitlistEvent['what'];

/** As the journal kept it; the contents are null once they were erased. */
interface Told {
  readonly action: string;
  readonly after: unknown;
}

const fieldOf = (contents: unknown, name: string): unknown =>
  typeof contents === 'object' && contents !== null
    ? (contents as Readonly<Record<string, unknown>>)[name]
    : undefined;

const closed = (after: unknown): What => ({
  kind: 'closed',
  end: EntryEnd.safeParse(fieldOf(after, 'ended')).data ?? null,
});

const tried = (after: unknown): What => ({
  kind: 'tried',
  unreachable: EntryState.safeParse(fieldOf(after, 'state')).data === 'unreachable',
});

/** Null for what is no step of the path: it accompanies one that is. */
export const stepOf = ({ action, after }: Told): What | null => {
  switch (action) {
    case 'waitlist.added':
      return { kind: 'added', byHand: true };
    case 'waitlist.entered':
      return { kind: 'added', byHand: false };
    case 'waitlist.asked-again':
      return { kind: 'asked-again' };
    case 'waitlist.updated':
      return { kind: 'changed' };
    case 'waitlist.reconfirmed':
      return { kind: 'reconfirmed' };
    case 'waitlist.tried':
    case 'waitlist.rung-in-vain':
      return tried(after);
    case 'waitlist.closed':
    case 'waitlist.ended':
    case 'waitlist.left':
    case 'waitlist.served':
      return closed(after);
    case 'waitlist.reopened':
    case 'waitlist.returned':
    case 'waitlist.waits-again':
      return { kind: 'reopened' };
    case 'offer.made':
      return { kind: 'offered' };
    case 'offer.answered':
    case 'offer.accepted':
    case 'offer.expired': {
      const answer = fieldOf(after, 'answer');
      return { kind: 'answered', answer: typeof answer === 'string' ? answer : null };
    }
    default:
      return action.startsWith('waitlist.') && action.endsWith('.undone') ? { kind: 'undone' } : null;
  }
};
