import { callOf, os } from '../core/api.ts';
import type { Fallback } from './service.ts';

const on = os.fallback;

/** @param fallback the one of this desk: its folder is this PC's */
export const createFallbackApi = (fallback: Fallback) => ({
  state: on.state.handler(() => fallback.state()),
  choose: on.choose.handler(({ context, input }) =>
    fallback.choose(callOf(context), input.folder, input.names),
  ),
  write: on.write.handler(({ context }) => fallback.write(callOf(context))),
});
