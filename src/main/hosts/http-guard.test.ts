import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digestOf,
  type IncomingHead,
  judge,
  readTokenBody,
  type Secrets,
  sessionCookie,
} from './http-guard.ts';

const PORT = 4710;
const HOST = `127.0.0.1:${PORT}`;
const ORIGIN = `http://${HOST}`;
const secrets: Secrets = {
  bearer: digestOf('the-bearer'),
  sessions: [digestOf('first'), digestOf('second')],
  keys: [digestOf('key of the first'), digestOf('key of the second')],
};
const KEY = { 'x-parvis-key': 'key of the second' };
const COOKIE = { cookie: `theme=dark; parvis-session-${PORT}=second`, ...KEY };
const BEARER = { authorization: 'Bearer the-bearer' };

const asked = (method: string, url: string, headers: IncomingHead['headers'] = {}) =>
  judge({ method, url, headers: { host: HOST, ...headers } }, PORT, secrets);

const refused = (status: number) => ({ ok: false, status });
const allowed = (route: string) => ({ ok: true, route });

describe('which name the desk answers to', () => {
  it.each([HOST, `localhost:${PORT}`])('answers %s', (host) => {
    expect(asked('GET', '/', { host })).toEqual(allowed('file'));
  });

  it.each([
    'parvis.example:4710',
    '127.0.0.1',
    '127.0.0.1:4711',
    '127.0.0.1:4710.example',
    '127.0.0.2:4710',
    'LOCALHOST:4710',
    '[::1]:4710',
    '0.0.0.0:4710',
    'user@127.0.0.1:4710',
    '',
  ])('does not answer %j', (host) => {
    expect(asked('GET', '/', { host })).toEqual(refused(421));
  });

  it('does not answer a request that names no host, or two', () => {
    expect(asked('GET', '/', { host: undefined })).toEqual(refused(421));
    expect(asked('GET', '/', { host: [HOST, HOST] })).toEqual(refused(421));
  });
});

describe('which page may ask', () => {
  const post = (headers: IncomingHead['headers']) =>
    asked('POST', '/rpc/gate/status', { ...COOKIE, ...headers });

  it('its own, to the letter', () => {
    expect(post({ origin: ORIGIN })).toEqual(allowed('call'));
    expect(post({ host: `localhost:${PORT}`, origin: `http://localhost:${PORT}` })).toEqual(allowed('call'));
  });

  it.each([
    ['another site', 'https://example.test'],
    ['another port', 'http://127.0.0.1:4711'],
    ['our other name', `http://localhost:${PORT}`],
    ['the same name under TLS', `https://${HOST}`],
    ['a longer name', `${ORIGIN}.example`],
    ['a page without a name', 'null'],
    ['nobody', ''],
  ])('not %s', (_, origin) => {
    expect(post({ origin })).toEqual(refused(403));
    expect(asked('GET', '/', { origin })).toEqual(refused(403));
  });

  it('a session without an origin is no page of ours; a script with the bearer has none', () => {
    expect(post({})).toEqual(refused(403));
    expect(asked('POST', '/rpc/gate/status', BEARER)).toEqual(allowed('call'));
    expect(asked('POST', '/rpc/gate/status', { ...BEARER, origin: 'https://example.test' })).toEqual(
      refused(403),
    );
  });

  it('when the browser says that another site asks, only the page itself is shown', () => {
    for (const site of ['cross-site', 'same-site']) {
      expect(post({ origin: ORIGIN, 'sec-fetch-site': site })).toEqual(refused(403));
      expect(asked('POST', '/session', { origin: ORIGIN, 'sec-fetch-site': site })).toEqual(refused(403));
      expect(asked('GET', '/', { 'sec-fetch-site': site })).toEqual(allowed('file'));
    }
    expect(post({ origin: ORIGIN, 'sec-fetch-site': 'same-origin' })).toEqual(allowed('call'));
  });
});

describe('what may be asked', () => {
  it.each([
    ['GET', '/', 'file'],
    ['HEAD', '/assets/index.js', 'file'],
    ['GET', '/rpcs', 'file'],
    ['GET', '/session/', 'file'],
  ])('%s %s is a file', (method, url, route) => {
    expect(asked(method, url)).toEqual(allowed(route));
  });

  it.each([
    ['GET', '/rpc/gate/status', 405],
    ['GET', '/rpc', 405],
    ['GET', '/session', 405],
    ['DELETE', '/session', 405],
    ['GET', '/invitation', 405],
    ['POST', '/', 405],
    ['PUT', '/assets/index.js', 404],
    ['OPTIONS', '/rpc/gate/status', 405],
    ['TRACE', '/', 405],
    ['POST', 'http://127.0.0.1:4710/rpc/gate/status', 400],
    ['OPTIONS', '*', 400],
  ])('%s %s is refused', (method, url, status) => {
    expect(asked(method, url, { ...COOKIE, origin: ORIGIN })).toEqual(refused(status));
  });
});

describe('who may call', () => {
  const call = (headers: IncomingHead['headers']) =>
    asked('POST', '/rpc/gate/status', { origin: ORIGIN, ...headers });

  it('a page with a live session, or a script with the bearer', () => {
    expect(call({ cookie: sessionCookie(PORT, 'first').split(';', 1)[0], ...KEY })).toEqual(allowed('call'));
    expect(call(BEARER)).toEqual(allowed('call'));
  });

  it.each([
    ['no cookie', {}],
    ['a key alone', KEY],
    ['a cookie that another program was shown, without the key', { cookie: COOKIE.cookie }],
    ['a cookie with a guessed key', { ...COOKIE, 'x-parvis-key': 'key of nobody' }],
    ['the cookie for its key', { ...COOKIE, 'x-parvis-key': 'second' }],
    ['a session that never was', { cookie: `parvis-session-${PORT}=third`, ...KEY }],
    ['the session of another Parvis', { cookie: 'parvis-session-4711=first', ...KEY }],
    ['an empty session', { cookie: `parvis-session-${PORT}=`, ...KEY }],
    ['a wrong bearer', { authorization: 'Bearer nope' }],
    ['no bearer after its word', { authorization: 'Bearer' }],
    ['a password', { authorization: 'Basic dGhlLWJlYXJlcg==' }],
    ['a session for a bearer', { authorization: 'Bearer first' }],
    ['a wrong bearer beside a good session', { ...COOKIE, authorization: 'Bearer nope' }],
  ])('not with %s', (_, headers) => {
    expect(call(headers)).toEqual(refused(401));
  });

  it('only the bearer asks for another address, a session never does', () => {
    expect(asked('POST', '/invitation', BEARER)).toEqual(allowed('invitation'));
    expect(asked('POST', '/invitation', { ...COOKIE, origin: ORIGIN })).toEqual(refused(401));
  });
});

describe('how much may be sent', () => {
  const call = (headers: IncomingHead['headers']) =>
    asked('POST', '/rpc/exchange/addChunk', { ...BEARER, ...headers });

  it('one mebibyte in a call, to the byte', () => {
    expect(call({ 'content-length': '1048576' })).toEqual(allowed('call'));
    expect(call({ 'content-length': '1048577' })).toEqual(refused(413));
  });

  it('a few words to open a session', () => {
    expect(asked('POST', '/session', { origin: ORIGIN, 'content-length': '1024' })).toEqual(
      allowed('session'),
    );
    expect(asked('POST', '/session', { origin: ORIGIN, 'content-length': '1025' })).toEqual(refused(413));
  });

  it.each([
    [{ 'transfer-encoding': 'chunked' }, 411],
    [{ 'content-length': '-1' }, 400],
    [{ 'content-length': '1e3' }, 400],
    [{ 'content-length': '12, 12' }, 400],
  ])('nothing whose length is not announced: %j', (headers, status) => {
    expect(call(headers)).toEqual(refused(status));
  });

  it('never lets through what names another host, whatever else it says', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('GET', 'POST', 'PUT'),
        fc.constantFrom('/', '/rpc/gate/status', '/session'),
        (host, method, url) => {
          fc.pre(host !== HOST && host !== `localhost:${PORT}`);
          const headers = { ...BEARER, ...COOKIE, host, origin: `http://${host}` };
          expect(judge({ method, url, headers }, PORT, secrets)).toEqual(refused(421));
        },
      ),
    );
  });
});

describe('the token of the address', () => {
  const token = 'a'.repeat(43);
  it('is read from a small JSON object, and nothing else is a token', () => {
    expect(readTokenBody(JSON.stringify({ token }))).toBe(token);
    for (const body of [
      '',
      'null',
      '[]',
      token,
      '{"token":1}',
      '{"token":"court"}',
      `{"token":"${'é'.repeat(43)}"}`,
    ])
      expect(readTokenBody(body)).toBe(null);
  });
});

describe('the session cookie', () => {
  it('is out of reach of scripts and of other sites', () => {
    expect(sessionCookie(PORT, 'abc')).toBe('parvis-session-4710=abc; Path=/; HttpOnly; SameSite=Strict');
  });
});
