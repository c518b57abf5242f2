/** What an attack needs: a real desk with a page, a session on it, and ways to speak to it that no browser has. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyOf, RPC_PATH, tokenOf } from '../../../src/contract/http.ts';
import { type RunningDesk, startDesk } from '../../support/running-desk.ts';
import { type Answer, ask, type Raw, statusesOf, wire } from '../raw-http.ts';

export interface Attack {
  /** As in docs/spec/loopback.md. */
  readonly name: string;
  /** As in docs/spec/loopback.md. */
  readonly answer: string;
  /** @returns what the desk answered, in the words of `answer` */
  readonly play: (target: Target) => Promise<string>;
}

export interface Target {
  readonly desk: RunningDesk;
  readonly port: number;
  readonly origin: string;
  /** What a script sends. */
  readonly bearer: Headers;
  /** What the page sends. */
  readonly session: Headers;
  /** What another program of this PC may be shown, and say of itself. */
  readonly cookie: Headers;
  ask(raw: Raw): Promise<Answer>;
  /** A call as the page makes it. */
  call(path: string, body?: string, headers?: Headers): Promise<Answer>;
  /** Head and body to the letter. @param end nothing more comes. @returns the statuses until the desk closed */
  wire(head: readonly string[], body?: string, end?: boolean): Promise<string[]>;
  /** Exchanges a token. */
  open(token: string): Promise<Answer>;
  token(): Promise<string>;
  /** Kibibytes of the desk in memory. */
  resident(): number;
  /** What an empty object holds in the desk. */
  prototype(): Promise<unknown>;
  stop(): Promise<void>;
}

export type Headers = Readonly<Record<string, string>>;

export const SECRET = 'dossier de quelqu’un';
export const NOW = '2026-11-23T08:00+01:00';

/** Each status once, in the order in which it was first answered. */
export const told = (statuses: readonly (string | number)[]): string =>
  [...new Set(statuses.map(String))].join(', ');

const pageOf = (root: string): string => {
  const page = join(root, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(page, 'assets/index-Bx_9abcd.js'), 'bonjour()');
  writeFileSync(join(root, 'secret.json'), SECRET);
  return page;
};

export const startTarget = async (): Promise<Target> => {
  const root = mkdtempSync(join(tmpdir(), 'parvis-attack-'));
  const desk = await startDesk({ now: NOW, demo: true, page: pageOf(root), folder: join(root, 'donnees') });
  const { url: origin, bearer } = desk;
  const port = Number(new URL(origin).port);
  const send = (raw: Raw): Promise<Answer> => ask(port, raw);
  const open = (token: string): Promise<Answer> =>
    send({
      method: 'POST',
      path: '/session',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
  const token = async (): Promise<string> => tokenOf(new URL(await desk.invite()).hash) ?? '';
  const opened = await open(await token());
  const shown = opened.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
  const cookie = { origin, cookie: shown };
  const session = { ...cookie, 'x-parvis-key': keyOf(JSON.parse(opened.body)) ?? '' };
  return {
    desk,
    port,
    origin,
    bearer: { authorization: `Bearer ${bearer}` },
    session,
    cookie,
    ask: send,
    call: (path, body = '{}', headers = {}) =>
      send({
        method: 'POST',
        path: `${RPC_PATH}/${path}`,
        headers: { ...session, 'content-type': 'application/json', ...headers },
        body,
      }),
    wire: async (head, body = '', end = false) =>
      statusesOf(await wire(port, `${head.join('\r\n')}\r\n\r\n${body}`, end)),
    open,
    token,
    resident: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${desk.child.pid}/status`, 'utf8'))?.[1] ?? 0),
    prototype: () =>
      new Promise((resolve) => {
        desk.child.once('message', resolve);
        desk.child.send('prototype');
      }),
    stop: async () => {
      await desk.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
};

/** The statuses of several requests, one after the other. */
export const each = async <T>(
  all: readonly T[],
  send: (one: T) => Promise<Answer | string[]>,
): Promise<string> => {
  const statuses: (string | number)[] = [];
  for (const one of all) {
    const answer = await send(one);
    statuses.push(...(Array.isArray(answer) ? answer : [answer.status]));
  }
  return told(statuses);
};
