/**
 * How a page that was served over loopback HTTP reaches the desk. Under Electron none of this is used (`shell.ts`).
 *
 * The address that the host prints ends in `#token=…`. The page reads the token, erases the fragment
 * (`history.replaceState`) and posts it once:
 *
 *   POST /session   {"token": "…"}   → 200 {"key": "…"} and a session cookie, or 401 when the token is spent or wrong
 *
 * The cookie is HttpOnly, SameSite=Strict and named after the port: the browser sends it by itself with every call to
 * `RPC_PATH`, and no script of the page ever sees it. But a browser shows it to every program of this PC that serves a
 * page on 127.0.0.1, whatever its port; the key lies in the page's storage, which is kept apart by port, and goes with
 * every call as `KEY_HEADER`. Neither is worth anything alone. A reload or a second tab needs nothing more. A call that
 * answers 401 has no session: the page then says to open the address that Parvis printed. Scripts use the bearer of
 * `host.json` instead.
 */

/** Where the desk's procedures answer. */
export const RPC_PATH = '/rpc';

/** Where the one-time token is exchanged. */
export const SESSION_PATH = '/session';

/** Carries the key that the token bought, beside the cookie. */
export const KEY_HEADER = 'x-parvis-key';

/** The key of a `/session` answer, or null when it is none. */
export const keyOf = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'key' in answer && typeof answer.key === 'string'
    ? answer.key
    : null;

/** With the bearer of `host.json` only: another one-time address, for a second window or a closed browser. */
export const INVITATION_PATH = '/invitation';

export const TOKEN_IN_FRAGMENT = 'token';

/** The one-time token of an address's fragment, or null. @param fragment with or without its `#` */
export const tokenOf = (fragment: string): string | null => /^#?token=([\w-]+)$/.exec(fragment)?.[1] ?? null;
