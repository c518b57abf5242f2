/** The stream of hints that keeps screens fresh: one a window, ended with the window or with the desk. */
import type { Change } from '../../contract/gate.ts';
import type { Ground } from './ground.ts';
import { journalMark } from './journal-check.ts';

/**
 * The first hint comes at once and names no entity: it says where the journal stands, so that a window that was cut
 * off knows whether it missed anything. Whatever commits while a window is busy reaches it as one hint.
 * @param signals any of them ends the stream
 */
export async function* changes(
  ground: Ground,
  signals: readonly AbortSignal[],
): AsyncGenerator<Change, void, void> {
  let waiting: Change | null = { seq: journalMark(ground.db).length, entities: [] };
  let wake = (): void => {};
  let seen = waiting.seq;
  const ended = AbortSignal.any([...signals]);
  const stop = ground.onCommit(({ seq, entities }) => {
    waiting = { ...waiting, seq, entities: [...new Set([...(waiting?.entities ?? []), ...entities])] };
    wake();
  });
  const stopPen = ground.onPen((away) => {
    waiting = { seq: waiting?.seq ?? seen, entities: waiting?.entities ?? [], writesWait: away };
    wake();
  });
  const onEnd = (): void => wake();
  ended.addEventListener('abort', onEnd);
  try {
    while (!ended.aborted) {
      if (waiting) {
        const change: Change = waiting;
        waiting = null;
        seen = change.seq;
        yield change;
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    ended.removeEventListener('abort', onEnd);
    stop();
    stopPen();
  }
}
