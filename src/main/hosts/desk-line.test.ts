import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contract } from '../../contract/index.ts';
import { followShell, type ShellPort } from './desk-line.ts';
import type { DeskToShell, OpenMessage, ShellToDesk } from './shell-messages.ts';

let folder: string;
let said: DeskToShell[];
let left: Promise<number>;
let shell: (message: ShellToDesk, ports?: readonly ShellPort[]) => void;
let heard: (type: DeskToShell['type']) => Promise<DeskToShell>;

const open = (given: Partial<OpenMessage> = {}): OpenMessage => ({
  type: 'open',
  folder,
  key: null,
  version: '0.0.0-test',
  demo: false,
  seal: { available: false, name: 'basic_text' },
  ...given,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-line-'));
  said = [];
  let deskHears: (message: unknown, ports: readonly ShellPort[]) => void = () => {};
  let waiting: { type: string; resolve(message: DeskToShell): void }[] = [];
  const { promise, resolve } = Promise.withResolvers<number>();
  left = promise;
  heard = (type) => {
    const already = said.find((message) => message.type === type);
    return already
      ? Promise.resolve(already)
      : new Promise((resolve) => {
          waiting.push({ type, resolve });
        });
  };
  followShell(
    {
      post: (message) => {
        const copy = structuredClone(message);
        said.push(copy);
        const [mine, others] = [waiting.filter((w) => w.type === copy.type), waiting];
        waiting = others.filter((w) => w.type !== copy.type);
        for (const w of mine) w.resolve(copy);
      },
      onMessage: (listener) => {
        deskHears = listener;
      },
    },
    { clock: { now: () => Date.UTC(2026, 10, 23, 7) }, upkeepAfterMs: null, leave: resolve },
  );
  shell = (message, ports = []) => deskHears(structuredClone(message), ports);
});

afterEach(async () => {
  shell({ type: 'close' });
  await left;
  rmSync(folder, { recursive: true, force: true });
});

const connect = (): ContractRouterClient<Contract> => {
  const { port1, port2 } = new MessageChannel();
  shell({ type: 'connect' }, [port1 as unknown as ShellPort]);
  port2.start();
  return createORPCClient(new RPCLink({ port: port2 }));
};

describe('the desk under the shell', () => {
  it('opens the folder it is told, and answers each page that is handed over', async () => {
    shell(open());
    await heard('ready');
    const expected = {
      state: 'open',
      house: expect.any(String),
      firstStart: true,
      demo: false,
      folder,
      appVersion: '0.0.0-test',
      check: null,
    };
    expect(await connect().gate.status()).toEqual(expected);
    expect(await connect().gate.status()).toEqual(expected);
  });

  it('has the system seal the key of a new house, and unseal it the next day', async () => {
    shell(open({ seal: { available: true, name: 'DPAPI' } }));
    const asked = await heard('seal');
    expect(asked).toEqual({ type: 'seal', id: 1, bytes: expect.any(String) });
    shell({ type: 'sealed', id: 1, ok: true, bytes: 'c2NlbGzDqQ==', renew: false });
    await heard('ready');
    expect((await connect().gate.status()).state).toBe('open');
  });

  it('closes the file, says so and leaves', async () => {
    shell(open());
    await heard('ready');
    const page = connect();
    await page.gate.status();
    shell({ type: 'close' });
    await heard('closed');
    expect(await left).toBe(0);
    // The file's own log is folded in: nothing waits to be written.
    expect(existsSync(join(folder, 'parvis.db-wal'))).toBe(false);
  });

  it('closes a file that was still opening', async () => {
    shell(open());
    shell({ type: 'close' });
    expect(await left).toBe(0);
    expect(said.map(({ type }) => type)).toEqual(['ready', 'closed']);
  });

  it('makes a last copy of the day before it closes', async () => {
    shell(open());
    await heard('ready');
    shell({ type: 'close' });
    await heard('closed');
    const withoutHour = readdirSync(join(folder, 'sauvegardes')).map((name) =>
      name.replace(/-\d\dh\d\d/, ''),
    );
    expect(withoutHour.sort()).toEqual([
      'parvis-2026-11-23.db',
      'parvis-2026-11-23.json',
      'parvis-2026-11-23.keys',
    ]);
  });

  it('sees to the file and to its copies when the PC wakes up', async () => {
    shell(open());
    await heard('ready');
    const page = connect();
    expect(await page.gate.status()).toMatchObject({ check: null });
    shell({ type: 'suspend' });
    shell({ type: 'resume' });
    await vi.waitFor(
      async () => expect(await page.gate.status()).toMatchObject({ check: { ok: true } }),
      30_000,
    );
  });

  it('is not disturbed by sleep before it is open, nor by what it does not understand', async () => {
    shell({ type: 'suspend' });
    shell({ type: 'resume' });
    shell(open());
    await heard('ready');
    shell('bonjour' as unknown as ShellToDesk);
    expect((await connect().gate.status()).state).toBe('open');
  });
});
