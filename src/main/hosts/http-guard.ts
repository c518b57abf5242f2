/**
 * Who may reach the desk over loopback HTTP, decided before anything is read or answered. Pure: no socket, no clock.
 *
 * Threat: any program of this PC can connect to 127.0.0.1, and so can any web page that the person has open, through
 * the browser. A page elsewhere may (1) send requests to http://127.0.0.1:port and hope that the browser adds the
 * session cookie, (2) point a name of its own at 127.0.0.1 (DNS rebinding) to read the answers, (3) frame the page or
 * load its files; and whoever sees the screen or the browser's history may read the address.
 *
 * Defence, in this order:
 * - `Host` must be 127.0.0.1 or localhost with our port: a rebound name carries its own.
 * - `Origin` must be our own, to the letter, on everything that is not a plain read, and may only be absent or our own
 *   on reads. A script that shows the bearer may leave it out: no browser adds that header by itself.
 * - `Sec-Fetch-Site`, when the browser sends it, must not say another site, except to show the page itself.
 * - a short table of methods and paths; a length announced in advance and below a limit, so nothing grows in memory.
 * - a call needs the session cookie (HttpOnly, SameSite=Strict, named after the port) together with the key that only the
 *   page holds, since a browser shows cookies to every port of 127.0.0.1; or the bearer of `host.json`.
 * - the address holds a token in its fragment, which is never sent nor logged, works once, and buys the session.
 *
 * Not defended: another program run by the same user of the PC. It can read `host.json`, and the memory of the desk.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { INVITATION_PATH, KEY_HEADER, RPC_PATH, SESSION_PATH } from '../../contract/http.ts';

/** Bytes. Pieces of an import are 512 KiB. */
export const CALL_LIMIT = 1024 * 1024;
/** Bytes: a token and its braces. */
const TOKEN_BODY_LIMIT = 1024;

type Header = string | readonly string[] | undefined;

/** A request as Node gives it, before its body. */
export interface IncomingHead {
  readonly method: string;
  /** As on the request line: still encoded, with its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, Header>>;
}

export interface Secrets {
  /** SHA-256 of the bearer. */
  readonly bearer: Digest;
  /** SHA-256 of each live session. */
  readonly sessions: readonly Digest[];
  /** SHA-256 of the key of each. */
  readonly keys: readonly Digest[];
}

export type Verdict =
  | { readonly ok: true; readonly route: 'file' | 'call' | 'session' | 'invitation' }
  | { readonly ok: false; readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 421 };

export type Digest = Buffer;

export const digestOf = (secret: string): Digest => createHash('sha256').update(secret, 'utf8').digest();

/** In constant time: both are 32 bytes. */
export const sameSecret = (given: string, expected: Digest): boolean =>
  timingSafeEqual(digestOf(given), expected);

/** Cookies do not tell ports apart: two Parvis on one PC must not sign each other out. */
export const sessionCookieName = (port: number): string => `parvis-session-${port}`;

export const sessionCookie = (port: number, session: string): string =>
  `${sessionCookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`;

const refuse = (status: (Verdict & { ok: false })['status']): Verdict => ({ ok: false, status });

const single = (header: Header): string | undefined => (typeof header === 'string' ? header : undefined);

/** @param port the one that we listen on */
export const judge = (head: IncomingHead, port: number, secrets: Secrets): Verdict => {
  const host = single(head.headers['host']);
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return refuse(421);
  if (!head.url.startsWith('/')) return refuse(400);

  const path = head.url.split('?', 1)[0] ?? '';
  const isRead = head.method === 'GET' || head.method === 'HEAD';
  const bearer = bearerOf(head);
  const origin = head.headers['origin'];
  if (origin === undefined ? !isRead && bearer === null : origin !== `http://${host}`) return refuse(403);

  const route = routeOf(path);
  // Typing the address or following a link to it may show the page; everything else comes from the page itself.
  if (route !== 'file' && isFromElsewhere(head.headers['sec-fetch-site'])) return refuse(403);

  switch (route) {
    case 'file':
      return isRead ? { ok: true, route } : refuse(path === '/' ? 405 : 404);
    case 'session':
      if (head.method !== 'POST') return refuse(405);
      return withinLimit(head, TOKEN_BODY_LIMIT) ?? { ok: true, route };
    case 'invitation':
      if (head.method !== 'POST') return refuse(405);
      if (bearer === null || !sameSecret(bearer, secrets.bearer)) return refuse(401);
      return withinLimit(head, TOKEN_BODY_LIMIT) ?? { ok: true, route };
    case 'call': {
      if (head.method !== 'POST') return refuse(405);
      const known =
        bearer === null
          ? hasSession(head, port, secrets.sessions) && hasKey(head, secrets.keys)
          : sameSecret(bearer, secrets.bearer);
      if (!known) return refuse(401);
      return withinLimit(head, CALL_LIMIT) ?? { ok: true, route };
    }
  }
};

const routeOf = (path: string): (Verdict & { ok: true })['route'] => {
  if (path === SESSION_PATH) return 'session';
  if (path === INVITATION_PATH) return 'invitation';
  return path === RPC_PATH || path.startsWith(`${RPC_PATH}/`) ? 'call' : 'file';
};

const isFromElsewhere = (site: Header): boolean =>
  site !== undefined && site !== 'same-origin' && site !== 'none';

const bearerOf = (head: IncomingHead): string | null => {
  const header = single(head.headers['authorization']);
  return header === undefined ? null : (/^Bearer (\S+)$/.exec(header)?.[1] ?? '');
};

/** The length must be announced: Node then cuts the body there, and nobody can send without end. */
const withinLimit = (head: IncomingHead, limit: number): Verdict | null => {
  if (head.headers['transfer-encoding'] !== undefined) return refuse(411);
  const length = single(head.headers['content-length']) ?? '0';
  if (!/^\d+$/.test(length)) return refuse(400);
  return Number(length) > limit ? refuse(413) : null;
};

const hasSession = (head: IncomingHead, port: number, sessions: readonly Digest[]): boolean => {
  const name = sessionCookieName(port);
  for (const pair of (single(head.headers['cookie']) ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined && sessions.some((session) => sameSecret(value, session)))
      return true;
  }
  return false;
};

/** Of any live session: two windows that sign in at once may each send the cookie of the other. */
const hasKey = (head: IncomingHead, keys: readonly Digest[]): boolean => {
  const given = single(head.headers[KEY_HEADER]);
  return given !== undefined && keys.some((key) => sameSecret(given, key));
};

const TOKEN = /^[\w-]{20,100}$/;

/** The token of a `/session` body, or null when it is none. */
export const readTokenBody = (body: string): string | null => {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || !('token' in parsed)) return null;
    return typeof parsed.token === 'string' && TOKEN.test(parsed.token) ? parsed.token : null;
  } catch {
    return null;
  }
};
