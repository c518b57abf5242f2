/** Attacks by what is sent: paths, lengths, pieces, slowness, and what the browser does with the answer. */
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { dial } from '../raw-http.ts';
import { type Attack, each, SECRET, type Target, told } from './attack.ts';

const MIB = 1024 * 1024;
/** Connections that the desk takes at once. */
const TAKEN = 256;
const CALL = 'POST /rpc/gate/status HTTP/1.1';

const headOf = ({ session, port }: Target, request: string, ...more: readonly string[]): string[] => [
  request,
  `Host: 127.0.0.1:${port}`,
  ...Object.entries(session).map(([name, value]) => `${name}: ${value}`),
  'Content-Type: application/json',
  ...more,
];

const PATHS = [
  '/../secret.json',
  '/assets/../../secret.json',
  '/./secret.json',
  '/%2e%2e/secret.json',
  '/%2E%2E%2Fsecret.json',
  '/%252e%252e/secret.json',
  '/%252e%252e%252fsecret.json',
  '/..%5csecret.json',
  '/..\\secret.json',
  '/%c0%ae%c0%ae/secret.json',
  '/%e0%80%ae%e0%80%ae/secret.json',
  '/%uff0e%uff0e/secret.json',
  '/\uff0e\uff0e/secret.json',
  '/%ef%bc%8e%ef%bc%8e/secret.json',
  '/..;/secret.json',
  '/....//secret.json',
  '/assets/..%00/secret.json',
  '/secret.json%00.js',
  '/index.html/../../secret.json',
  '/~/secret.json',
  '/~root/secret.json',
  '//secret.json',
  '//server/share/secret.json',
  '/%5c%5cserver%5cshare%5csecret.json',
  '/C:/secret.json',
  '/C:%5csecret.json',
  '/index.html::$DATA',
  '/index.html.',
  '/index.html%20',
  '/CON',
  '/secret.json',
  '/donnees/host.json',
  '/host.json',
  '/parvis.db',
  '/assets',
  '/assets/',
  '/?/../secret.json#/../secret.json',
];

/** The desk hears a little later than we do that connections are gone. @returns the status of a rightful call */
const afterwards = async (target: Target): Promise<number> => {
  for (let n = 0; n < 100; n++) {
    try {
      return (await target.call('gate/status')).status;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return 0;
};

/** Cut by the desk, or answered and closed. */
const untilClosed = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let said = '';
    socket.on('data', (bytes: Buffer) => {
      said += bytes.toString('latin1');
    });
    socket.once('close', () => resolve(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 'closed'));
  });

export const bodyAttacks: readonly Attack[] = [
  {
    name: 'A path out of the folder of the page, in every encoding: dots, backslashes, overlong UTF-8, NUL, UNC, drives, streams',
    answer: '400, 404',
    play: async (target) => {
      const answers: string[] = [];
      for (const path of PATHS.filter((one) => !one.startsWith('/?'))) {
        const [status = ''] = await target.wire(headOf(target, `GET ${path} HTTP/1.1`, 'Connection: close'));
        if (status === '200') answers.push(`200 for ${path}`);
        answers.push(status);
        // The same over a client that puts paths in order before it sends them.
        const plain = await target.ask({ path: encodeURI(path) });
        if (plain.status === 200 || plain.body.includes(SECRET)) answers.push(`200 for ${path}`);
      }
      const asked = await target.ask({ path: '/?/../secret.json' });
      if (asked.body.includes(SECRET)) answers.push('the secret');
      return told(answers.toSorted());
    },
  },
  {
    name: 'A body that is too long, of no announced length, or of an impossible one',
    answer: '413, 411, 400',
    play: (target) =>
      each(
        [
          ['Content-Length: 1048577'],
          ['Content-Length: 99999999999'],
          ['Transfer-Encoding: chunked'],
          ['Content-Length: -1'],
          ['Content-Length: 1e3'],
          ['Content-Length: 0x10'],
          ['Content-Length: 2, 2'],
          ['Content-Length: 999999999999999999999999'],
        ],
        (lengths) => target.wire(headOf(target, CALL, ...lengths), '2\r\n{}\r\n0\r\n\r\n'),
      ),
  },
  {
    name: 'A body without end to the one place that needs no session, its length hidden behind headers that nobody counts',
    answer: '411, 431',
    play: (target) =>
      each([0, 150], async (count) => {
        const filler = Array.from({ length: count }, (_, n) => `a${n}: b`);
        const head = [
          'POST /session HTTP/1.1',
          `Host: 127.0.0.1:${target.port}`,
          `Origin: ${target.origin}`,
          ...filler,
          'Transfer-Encoding: chunked',
        ];
        const socket = await dial(target.port, `${head.join('\r\n')}\r\n\r\n`);
        const closed = untilClosed(socket);
        const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MIB, 97), Buffer.from('\r\n')]);
        let refused = false;
        socket.once('data', () => {
          refused = true;
        });
        // What was going to be refused by its head is refused by then; the system forgets an answer that meets more bytes.
        for (let n = 0; n < 3; n++) await target.call('gate/status');
        for (let n = 0; n < 200 && !refused && socket.writable; n++)
          await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
        if (!refused) socket.write('0\r\n\r\n');
        return [await closed];
      }),
  },
  {
    name: 'A few bytes that unpack into a gibibyte (gzip)',
    answer: '400, 413',
    play: async (target) => {
      // 1 MiB of zeros packs into 1 KiB, and 1 GiB of them is what a call's limit would hold.
      const small = gzipSync(Buffer.alloc(64 * MIB));
      const packed = (body: Buffer, ...more: readonly string[]) =>
        target.wire(
          headOf(
            target,
            CALL,
            `Content-Length: ${body.length}`,
            'Content-Encoding: gzip',
            'Connection: close',
            ...more,
          ),
          body.toString('latin1'),
        );
      return each([small, Buffer.alloc(MIB + 1)], (body) => packed(body));
    },
  },
  {
    name: 'A length that lies: more announced than sent, more sent than announced',
    answer: '400',
    play: async (target) => {
      const longer = await target.wire(headOf(target, CALL, 'Content-Length: 500'), '{}', true);
      const shorter = await target.wire(headOf(target, CALL, 'Content-Length: 2'), '{}{"json":{}}\r\n\r\n');
      return told([...longer, ...shorter]);
    },
  },
  {
    name: 'A second request hidden in the first (request smuggling): two lengths, a length and chunks, obscured chunks, bare line feeds',
    answer: '400',
    play: (target) => {
      const hidden = `0\r\n\r\nPOST /invitation HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nContent-Length: 0\r\n\r\n`;
      return each(
        [
          ['Content-Length: 4', 'Content-Length: 90'],
          [`Content-Length: ${hidden.length}`, 'Transfer-Encoding: chunked'],
          ['Transfer-Encoding: chunked', 'Content-Length: 4'],
          ['Transfer-Encoding: chunked, identity', 'Content-Length: 4'],
          ['Transfer-Encoding: xchunked', 'Content-Length: 4'],
          ['Transfer-Encoding : chunked'],
          [' Transfer-Encoding: chunked'],
          ['X: y\nTransfer-Encoding: chunked'],
          ['Transfer-Encoding:\u000bchunked'],
        ],
        (lengths) => target.wire(headOf(target, CALL, ...lengths), hidden),
      );
    },
  },
  {
    name: 'Requests one behind the other on one connection',
    answer: '200, 401',
    play: async (target) => {
      const second = [
        CALL,
        `Host: 127.0.0.1:${target.port}`,
        `Origin: ${target.origin}`,
        'Connection: close',
      ];
      return told(
        await target.wire(headOf(target, CALL, 'Content-Length: 2'), `{}${second.join('\r\n')}\r\n\r\n`),
      );
    },
  },
  {
    name: 'Headers without end, or too many',
    answer: '431',
    play: (target) =>
      each([[`X: ${'a'.repeat(17 * 1024)}`], Array.from({ length: 2_000 }, (_, n) => `x${n}: y`)], (more) =>
        target.wire(headOf(target, CALL, ...more, 'Connection: close')),
      ),
  },
  {
    name: 'Two hundred connections that send their headers or their bodies drop by drop (slowloris)',
    answer: '200 meanwhile, 408',
    play: async (target) => {
      const sockets: Socket[] = [];
      for (let n = 0; n < 200; n++)
        sockets.push(
          await dial(
            target.port,
            n % 2 === 0
              ? 'GET / HTTP/1.1\r\nHost: 127'
              : `${headOf(target, CALL, 'Content-Length: 1000').join('\r\n')}\r\n\r\n{`,
          ),
        );
      const [slow] = sockets;
      if (slow === undefined) return 'no connection';
      const cut = untilClosed(slow);
      const { status } = await target.call('gate/status');
      const answer = await cut;
      for (const socket of sockets) socket.destroy();
      await afterwards(target);
      return `${status} meanwhile, ${answer}`;
    },
  },
  {
    name: 'More connections than the desk takes, that say nothing',
    answer: 'closed at once, 200 afterwards',
    play: async (target) => {
      const sockets = await Promise.all(Array.from({ length: 400 }, () => dial(target.port, '')));
      const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      while (sockets.filter(({ closed: gone }) => gone).length < sockets.length - TAKEN)
        await Promise.race(sockets.flatMap((socket, n) => (socket.closed ? [] : [closed[n]])));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
      return `closed at once, ${await afterwards(target)} afterwards`;
    },
  },
  {
    name: 'Our page in somebody else’s frame, window or opener; its files and answers guessed to be something else',
    answer: 'nosniff, same-origin, no-referrer on all; DENY and frame-ancestors on the page',
    play: async (target) => {
      const page = await target.ask({});
      const answers = [
        page,
        await target.ask({ path: '/assets/index-Bx_9abcd.js' }),
        await target.ask({ path: '/nothing.js' }),
        await target.call('gate/status'),
        await target.call('gate/nothing'),
        await target.ask({ headers: { host: 'parvis.example' } }),
      ];
      const onAll = ['x-content-type-options', 'cross-origin-resource-policy', 'referrer-policy'].map(
        (name) => told(answers.map(({ headers }) => String(headers[name]))),
      );
      const onPage =
        page.headers['x-frame-options'] === 'DENY' &&
        page.headers['cross-origin-opener-policy'] === 'same-origin' &&
        page.headers['content-security-policy']?.includes("frame-ancestors 'none'") === true &&
        page.headers['content-security-policy'].includes("default-src 'none'");
      return `${onAll.join(', ')} on all; ${onPage ? 'DENY and frame-ancestors' : 'nothing'} on the page`;
    },
  },
  {
    name: 'A script that would stay between the page and the desk (service worker)',
    answer: '404, no scope widened',
    play: async (target) => {
      const answers = [
        await target.ask({ path: '/sw.js', headers: { 'service-worker': 'script' } }),
        await target.ask({ path: '/service-worker.js', headers: { 'service-worker': 'script' } }),
      ];
      const own = await target.ask({
        path: '/assets/index-Bx_9abcd.js',
        headers: { 'service-worker': 'script' },
      });
      const widened = [...answers, own].some(({ headers }) => 'service-worker-allowed' in headers);
      return `${told(answers.map(({ status }) => status))}, ${widened ? 'a' : 'no'} scope widened`;
    },
  },
];
