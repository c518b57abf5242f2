/**
 * What a page and its loopback host agree on, beside the calls themselves (which live under `RPC_PATH`).
 *
 * The address that the host prints ends in `#token=…`. The page reads the token from its fragment, erases the
 * fragment, and posts `{ "token": … }` to `SESSION_PATH`: 204 and a session cookie, or 401. The token is dead after
 * that; a page that reloads has its cookie and needs nothing. A call that answers 401 has no session: the page then
 * says to open the address that Parvis printed.
 */
export const RPC_PATH = '/rpc';
export const SESSION_PATH = '/session';
/** With the bearer of `host.json` only: another one-time address, for a second window or a closed browser. */
export const INVITATION_PATH = '/invitation';
export const TOKEN_IN_FRAGMENT = 'token';

/** The one-time token of an address's fragment, or null. @param fragment with or without its `#` */
export const tokenOf = (fragment: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get(TOKEN_IN_FRAGMENT);
