import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenOf } from '../../src/contract/http.ts';
import { type Loopback, openLoopback } from '../../src/main/hosts/loopback.ts';
import { testClock } from '../support/ground.ts';
import { ask, type Raw } from './raw-http.ts';

const SECRET = 'dossier de quelqu’un';

let root: string;
let loopback: Loopback;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'parvis-http-'));
  const page = join(root, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(page, 'assets/index-Bx_9abcd.js'), 'bonjour()');
  writeFileSync(join(page, 'favicon.svg'), '<svg/>');
  writeFileSync(join(root, 'secret.json'), SECRET);
  const folder = join(root, 'donnees');
  loopback = await openLoopback({ folder, clock: testClock(), appVersion: '0.0.0-test', page, port: 0 });
});
afterEach(async () => {
  await loopback.close();
  rmSync(root, { recursive: true, force: true });
});

const send = (raw: Raw) => ask(loopback.host.port, raw);
const origin = () => loopback.host.url;
const bearer = () => ({ authorization: `Bearer ${loopback.host.bearer}` });
const token = (): string => tokenOf(new URL(loopback.host.invite()).hash) ?? '';
const openSession = (given: string) =>
  send({
    method: 'POST',
    path: '/session',
    headers: { origin: origin(), 'content-type': 'application/json' },
    body: JSON.stringify({ token: given }),
  });
const STATUS = { method: 'POST', path: '/rpc/gate/status' } as const;

describe('the page', () => {
  it('comes with a nonce of its own each time, in its policy and in its text', async () => {
    const [first, second] = [await send({}), await send({})];
    const nonce = /'nonce-([^']+)'/.exec(first.headers['content-security-policy'] as string)?.[1] ?? '';
    expect(first.body).toBe(`<meta name="csp-nonce" content="${nonce}">`);
    expect(nonce.length).toBe(24);
    expect(second.body).not.toBe(first.body);
    expect(first.headers['cache-control']).toBe('no-store');
  });

  it('has files with their kind, which are not guessed at, and an icon under the usual name', async () => {
    const script = await send({ path: '/assets/index-Bx_9abcd.js' });
    expect([
      script.status,
      script.body,
      script.headers['content-type'],
      script.headers['x-content-type-options'],
    ]).toEqual([200, 'bonjour()', 'text/javascript; charset=utf-8', 'nosniff']);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await send({ path: '/favicon.ico' })).headers['content-type']).toBe('image/svg+xml');
    const head = await send({ method: 'HEAD', path: '/' });
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/assets/..%00/secret.json',
    '//secret.json',
    '/./secret.json',
  ])('never leads outside its folder: %s', async (path) => {
    const { status, body } = await send({ path });
    expect([status, body]).toEqual([400, '']);
  });

  it('does not follow a link that leads outside', async () => {
    symlinkSync(join(root, 'secret.json'), join(root, 'page/link.json'));
    const { status, body } = await send({ path: '/link.json' });
    expect([status, body]).toEqual([404, '']);
  });

  it('does not hold the data folder, nor what the page does not have', async () => {
    for (const path of ['/donnees/parvis.db', '/parvis.db', '/host.json', '/assets/', '/nothing.js'])
      expect([path, (await send({ path })).body]).toEqual([path, '']);
  });
});

describe('who is let in', () => {
  it('whoever holds the bearer, and whoever exchanged the token of the address, once', async () => {
    expect((await send({ ...STATUS, headers: bearer() })).status).toBe(200);

    const once = token();
    const opened = await openSession(once);
    expect(opened.status).toBe(200);
    const [cookie = ''] = opened.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^parvis-session-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const { key } = JSON.parse(opened.body) as { key: string };
    const shown = { cookie: cookie.split(';', 1)[0] ?? '', origin: origin() };
    // What any other program on 127.0.0.1 may be shown by the browser, and could say of itself.
    expect((await send({ ...STATUS, headers: shown })).status).toBe(401);
    const session = { ...shown, 'x-parvis-key': key };
    expect((await send({ ...STATUS, headers: session })).status).toBe(200);

    const again = await openSession(once);
    expect([again.status, again.headers['set-cookie']]).toEqual([401, undefined]);
    // The session that the token bought lives on.
    expect((await send({ ...STATUS, headers: session })).status).toBe(200);
  });

  it('each address is another one, and a second window asks for its own with the bearer', async () => {
    const answer = await send({ method: 'POST', path: '/invitation', headers: bearer() });
    const { address } = JSON.parse(answer.body) as { address: string };
    expect(address.startsWith(`${origin()}/#token=`)).toBe(true);
    expect((await openSession(tokenOf(new URL(address).hash) ?? '')).status).toBe(200);
    expect(token()).not.toBe(token());
  });

  it.each([
    ['nothing', {}],
    ['a session that never was', { cookie: `parvis-session-PORT=${'a'.repeat(43)}` }],
    ['a wrong bearer', { authorization: `Bearer ${'a'.repeat(43)}` }],
    ['a token in place of a session', { cookie: 'parvis-session-PORT=TOKEN' }],
  ])('not with %s', async (_, given) => {
    const headers = Object.fromEntries(
      Object.entries({ origin: origin(), ...given }).map(([name, value]) => [
        name,
        value.replace('PORT', String(loopback.host.port)).replace('TOKEN', token()),
      ]),
    );
    const { status, body } = await send({ ...STATUS, headers });
    expect([status, body]).toEqual([401, '']);
  });

  it.each([
    ['under a name that was pointed at this PC', { host: 'parvis.example:PORT' }, 421],
    ['under this PC’s address in the network', { host: '192.168.1.20:PORT' }, 421],
    ['from another site', { origin: 'https://example.test' }, 403],
    ['from another program’s page on this PC', { origin: 'http://127.0.0.1:1' }, 403],
    ['from a page without a name', { origin: 'null' }, 403],
    ['from another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('not %s, even with the bearer', async (_, given, status) => {
    const headers = Object.fromEntries(
      Object.entries({ ...bearer(), ...given }).map(([name, value]) => [
        name,
        value.replace('PORT', String(loopback.host.port)),
      ]),
    );
    const answer = await send({ ...STATUS, headers });
    expect([answer.status, answer.body]).toEqual([status, '']);
  });

  it('no page elsewhere may read an answer: nothing allows another origin', async () => {
    const preflight = await send({
      ...STATUS,
      method: 'OPTIONS',
      headers: { origin: 'https://example.test' },
    });
    expect(preflight.status).toBe(403);
    const { headers } = await send({ ...STATUS, headers: { ...bearer(), origin: origin() } });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('how much is taken', () => {
  const call = (headers: Record<string, string>, body: string) =>
    send({
      method: 'POST',
      path: '/rpc/gate/unlock',
      headers: { ...bearer(), 'content-type': 'application/json', ...headers },
      body,
    });

  it('one mebibyte, not a byte more, and only what announces its length', async () => {
    const body = JSON.stringify({ json: { recoveryCode: '' } }).padEnd(1024 * 1024, ' ');
    expect((await call({}, body)).status).not.toBe(413);
    expect((await call({ 'content-length': String(body.length + 1) }, `${body} `)).status).toBe(413);
    expect((await call({ 'transfer-encoding': 'chunked' }, '{}')).status).toBe(411);
  });

  it('what is no call at all is refused, and the desk goes on', async () => {
    for (const body of ['', '{', 'null', '[]', '{"json":{"__proto__":{}},"meta":[[99,"x"]]}'])
      expect((await call({}, body)).status).toBeGreaterThanOrEqual(400);
    expect((await send({ ...STATUS, path: '/rpc/gate/nothing', headers: bearer() })).status).toBe(404);
    expect((await send({ ...STATUS, headers: bearer() })).status).toBe(200);
  });
});

describe('where it can be reached', () => {
  const reachable = (host: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect({ host, port: loopback.host.port });
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });

  it('on 127.0.0.1, on no other address of this PC', async () => {
    expect(await reachable('127.0.0.1')).toBe(true);
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address);
    for (const address of ['127.0.0.2', '::1', ...others])
      expect([address, await reachable(address)]).toEqual([address, false]);
  });

  it('is told in host.json, for the same person only, until it stops', async () => {
    const path = join(root, 'donnees/host.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      url: loopback.host.url,
      bearer: loopback.host.bearer,
      pid: process.pid,
    });
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    await loopback.close();
    expect(existsSync(path)).toBe(false);
    expect(await reachable('127.0.0.1')).toBe(false);
  });
});
