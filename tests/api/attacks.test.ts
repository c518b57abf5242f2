/** Every attack of docs/spec/loopback.md against a running desk, in the order of that table. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTarget, type Target } from './attacks/attack.ts';
import { bodyAttacks } from './attacks/bodies.ts';
import { callAttacks } from './attacks/calls.ts';
import { doorAttacks } from './attacks/door.ts';

const root = join(import.meta.dirname, '../..');
const attacks = [...doorAttacks, ...bodyAttacks, ...callAttacks];
const HERE = 'attacks.test.ts';
/** Most that the desk may hold after each attack was played again, to what it held after the first time. */
const GROWTH = 1.25;
/** Played again: what could pile up. The others are refused by their head alone. */
const AGAIN = /guesses|without end|unpack|no JSON|brackets|pollution|Types|wrong PINs|Files/;

/** | attack | what it would gain | what stops it | answer | played by | */
const written = readFileSync(join(root, 'docs/spec/loopback.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.endsWith('` |'))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([name = '', , defence = '', answer = '', by = '']) => ({
    name,
    defence,
    answer,
    by: by.replaceAll('`', '').trim(),
  }));

describe('docs/spec/loopback.md', () => {
  it('names every attack that is played, with its answer, and none that is not', () => {
    expect(written.filter(({ by }) => by === HERE).map(({ name, answer }) => ({ name, answer }))).toEqual(
      attacks.map(({ name, answer }) => ({ name, answer })),
    );
  });

  it('names defences and tests that are there', () => {
    const named = written.flatMap(({ defence, by }) => [
      ...[...defence.matchAll(/`([\w-]+\.tsx?)`/g)].map(([, file = '']) => `src/main/hosts/${file}`),
      ...(by === HERE ? [] : [by]),
    ]);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('a running desk under attack', () => {
  let target: Target;
  beforeAll(async () => {
    target = await startTarget();
  });
  afterAll(() => target.stop());

  it.each(attacks)(
    '$name: $answer',
    async ({ play, answer }) => {
      expect(await play(target)).toBe(answer);
    },
    120_000,
  );

  it('holds no more when they come again, and is the same process that answers', async () => {
    const first = target.resident();
    const again = attacks.filter(({ name }) => AGAIN.test(name));
    for (const { play, answer } of again) expect(await play(target)).toBe(answer);
    expect(target.resident() / first).toBeLessThan(GROWTH);
    expect(target.desk.child.exitCode).toBe(null);
    expect((await target.call('gate/status')).status).toBe(200);
  }, 120_000);
});
