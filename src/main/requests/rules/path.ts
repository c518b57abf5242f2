/** What the journal tells of a request or a call-back, as one line of a person's path. */
import type { CallbackOutcome } from '../../../contract/callbacks.ts';
import { type PathEvent, RequestOutcome } from '../../../contract/requests.ts';

export interface Told {
  readonly action: string;
  /** As the journal kept it: null once it was erased, of an older shape in old entries. */
  readonly after: unknown;
  readonly changed: readonly string[];
}

type What = PathEvent['what'];

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (contents: unknown): Fields =>
  typeof contents === 'object' && contents !== null ? (contents as Fields) : {};

const asked = (said: Fields, again: boolean): What => ({
  kind: 'asked',
  again,
  origin: (said['origin'] as never) ?? null,
  professional: (said['professional'] as string | undefined) ?? null,
  callerName: (said['callerName'] as string | undefined) ?? null,
  wish: (said['wish'] as string | undefined) ?? null,
});

/** Until requests became whole, an outcome was a word, and the appointment stood beside it. */
const outcomeIn = ({ outcome, appointmentId }: Fields): RequestOutcome | null =>
  RequestOutcome.safeParse(typeof outcome === 'string' ? { kind: outcome, appointmentId } : outcome).data ??
  null;

const ended = (outcome: CallbackOutcome | undefined): What => {
  switch (outcome?.kind) {
    case 'kept':
      return { kind: 'kept', said: outcome.said };
    case 'unreachable':
      return { kind: 'given-up' };
    case 'withdrawn':
      return { kind: 'called-off' };
    case undefined:
      return { kind: 'closed', outcome: null };
  }
};

/** Null for what is no step of the path. */
export const stepOf = ({ action, after, changed }: Told): What | null => {
  const said = fieldsOf(after);
  switch (action) {
    case 'request.opened':
      return asked(said, false);
    case 'request.continued':
      return asked(fieldsOf(said['asked']), true);
    case 'request.closed':
    case 'request.concluded':
    case 'request.withdrawn':
      return { kind: 'closed', outcome: outcomeIn(said) };
    case 'request.reopened':
    case 'request.concluded.undone':
    case 'request.withdrawn.undone':
    case 'callback.closed.undone':
      return { kind: 'reopened' };
    case 'request.updated':
    case 'callback.updated':
    case 'callback.updated.undone':
      return { kind: 'changed', changed: [...changed] };
    case 'callback.opened':
    case 'callback.added':
      return { kind: 'promised' };
    case 'callback.tried':
      return { kind: 'tried' };
    case 'callback.tried.undone':
      return { kind: 'not-tried' };
    case 'callback.closed':
      return ended(said['outcome'] as CallbackOutcome | undefined);
    case 'callback.added.undone':
    case 'callback.taken-back':
      return { kind: 'called-off' };
    default:
      return null;
  }
};
