import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testClock } from '../../../tests/support/ground.ts';
import { openLoopback } from './loopback.ts';

let folder: string;
let others: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-port-'));
});
afterEach(async () => {
  for (const other of others) await new Promise((resolve) => other.close(resolve));
  others = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Starts Parvis on the folder and closes it again. @returns the port that it answered on */
const portOf = async (port = 0): Promise<number> => {
  const loopback = await openLoopback({
    folder,
    clock: testClock(),
    appVersion: '0.0.0-test',
    upkeepAfterMs: null,
    page: '/nowhere',
    port,
  });
  await loopback.close();
  return loopback.host.port;
};

/** Another program takes that port. */
const take = async (port: number): Promise<number> => {
  const other = createServer();
  others.push(other);
  await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port }, resolve));
  const address = other.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const free = async (): Promise<void> => {
  const other = others.pop();
  await new Promise((resolve) => other?.close(resolve));
};

describe('The port that a browser’s page storage hangs on', () => {
  test('is the same again at the next start', async () => {
    const first = await portOf();
    expect(readFileSync(join(folder, 'host-port'), 'utf8')).toBe(`${first}\n`);
    expect(await portOf()).toBe(first);
    expect(await portOf()).toBe(first);
  });

  test('that another program has taken is left to it for that time, and found again once it is free', async () => {
    const first = await portOf();
    await take(first);
    expect(await portOf()).not.toBe(first);
    await free();
    expect(await portOf()).toBe(first);
  });

  test('that PARVIS_PORT names wins, and is the one of the next start', async () => {
    const first = await portOf();
    const named = await take(0);
    await free();
    expect(named).not.toBe(first);
    expect(await portOf(named)).toBe(named);
    expect(await portOf()).toBe(named);
  });

  test('that PARVIS_PORT names and another program has taken is no port to answer on', async () => {
    const first = await portOf();
    const named = await take(0);
    await expect(portOf(named)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await portOf()).toBe(first);
  });

  test('answers although the folder cannot take its files: a full disk must not take the card away', async () => {
    for (const name of ['host-port', 'host.json'])
      mkdirSync(join(folder, name, 'in-the-way'), { recursive: true });
    expect(await portOf()).toBeGreaterThan(1023);
  });

  test.each(['', 'demain', '0', '70000', '80; rm'])(
    'written as « %s » is none: a free one is taken',
    async (text) => {
      writeFileSync(join(folder, 'host-port'), text);
      const port = await portOf();
      expect(port).toBeGreaterThan(1023);
      expect(await portOf()).toBe(port);
    },
  );
});
