/**
 * The keys of the loopback door, in memory only: the bearer of `host.json`, addresses that work once, and the sessions
 * they bought. Everything is forgotten when the host stops.
 */
import { randomBytes } from 'node:crypto';
import { type Digest, digestOf, type Secrets } from './http-guard.ts';

export interface Door {
  readonly bearer: string;
  secrets(): Secrets;
  /** @returns a new token, for one use; the oldest unused one dies when there are many */
  invite(): string;
  /** @returns what the token buys, or null when it is wrong or spent */
  exchange(token: string): Session | null;
}

export interface Session {
  /** For the browser to send by itself. */
  readonly cookie: string;
  /** For the page to send: a program that was shown the cookie does not have it. */
  readonly key: string;
}

/** More than a house has windows; a script that asks without end pushes out its own. */
const MOST_INVITATIONS = 16;
const MOST_SESSIONS = 64;

const secret = (): string => randomBytes(32).toString('base64url');

export const createDoor = (): Door => {
  const bearer = secret();
  const bearerDigest = digestOf(bearer);
  // As digests: looking one up then takes the same time however close a guess is.
  const invitations: string[] = [];
  const sessions: Digest[] = [];
  const keys: Digest[] = [];
  return {
    bearer,
    secrets: () => ({ bearer: bearerDigest, sessions, keys }),
    invite: () => {
      const token = secret();
      invitations.push(digestOf(token).toString('hex'));
      if (invitations.length > MOST_INVITATIONS) invitations.shift();
      return token;
    },
    exchange: (token) => {
      const at = invitations.indexOf(digestOf(token).toString('hex'));
      if (at < 0) return null;
      invitations.splice(at, 1);
      const session = { cookie: secret(), key: secret() };
      sessions.push(digestOf(session.cookie));
      keys.push(digestOf(session.key));
      if (sessions.length > MOST_SESSIONS) {
        sessions.shift();
        keys.shift();
      }
      return session;
    },
  };
};
