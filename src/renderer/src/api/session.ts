/** The session of a page served over loopback HTTP. Under Electron there is none to open, and none to lose. */
import { create } from 'zustand';
import { SESSION_PATH, tokenOf } from '../../../contract/http.ts';

interface SessionState {
  readonly lost: boolean;
}

export const useSession = create<SessionState>()(() => ({ lost: false }));

/** The host answered 401: nothing can be asked any more from this page. */
export const noteLostSession = (): void => useSession.setState({ lost: true });

/**
 * Exchanges the one-time token of the address, if there is one, before any screen reads the fragment. The token leaves
 * the address bar at once: it must not stay in the history of the browser.
 */
export const openSession = async (): Promise<void> => {
  const token = tokenOf(location.hash);
  if (token === null) return;
  history.replaceState(null, '', location.pathname);
  const response = await fetch(SESSION_PATH, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => null);
  // 401: the token was spent; the cookie of an earlier visit may still be good, and the first call will tell.
  if (response === null) noteLostSession();
};
