/** What to do when the desk process dies: start it again, a little later each time, and know when to stop trying. */

const WITHIN_MS = 60_000;
const TOO_MANY = 3;
const FIRST_PAUSE_MS = 500;

export type AfterCrash =
  | { readonly crashes: readonly number[]; readonly restartInMs: number }
  | { readonly crashes: readonly number[]; readonly restartInMs: null };

/**
 * @param crashes instants of earlier ones, in ms. Those of the last minute count, and older ones too when the desk
 * never worked since: one that takes half a minute to die at each start must not be tried for ever.
 * `restartInMs: null` means: give up.
 */
export const afterCrash = (
  crashes: readonly number[],
  now: number,
  { worked }: { readonly worked: boolean },
): AfterCrash => {
  const recent = [...crashes.filter((at) => !worked || now - at < WITHIN_MS), now];
  if (recent.length >= TOO_MANY) return { crashes: recent, restartInMs: null };
  return { crashes: recent, restartInMs: FIRST_PAUSE_MS * 4 ** (recent.length - 1) };
};

/** The page's own process died. Clean ends are ours. One reload a minute; more would loop on the same fault. */
export const afterPageGone = (
  reason: string,
  lastReload: number | null,
  now: number,
): 'nothing' | 'reload' | 'tell' => {
  if (reason === 'clean-exit') return 'nothing';
  return lastReload === null || now - lastReload >= WITHIN_MS ? 'reload' : 'tell';
};
