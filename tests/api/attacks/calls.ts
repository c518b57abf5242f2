/** Attacks on what a call carries, by somebody who has a session: another page's markup, a stolen desk, an imported file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ACTOR_HEADER } from '../../../src/contract/base.ts';
import type { StaffId } from '../../../src/contract/ids.ts';
import { errorOf } from '../error-of.ts';
import { callAt, procedures } from '../procedures.ts';
import { type Attack, each, type Headers, type Target, told } from './attack.ts';

const encoded = (json: unknown, meta: unknown = [], maps?: unknown): string =>
  JSON.stringify({ json, meta, maps });

const POLLUTIONS = [
  '{"json":{"__proto__":{"polluted":1}},"meta":[]}',
  '{"json":{"constructor":{"prototype":{"polluted":1}}},"meta":[]}',
  '{"__proto__":{"polluted":1},"json":{},"meta":[]}',
  '{"json":{"text":"x"},"meta":[[1,"__proto__","polluted"]]}',
  '{"json":{"text":"1"},"meta":[[0,"constructor","prototype","polluted"]]}',
  '{"json":{"text":null},"meta":[[2,"__proto__","toString"]]}',
  '{"json":[[["__proto__",{"polluted":1}]]],"meta":[[7]]}',
  '{"json":{"a":[["__proto__",1]]},"meta":[[7,"a"]]}',
  '{"json":{"text":"x"},"meta":[["__proto__","text"]]}',
];

/** Where people write freely, where a query is read, and where nobody is looked at yet. */
const PLACES = ['patients/search', 'patients/create', 'agenda/book', 'gate/unlock', 'people/sit'];

/** As long as a form reader asks for. */
const BOUNDARY = 'x'.repeat(40);

const part = (name: string, more: string, text: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
const multipart = (data: string): string => `${part('data', '', data)}--${BOUNDARY}--\r\n`;
/** A file that is to be put where it does not belong. */
const withFile = (json: unknown, ...place: readonly string[]): string =>
  `${part('data', '', encoded(json, [], [place]))}${part('0', '; filename="polluted"', 'x')}--${BOUNDARY}--\r\n`;

const POLLUTIONS_BY_FILE = [
  withFile({}, '__proto__', 'polluted'),
  withFile({}, 'constructor', 'prototype', 'polluted'),
  withFile({ text: {} }, 'text', '__proto__', 'polluted'),
  withFile([], '__proto__', '__proto__', 'polluted'),
];

const nested = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);

/** Refused by the transport, or by the contract at its field; anything else is told. */
const refusals = async (
  target: Target,
  bodies: readonly string[],
  headers: Headers = {},
): Promise<string> => {
  const said: string[] = [];
  const actor = { [ACTOR_HEADER]: await somebody(target) };
  for (const place of PLACES)
    for (const body of bodies) {
      const { status, body: answer } = await target.call(place, body, { ...actor, ...headers });
      const known = answer.includes('"defined":true') && answer.includes('"code":"INVALID_INPUT"');
      said.push(status === 400 || known ? 'refused' : `${place} ${status}: ${body.slice(0, 40)}`);
    }
  return told(said);
};

/** Who works here and has no PIN. */
const somebody = async ({ desk }: Target): Promise<string> =>
  String((await desk.as({}).people.list()).find(({ role }) => role === 'coordinator')?.id ?? 0);

const everyFileIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/journaux|sauvegardes|copies\.json|\.db-(wal|shm)$/.test(name),
  );

export const callAttacks: readonly Attack[] = [
  {
    name: 'What is no JSON, no call, or the call of something else',
    answer: 'refused',
    play: (target) =>
      refusals(target, [
        '{',
        '{"json":',
        'null',
        '[]',
        '"x"',
        '1',
        '{"json":{}}{}',
        '\u0000',
        '\ufeff{}',
        '{"json":{"text":1e999}}',
        '{"json":{"text":-0}}',
        `{"json":{"staffId":${'9'.repeat(400)}}}`,
        `{"json":{"text":"${'x'.repeat(900_000)}","name":"${'y'.repeat(90_000)}"}}`,
      ]),
  },
  {
    name: 'A hundred thousand brackets, one within the other',
    answer: 'refused',
    play: (target) =>
      refusals(target, [
        nested('[', ']'),
        `{"json":${nested('[', ']')}}`,
        `{"json":{"text":${nested('{"a":', '}').replace('}', '1}')}}}`,
        `{"json":{"text":1},"meta":${nested('[', ']')}}`,
      ]),
  },
  {
    name: 'Names that reach into every object (prototype pollution), in the call, in its types, in its files',
    answer: 'nothing in any object, 200 afterwards',
    play: async (target) => {
      const before = JSON.stringify(await target.prototype());
      for (const place of PLACES)
        for (const body of POLLUTIONS) {
          await target.call(place, body);
          await target.call(place, multipart(body), {
            'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
          });
        }
      for (const body of POLLUTIONS_BY_FILE)
        await target.call('gate/unlock', body, {
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        });
      const after = JSON.stringify(await target.prototype());
      const { status } = await target.call('gate/status');
      return `${before === after ? 'nothing in any object' : after}, ${status} afterwards`;
    },
  },
  {
    name: 'Types that do not fit what they are said of: paths to nothing, files that were not sent, a pattern, a number without end',
    answer: 'refused',
    play: async (target) => {
      const bodies = [
        encoded({ text: 'x' }, [[1, 'nothing', 'there']]),
        encoded({ text: 'x' }, [[0, 'text']]),
        encoded({ text: '1'.repeat(900_000) }, [[0, 'text']]),
        encoded({ text: '/(a+)+$/' }, [[5, 'text']]),
        encoded({ text: 'x' }, [[99, 'text'], 'x', null, 7]),
        encoded(
          { text: 'x' },
          Array.from({ length: 50_000 }, () => [1, 'text']),
        ),
        encoded({ text: 'x' }, {}),
        encoded({ text: 1 }, [], [['text']]),
      ];
      const inJson = await refusals(target, bodies);
      const inForm = await refusals(target, bodies.map(multipart), {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      });
      return told([inJson, inForm]);
    },
  },
  {
    name: 'A procedure that is none: of the object it stands in, of a path, of many at once',
    answer: '404',
    play: (target) =>
      each(
        [
          'gate/nothing',
          'gate',
          '__proto__',
          '__proto__/toString',
          'constructor',
          'constructor/prototype',
          'gate/__proto__',
          'gate/constructor',
          'gate/toString',
          'gate/status/~orpc',
          'gate/~orpc',
          'gate/status/status',
          'GATE/STATUS',
          'gate%2fnothing',
          'gate//status',
          '../rpc/gate/nothing',
          '%2e%2e/session',
          '__batch__',
          '',
        ],
        (path) => target.call(path),
      ),
  },
  {
    name: 'Every procedure at a locked desk, or by somebody who is nobody',
    answer: 'NO_ACTOR, LOCKED, or before anybody sits down',
    play: async (target) => {
      const open = new Set<string>(['public', 'urgency.record']);
      const codes = new Set<string>();
      for (const { path } of procedures.filter(({ right }) => !open.has(right)))
        for (const sitting of [{}, { seat: 'guessed' }])
          codes.add((await errorOf(callAt(target.desk.as(sitting), path)())).code);
      return `${told([...codes])}, or before anybody sits down`;
    },
  },
  {
    name: 'A thousand wrong PINs at once',
    answer: 'PIN_WAIT, PIN_WRONG; the right one waits too, a colleague sits down',
    play: async ({ desk }) => {
      const people = await desk.as({}).people.list();
      const [somebody, colleague] = people.filter(({ role }) => role === 'reception');
      const governor = people.find(({ role }) => role === 'coordinator');
      if (!somebody || !colleague || !governor) return 'nobody is there';
      const staffId: StaffId = somebody.id;
      await desk.as({ actorId: governor.id }).people.setPin({ staffId, pin: '7301', current: null });
      const sit = async (pin: string): Promise<string> =>
        (await errorOf(desk.as({}).people.sit({ staffId, pin }))).code;
      const codes: string[] = [];
      // A hundred connections: the desk takes 256, and those of the attacks before may still be closing.
      for (let from = 0; from < 1_000; from += 100)
        codes.push(
          ...(await Promise.all(Array.from({ length: 100 }, (_, n) => sit(String(1000 + from + n))))),
        );
      const right = await sit('7301');
      const beside = await desk.as({}).people.sit({ staffId: colleague.id, pin: null });
      return `${told(codes.toSorted())}; the right one ${right === 'PIN_WAIT' ? 'waits' : right} too, a colleague ${
        beside.seat === '' ? 'does not sit' : 'sits'
      } down`;
    },
  },
  {
    name: 'Files with a name that leads elsewhere, that unpack, or that are no table at all',
    answer: 'nothing written, refused',
    play: async ({ desk }) => {
      const before = everyFileIn(join(desk.folder, '..'));
      const somebody = (await desk.as({}).people.list()).find(({ role }) => role === 'coordinator');
      const { exchange, copies, gate } = desk.as({ actorId: somebody?.id ?? 0 });
      const { session } = await exchange.begin();
      const names = [
        '../../pris.csv',
        '..\\pris.csv',
        'C:\\pris.csv',
        '/tmp/pris.csv',
        'a\u0000.csv',
        '__proto__',
        'x.zip',
      ];
      const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(1_000)]);
      const refused: string[] = [];
      for (const name of names) {
        try {
          await exchange.addChunk({ session, name, bytes: new Blob([zip]), last: true });
        } catch (error) {
          refused.push(String(error));
        }
      }
      await exchange.inspect({ session }).catch((error: unknown) => refused.push(String(error)));
      await exchange.end({ session });
      const copy = { file: '../../parvis.db' };
      const outside = [await errorOf(copies.goBack(copy)), await errorOf(gate.restore(copy))].map(
        ({ code }) => code,
      );
      const after = everyFileIn(join(desk.folder, '..'));
      return `${JSON.stringify(before) === JSON.stringify(after) ? 'nothing' : after.join()} written, ${
        outside.every((code) => code === 'INVALID_INPUT') ? 'refused' : outside.join()
      }`;
    },
  },
];
