/** How far long work is, for whoever follows. The newest wins: a slow reader skips steps rather than lagging behind. */
export interface ProgressFeed<Progress> {
  readonly tell: (progress: Progress) => void;
  readonly follow: (signal: AbortSignal | undefined) => AsyncGenerator<Progress>;
}

const ENDS: readonly string[] = ['done', 'stopped', 'failed'];

/** A follower's stream ends with the work. */
export const createFeed = <Progress extends { readonly step: string }>(
  first: Progress,
): ProgressFeed<Progress> => {
  let latest = first;
  let turn = Promise.withResolvers<void>();
  return {
    tell: (progress) => {
      latest = progress;
      turn.resolve();
      turn = Promise.withResolvers();
    },
    follow: async function* (signal) {
      const over = new Promise<void>((resolve) =>
        signal?.addEventListener('abort', () => resolve(), { once: true }),
      );
      let told: Progress | null = null;
      while (!signal?.aborted) {
        const next = turn.promise;
        if (told !== latest) {
          told = latest;
          yield told;
          if (ENDS.includes(told.step)) return;
        } else await Promise.race([next, over]);
      }
    },
  };
};
