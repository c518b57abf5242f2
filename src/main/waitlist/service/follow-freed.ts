import { type Follower, follow } from '../../core/follow.ts';
import { type Ground, PenAway } from '../../core/ground.ts';
import type { Log } from '../../core/log.ts';
import { reactToFreed } from './cards.ts';
import { markExpired } from './expiry.ts';

/** The cursor's name: stable for ever, its row is seeded by migration 0180. */
export const FREED_SLOTS = 'freed-slots';

export const followFreed = (ground: Ground, log: Log): Follower =>
  follow(ground, FREED_SLOTS, reactToFreed, log);

/** The clock alone ends an offer: screens hear of it soon, and whoever looks before is told so all the same. */
const LOOK_EVERY_MS = 15_000;

export const watchOffers = (ground: Ground, log: Log): { stop(): void } => {
  const timer = setInterval(() => {
    try {
      markExpired(ground);
    } catch (error) {
      // While a whole agenda is taken over, the next look will do.
      if (!(error instanceof PenAway)) log.error('offers.not-expired', error);
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
