import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, 1_000);
  return () => clearInterval(timer);
};

/** How long the call has lasted: « 1 min 12 ». */
export const CallClock = ({ since }: { readonly since: number }) => {
  const seconds = useSyncExternalStore(subscribe, () =>
    Math.max(0, Math.floor((Date.now() - since) / 1_000)),
  );
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(minutes > 0 ? 2 : 1, '0');
  return <span>{minutes > 0 ? `${minutes}\u00a0min\u00a0${rest}` : `${rest}\u00a0s`}</span>;
};
