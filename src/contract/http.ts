/**
 * How a page that was served over loopback HTTP reaches the desk. Under Electron none of this is used (`shell.ts`).
 *
 * The address that the host prints ends in `#token=…`. The page reads the token, erases the fragment
 * (`history.replaceState`) and posts it once:
 *
 *   POST /session   {"token": "…"}   → 204 and a session cookie, or 401 when the token is spent or wrong
 *
 * The cookie is HttpOnly, SameSite=Strict and named after the port: the browser sends it by itself with every call to
 * `RPC_PATH`, a reload or a second tab needs nothing more, and no script of the page ever sees it. A call that answers
 * 401 has no session: the page then says to open the address that Parvis printed. Scripts use the bearer of
 * `host.json` instead.
 */

/** Where the desk's procedures answer. */
export const RPC_PATH = '/rpc';

/** Where the one-time token is exchanged. */
export const SESSION_PATH = '/session';

/** With the bearer of `host.json` only: another one-time address, for a second window or a closed browser. */
export const INVITATION_PATH = '/invitation';

export const TOKEN_IN_FRAGMENT = 'token';

/** The one-time token of an address's fragment, or null. @param fragment with or without its `#` */
export const tokenOf = (fragment: string): string | null => /^#?token=([\w-]+)$/.exec(fragment)?.[1] ?? null;
