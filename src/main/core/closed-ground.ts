/**
 * Stands for the ground while no file is open: any use of it is refused with DESK_CLOSED. An object rather than a
 * throwing getter, because contexts are copied on their way to a handler, and a copy reads every property.
 */
import { DeskError } from './errors.ts';
import type { Ground } from './ground.ts';

export const closedGround: Ground = new Proxy({} as Ground, {
  get: () => {
    throw new DeskError('DESK_CLOSED', {});
  },
});
