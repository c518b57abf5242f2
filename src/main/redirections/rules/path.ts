/** What the journal tells of a redirection, as one line of a person's path. Pure. */
import { type RedirectionEvent, RedirectionStep } from '../../../contract/redirections.ts';

type What = RedirectionEvent['what'];

/** As the journal kept it. */
interface Told {
  readonly action: string;
  readonly after: unknown;
}

interface Kept {
  readonly how?: never;
  readonly due?: number;
}

/** Null for what is no step of the path, and for what was erased. */
export const stepOf = ({ action, after }: Told): What | null => {
  if (action.endsWith('.undone')) return { kind: 'undone' };
  const { how, due } = (after ?? {}) as Kept;
  const name = action.slice('redirection.'.length);
  if (name === 'started' || name === 'opened')
    return how === undefined || due === undefined ? null : { kind: 'started', how, due };
  if (name === 'postponed') return due === undefined ? null : { kind: 'postponed', due };
  const step = RedirectionStep.safeParse(name);
  return step.success ? { kind: step.data } : null;
};
