/** Each defence of the loopback host, how it is taken away, and the attacks of tests/api/attacks that it alone stops. */

export interface Removal {
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly put: string;
}

export interface Defence {
  readonly name: string;
  readonly removals: readonly Removal[];
  /** Parts of the names of the attacks. */
  readonly stops: readonly string[];
  /** Only those are played: they take long, or bring the desk down. */
  readonly alone?: boolean;
}

const GUARD = 'src/main/hosts/http-guard.ts';
const HTTP = 'src/main/hosts/http.ts';
const DOOR = 'src/main/hosts/http-door.ts';
const CSP = 'src/main/hosts/csp.ts';
const SIT = 'src/main/people/service/sit.ts';

const ORIGIN = `if (origin === undefined ? !isRead && bearer === null : origin !== \`http://\${host}\`) return refuse(403);`;
const SESSION = '? hasSession(head, port, secrets.sessions) && hasKey(head, secrets.keys)';

export const DEFENCES: readonly Defence[] = [
  {
    name: 'the host to the letter',
    removals: [
      {
        file: GUARD,
        find: `if (host !== \`127.0.0.1:\${port}\` && host !== \`localhost:\${port}\`) return refuse(421);`,
        put: '',
      },
    ],
    stops: ['DNS rebinding', 'Two hosts', 'No host at all'],
  },
  {
    name: 'all hosts are counted',
    removals: [{ file: HTTP, find: 'host: hosts.length === 1 ? hosts[0] : hosts', put: 'host: hosts[0]' }],
    stops: ['Two hosts'],
  },
  {
    name: 'the origin to the letter',
    removals: [
      {
        file: GUARD,
        find: ORIGIN,
        put: 'if (origin === undefined && !isRead && bearer === null) return refuse(403);',
      },
    ],
    stops: ['A call from a page elsewhere', 'A form posted', '(CORS)'],
  },
  {
    name: 'an origin on all but reads',
    removals: [
      {
        file: GUARD,
        find: ORIGIN,
        put: `if (origin !== undefined && origin !== \`http://\${host}\`) return refuse(403);`,
      },
    ],
    stops: ['A call without an origin'],
  },
  {
    name: 'what the browser says of the site',
    removals: [
      {
        file: GUARD,
        find: "if (route !== 'file' && isFromElsewhere(head.headers['sec-fetch-site'])) return refuse(403);",
        put: '',
      },
    ],
    stops: ['A call without an origin'],
  },
  {
    name: 'the key of the page',
    removals: [{ file: GUARD, find: SESSION, put: '? hasSession(head, port, secrets.sessions)' }],
    stops: ['is shown the cookie', 'No session, or anything but one'],
  },
  {
    name: 'the cookie of the session',
    removals: [{ file: GUARD, find: SESSION, put: '? hasKey(head, secrets.keys)' }],
    stops: ['(fixation)', 'No session, or anything but one'],
  },
  {
    name: 'a session at all',
    removals: [{ file: GUARD, find: 'if (!known) return refuse(401);', put: '' }],
    stops: [
      'is shown the cookie',
      '(fixation)',
      'No session, or anything but one',
      'Every procedure of the contract',
      'Requests one behind the other',
    ],
  },
  {
    name: 'guesses that are compared',
    removals: [
      { file: GUARD, find: 'timingSafeEqual(digestOf(given), expected);', put: 'given.length > 0;' },
    ],
    stops: ['Ten thousand guesses'],
    alone: true,
  },
  {
    name: 'a token once',
    removals: [{ file: DOOR, find: 'invitations.splice(at, 1);', put: '' }],
    stops: ['A token used twice'],
  },
  {
    name: 'an address for the bearer only',
    removals: [
      {
        file: GUARD,
        find: 'if (bearer === null || !sameSecret(bearer, secrets.bearer)) return refuse(401);',
        put: '',
      },
    ],
    stops: ['A session asks for another address'],
  },
  {
    name: 'names that the build makes, within the folder',
    removals: [
      {
        file: 'src/main/hosts/page-path.ts',
        find: "if (part === null || !FILE_PART.test(part) || part.endsWith('.')) return null;",
        put: 'if (part === null) return null;',
      },
      {
        file: 'src/main/hosts/page-path.ts',
        find: "return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : full;",
        put: "return inside === '' || isAbsolute(inside) ? null : full;",
      },
    ],
    stops: ['A path out of the folder'],
  },
  {
    name: 'a length that is announced',
    removals: [
      {
        file: GUARD,
        find: "if (head.headers['transfer-encoding'] !== undefined) return refuse(411);",
        put: '',
      },
    ],
    stops: ['A body that is too long', 'A body without end'],
  },
  {
    name: 'a length that is limited',
    removals: [
      { file: GUARD, find: 'return Number(length) > limit ? refuse(413) : null;', put: 'return null;' },
    ],
    stops: ['A body that is too long', '(gzip)'],
    // The desk then waits for what was announced.
    alone: true,
  },
  {
    name: 'Node’s strict parser',
    removals: [
      {
        file: HTTP,
        find: 'maxHeaderSize: 16 * 1024,',
        put: 'maxHeaderSize: 16 * 1024,\n      insecureHTTPParser: true,',
      },
    ],
    stops: ['(request smuggling)'],
    alone: true,
  },
  {
    name: 'headers that are limited',
    removals: [{ file: HTTP, find: 'maxHeaderSize: 16 * 1024,', put: 'maxHeaderSize: 1024 * 1024,' }],
    stops: ['Headers without end'],
  },
  {
    name: 'slow clients are cut',
    removals: [
      { file: HTTP, find: 'headersTimeout: 10 * SECONDS,', put: 'headersTimeout: 0,' },
      { file: HTTP, find: 'requestTimeout: 30 * SECONDS,', put: 'requestTimeout: 0,' },
    ],
    stops: ['(slowloris)'],
    alone: true,
  },
  {
    name: 'connections that are counted',
    removals: [{ file: HTTP, find: 'server.maxConnections = 256;', put: '' }],
    stops: ['More connections'],
    alone: true,
  },
  {
    name: 'answers that are not guessed at',
    removals: [{ file: CSP, find: "'X-Content-Type-Options': 'nosniff',", put: '' }],
    stops: ['Our page in somebody else’s frame'],
  },
  {
    name: 'a page in no frame',
    removals: [{ file: CSP, find: "'X-Frame-Options': 'DENY',", put: '' }],
    stops: ['Our page in somebody else’s frame'],
  },
  {
    name: 'a page that no window keeps hold of',
    removals: [{ file: CSP, find: "'Cross-Origin-Opener-Policy': 'same-origin',", put: '' }],
    stops: ['Our page in somebody else’s frame'],
  },
  {
    name: 'only names that an object itself has (oRPC)',
    removals: [
      {
        file: 'node_modules/@orpc/client/dist/shared/client.BPI7fHX3.mjs',
        find: '          if (!Object.hasOwn(currentRef, preSegment)) {',
        put: '          if (false) {',
      },
      {
        file: 'node_modules/@orpc/shared/dist/index.mjs',
        find: '  setOwn(parent, key, copy);\n  return copy;',
        put: '  return value;',
      },
    ],
    stops: ['(prototype pollution)'],
    // Nothing works any more in a desk whose objects are everybody's.
    alone: true,
  },
  {
    name: 'a right for each procedure',
    removals: [
      { file: 'src/main/core/api.ts', find: 'if (!rights.includes(right))', put: 'if (right === null)' },
    ],
    stops: ['Every procedure at a locked desk'],
    alone: true,
  },
  {
    name: 'waits after wrong PINs',
    removals: [{ file: SIT, find: "if (waitMs > 0) fail('PIN_WAIT', { waitMs });", put: '' }],
    stops: ['A thousand wrong PINs'],
    alone: true,
  },
  {
    name: 'copies by a name, never a path',
    removals: [
      { file: 'src/contract/copies.ts', find: 'z.string().regex(/^[\\w-]{1,80}\\.db$/)', put: 'z.string()' },
    ],
    stops: ['Files with a name that leads elsewhere'],
  },
];
