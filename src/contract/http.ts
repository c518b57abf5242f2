/**
 * How a page that was served over loopback HTTP reaches the desk. Under Electron none of this is used (`shell.ts`).
 *
 * The address ends in `#<one-time token>`. The page sends it once and forgets it:
 *
 *   POST /session   {"token": "…"}   → 200 {"session": "…"}, or 401 when the token is spent or wrong
 *
 * and then calls the desk with `Authorization: Bearer <session>`. No cookie: they are shared between the ports of one
 * host, and another program of this PC could be listening on one of those.
 */

/** Where the desk's procedures answer. */
export const RPC_PATH = '/rpc';

/** Where the one-time token is exchanged. */
export const SESSION_PATH = '/session';
