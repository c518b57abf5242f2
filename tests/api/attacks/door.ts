/** Attacks on the door: which name, which page, which key. */
import { Agent } from 'node:http';
import { procedures } from '../procedures.ts';
import { type Attack, each, type Headers, type Target, told } from './attack.ts';

const GUESSES = 10_000;
/** More at once than a page ever has. */
const AT_ONCE = 40;

const asked = (target: Target, headers: Headers) =>
  target.ask({ method: 'POST', path: '/rpc/gate/status', headers });

/** @returns the statuses of as many calls as there are guesses, many at once */
const guess = async (
  target: Target,
  count: number,
  headers: (n: number) => Headers,
  path = '/rpc/gate/status',
) => {
  const seen = new Set<number>();
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let next = 0;
  const guesser = async (): Promise<void> => {
    while (next < count) {
      const given = headers(next++);
      const body = path === '/session' ? JSON.stringify({ token: given['guess'] ?? '' }) : '';
      seen.add((await target.ask({ method: 'POST', path, headers: given, body, agent })).status);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, guesser));
  agent.destroy();
  return [...seen];
};

const secretOf = (n: number): string => n.toString(36).padStart(43, 'A');

export const doorAttacks: readonly Attack[] = [
  {
    name: 'A name of somebody else’s, pointed at 127.0.0.1 (DNS rebinding)',
    answer: '421',
    play: (target) =>
      each(
        [
          'parvis.example:PORT',
          'PORT.parvis.example',
          '127.0.0.1:PORT.parvis.example',
          'user@127.0.0.1:PORT',
          '127.0.0.1.:PORT',
          'localhost.:PORT',
          'LOCALHOST:PORT',
          '127.0.0.1',
          '127.0.0.1:1',
          '127.0.0.1:0PORT',
          '[::1]:PORT',
          '[::ffff:127.0.0.1]:PORT',
          '0.0.0.0:PORT',
          '127.1:PORT',
          '2130706433:PORT',
          '192.168.1.20:PORT',
        ].map((host) => host.replace('PORT', String(target.port))),
        (host) => asked(target, { ...target.bearer, host, origin: `http://${host}` }),
      ),
  },
  {
    name: 'Two hosts, one of them ours',
    answer: '421',
    play: ({ wire, port }) =>
      each(
        [
          [`Host: 127.0.0.1:${port}`, 'Host: parvis.example'],
          ['Host: parvis.example', `Host: 127.0.0.1:${port}`],
          [`Host: 127.0.0.1:${port}`, `Host: 127.0.0.1:${port}`],
        ],
        (hosts) => wire(['GET / HTTP/1.1', ...hosts, 'Connection: close']),
      ),
  },
  {
    name: 'No host at all, a whole address or `*` on the request line, an upgrade, CONNECT, another protocol',
    answer: '400, 421, 405, closed',
    play: ({ wire, port }) => {
      const ours = `Host: 127.0.0.1:${port}`;
      return each(
        [
          ['GET / HTTP/1.1', 'Connection: close'],
          ['GET / HTTP/1.0'],
          [`GET http://127.0.0.1:${port}/ HTTP/1.1`, ours, 'Connection: close'],
          ['GET http://parvis.example/ HTTP/1.1', ours, 'Connection: close'],
          ['OPTIONS * HTTP/1.1', ours, 'Connection: close'],
          [
            'GET /rpc HTTP/1.1',
            ours,
            'Connection: Upgrade',
            'Upgrade: websocket',
            'Sec-WebSocket-Version: 13',
          ],
          [`CONNECT 127.0.0.1:${port} HTTP/1.1`, ours],
          ['PRI * HTTP/2.0'],
        ],
        // The rest of an HTTP/2 greeting; whoever spoke HTTP/1 is closed before it.
        (head) => wire(head, 'SM\r\n\r\n'),
      );
    },
  },
  {
    name: 'A call from a page elsewhere: another site, port, name or scheme, a longer name, a page without one',
    answer: '403',
    play: (target) =>
      each(
        [
          'https://parvis.example',
          'http://127.0.0.1:1',
          'http://127.0.0.1',
          `http://localhost:${target.port}`,
          `https://127.0.0.1:${target.port}`,
          `${target.origin}.parvis.example`,
          `${target.origin}/`,
          `${target.origin}, ${target.origin}`,
          'null',
          'file://',
          '',
        ],
        (origin) => asked(target, { ...target.session, origin }),
      ),
  },
  {
    name: 'A call without an origin, or that the browser says comes from another site or port',
    answer: '403',
    play: (target) => {
      const { origin, ...anonymous } = target.session;
      return each(
        [
          anonymous,
          { ...anonymous, 'sec-fetch-site': 'same-origin' },
          { ...anonymous, 'sec-fetch-site': 'none' },
          { ...anonymous, origin: origin ?? '', 'sec-fetch-site': 'cross-site' },
          { ...anonymous, origin: origin ?? '', 'sec-fetch-site': 'same-site' },
          { ...target.bearer, 'sec-fetch-site': 'cross-site' },
        ],
        (headers) => asked(target, headers),
      );
    },
  },
  {
    name: 'A form posted from another page, whatever its kind',
    answer: '403',
    play: (target) =>
      each(
        [
          ['text/plain', '{"json":{"recoveryCode":"='],
          ['application/x-www-form-urlencoded', 'json=%7B%7D'],
          [
            'multipart/form-data; boundary=x',
            '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{}\r\n--x--\r\n',
          ],
        ].flatMap(([type = '', body = '']) =>
          // From the web, and from a page on another port, to which SameSite=Strict is no bar.
          ['https://parvis.example', 'http://127.0.0.1:8080'].map((origin) => ({ type, body, origin })),
        ),
        ({ type, body, origin }) =>
          target.call('gate/unlock', body, {
            ...target.cookie,
            origin,
            'content-type': type,
            'sec-fetch-mode': 'navigate',
          }),
      ),
  },
  {
    name: 'A page elsewhere asks whether it may read the answers (CORS)',
    answer: '403, nothing allowed',
    play: async (target) => {
      const answers = [
        await target.ask({
          method: 'OPTIONS',
          path: '/rpc/gate/status',
          headers: { origin: 'https://parvis.example', 'access-control-request-method': 'POST' },
        }),
        await asked(target, { ...target.session, origin: 'https://parvis.example' }),
      ];
      const all = [...answers, await asked(target, target.session)];
      const allowed = all
        .flatMap(({ headers }) => Object.keys(headers))
        .filter((name) => name.startsWith('access-'));
      return `${told(answers.map(({ status }) => status))}, ${allowed.length === 0 ? 'nothing' : told(allowed)} allowed`;
    },
  },
  {
    name: 'Another program on 127.0.0.1 is shown the cookie by the browser, and says it is our page',
    answer: '401',
    play: (target) =>
      each(
        [
          target.cookie,
          { ...target.cookie, 'x-parvis-key': '' },
          { ...target.cookie, 'x-parvis-key': secretOf(1) },
        ],
        (headers) => asked(target, headers),
      ),
  },
  {
    name: 'A cookie that somebody else has set before (fixation), or sets beside ours',
    answer: '401, 200',
    play: async (target) => {
      const name = `parvis-session-${target.port}`;
      const planted = `${name}=${secretOf(7)}`;
      const opened = await target.ask({
        method: 'POST',
        path: '/session',
        headers: { origin: target.origin, cookie: planted },
        body: JSON.stringify({ token: await target.token() }),
      });
      if (opened.headers['set-cookie']?.[0]?.startsWith(planted) !== false)
        return 'the planted session was taken';
      return each([planted, `${planted}; ${target.cookie['cookie']}`], (cookie) =>
        asked(target, { ...target.session, cookie }),
      );
    },
  },
  {
    name: 'No session, or anything but one: a token, a key alone, a session for a bearer, a bearer for a session',
    answer: '401',
    play: async (target) => {
      const name = `parvis-session-${target.port}`;
      const { cookie = '', 'x-parvis-key': key = '' } = target.session;
      const bearer = target.desk.bearer;
      const token = await target.token();
      return each<Headers>(
        [
          {},
          { 'x-parvis-key': key },
          { 'x-parvis-key': key, cookie: `${name}=` },
          { 'x-parvis-key': key, cookie: `${name}=${token}` },
          { 'x-parvis-key': key, cookie: `${name}=${key}` },
          { 'x-parvis-key': key, cookie: `${name}=${bearer}` },
          { 'x-parvis-key': bearer, cookie },
          { authorization: `Bearer ${cookie.split('=')[1]}` },
          { authorization: `Bearer ${token}` },
          { authorization: 'Bearer' },
          { authorization: `Basic ${Buffer.from(`parvis:${bearer}`).toString('base64')}` },
          { ...target.session, authorization: 'Bearer x' },
        ],
        (headers) => asked(target, { origin: target.origin, ...headers }),
      );
    },
  },
  {
    name: 'A token used twice, made up, or sent as no token',
    answer: '200, then 401',
    play: async (target) => {
      const once = await target.token();
      const first = await target.open(once);
      return `${first.status}, then ${await each([once, secretOf(3), '', '__proto__'], target.open)}`;
    },
  },
  {
    name: 'A session asks for another address',
    answer: '401',
    play: (target) =>
      each([target.session, target.cookie, { origin: target.origin }], (headers) =>
        target.ask({ method: 'POST', path: '/invitation', headers }),
      ),
  },
  {
    name: 'Ten thousand guesses of a bearer, of a session, of a token, while the page works',
    answer: '401, then 200',
    play: async (target) => {
      const token = await target.token();
      const refused = [
        await guess(target, GUESSES, (n) => ({ authorization: `Bearer ${secretOf(n)}` })),
        await guess(target, GUESSES / 10, (n) => ({ ...target.session, 'x-parvis-key': secretOf(n) })),
        await guess(target, GUESSES / 10, (n) => ({ origin: target.origin, guess: secretOf(n) }), '/session'),
      ].flat();
      // Nobody is locked out, and the address that waits to be opened still opens.
      const rightful = [(await asked(target, target.session)).status, (await target.open(token)).status];
      return `${told(refused)}, then ${told(rightful)}`;
    },
  },
  {
    name: 'Every procedure of the contract, and the stream of changes, without a session',
    answer: '401',
    play: (target) =>
      each(procedures, ({ path }) =>
        target.ask({
          method: 'POST',
          path: `/rpc/${path.replace('.', '/')}`,
          headers: { origin: target.origin, accept: 'text/event-stream' },
        }),
      ),
  },
];
