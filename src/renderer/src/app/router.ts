/**
 * The address of a screen: `#/journee?jour=2026-11-23`. In the fragment, so that the same page works over app:// and
 * loopback HTTP without the host knowing any route. The one-time token also comes in the fragment; it is exchanged and
 * erased before the router looks (`api/session.ts`).
 */
import { useSyncExternalStore } from 'react';

export interface Route {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { path, params: Object.fromEntries(new URLSearchParams(query)) };
};

export const hashOf = (path: string, params: Readonly<Record<string, string | null>> = {}): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== null) query.set(name, value);
  const text = query.toString();
  return text === '' ? `#/${path}` : `#/${path}?${text}`;
};

const listeners = new Set<() => void>();
let current = parseRoute('');

const readAddress = (): void => {
  current = parseRoute(location.hash);
  for (const listener of listeners) listener();
};

/** Asked before a screen with unfinished work is left; calls `leave` if the person wants to. */
export type LeaveGuard = (leave: () => void) => void;
let guard: LeaveGuard | null = null;

/** One at a time. Within its own path a screen may go anywhere without being asked. @returns how to lift it */
export const guardLeaving = (ask: LeaveGuard): (() => void) => {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
};

/** @returns whether the way is free; otherwise the person is being asked */
const mayGo = (path: string, go: () => void): boolean => {
  if (guard === null || path === current.path) return true;
  guard(() => {
    guard = null;
    go();
  });
  return false;
};

/** A link, or the browser's own « back »: the address has changed already, and is put back while the person decides. */
const followAddress = (): void => {
  const { path, params } = parseRoute(location.hash);
  if (mayGo(path, () => navigate(path, params))) readAddress();
  else history.replaceState(null, '', hashOf(current.path, current.params));
};

export const startRouter = (): void => {
  window.addEventListener('hashchange', followAddress);
  readAddress();
};

/** `replace`: a refinement of the same screen (another day), not a place to come back to. */
export const navigate = (
  path: string,
  params: Readonly<Record<string, string | null>> = {},
  how: 'push' | 'replace' = 'push',
): void => {
  const hash = hashOf(path, params);
  if (hash === location.hash || !mayGo(path, () => navigate(path, params, how))) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', hash);
  readAddress();
};

export const useRoute = (): Route =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
