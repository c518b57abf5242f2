/** The session of a page served over loopback HTTP. Under Electron there is none to open, and none to lose. */
import { create } from 'zustand';
import { KEY_HEADER, keyOf, SESSION_PATH, tokenOf } from '../../../contract/http.ts';

interface SessionState {
  readonly lost: boolean;
}

export const useSession = create<SessionState>()(() => ({ lost: false }));

/** The host answered 401: nothing can be asked any more from this page. */
export const noteLostSession = (): void => useSession.setState({ lost: true });

/** Kept by the browser for this port alone, and worth nothing once the desk has stopped. */
const KEY = 'parvis.key';

/** What a call over HTTP carries beside the cookie. */
export const keyHeader = (): Record<string, string> => {
  const key = localStorage.getItem(KEY);
  return key === null ? {} : { [KEY_HEADER]: key };
};

/** @returns whether it bought a session */
const exchange = async (token: string): Promise<boolean> => {
  const response = await fetch(SESSION_PATH, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => null);
  // 401: the token was spent; the cookie of an earlier visit may still be good, and the first call will tell.
  if (response === null) noteLostSession();
  const key = response?.ok === true ? keyOf(await response.json().catch(() => null)) : null;
  if (key !== null) localStorage.setItem(KEY, key);
  return key !== null;
};

/**
 * Exchanges the one-time token of the address, if there is one, before any screen reads the fragment. The token leaves
 * the address bar at once: it must not stay in the history of the browser.
 */
export const openSession = async (): Promise<void> => {
  const token = tokenOf(location.hash);
  if (token === null) return;
  history.replaceState(null, '', location.pathname);
  await exchange(token);
};

/**
 * A new address pasted over this very page, which the desk's next start serves on the same port: only the fragment
 * changes, so that nothing is loaded. The page takes the session and goes on where it was; one that had lost its own
 * starts over. To be called before anything else listens to the address.
 */
export const followInvitations = (): void =>
  window.addEventListener('hashchange', (event) => {
    const token = tokenOf(location.hash);
    if (token === null) return;
    event.stopImmediatePropagation();
    history.replaceState(null, '', new URL(event.oldURL).hash || location.pathname);
    void exchange(token).then((bought) => {
      if (bought && useSession.getState().lost) location.reload();
    });
  });
