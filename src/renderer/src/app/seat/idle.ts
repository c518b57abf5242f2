/** A desk that was left alone locks by itself: whoever has a PIN is asked for it when she comes back. */
import { useEffect } from 'react';
import { useUrgencyShown } from '../../urgency/shown.ts';
import { useStation } from '../station.ts';
import { lockDesk, useSeating } from './take.ts';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const LOOK_MS = 5_000;

/** Pure: has nobody touched it for so many minutes? */
export const isIdle = (since: number, now: number, minutes: number | null): boolean =>
  minutes !== null && now - since >= minutes * 60_000;

export const useAutoLock = (): void => {
  const minutes = useSeating()?.lockMinutes ?? null;
  // Without a PIN anybody would open it again: it would cost keys and guard nothing.
  const guarded = useStation(({ seat, locked }) => seat !== null && !locked);
  useEffect(() => {
    if (!guarded || minutes === null) return;
    let last = performance.now();
    const touch = () => {
      last = performance.now();
    };
    const timer = setInterval(() => {
      // The card of an urgency is never taken from under a hand.
      if (isIdle(last, performance.now(), minutes) && !useUrgencyShown.getState().open) lockDesk();
    }, LOOK_MS);
    for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [guarded, minutes]);
};
