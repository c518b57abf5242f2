/** The supervisor on the real desk, in a real process: plain Node stands for Electron's utility process. */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenMessage } from '../hosts/shell-messages.ts';
import { type Supervisor, superviseDesk } from './supervisor.ts';

// Seven processes, on machines that may have other things to do.
vi.setConfig({ testTimeout: 180_000 });

const entry = join(import.meta.dirname, '../hosts/desk-process.ts');
const line = pathToFileURL(join(import.meta.dirname, '../../../tests/electron/parent-port.mjs')).href;

let folder = '';
let processes: ChildProcess[] = [];
let states: string[] = [];
let awaited: { state: string; resolve(): void } | null = null;
let supervisor: Supervisor<{ close(): void }>;

/** Resolves at the next change to that state. */
const becomes = (state: string): Promise<void> =>
  new Promise((resolve) => {
    awaited = { state, resolve };
  });
const latest = (): ChildProcess => {
  const last = processes.at(-1);
  if (last === undefined) throw new Error('no process was started');
  return last;
};

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'parvis-supervised-')), 'msp');
  processes = [];
  states = [];
  const open: OpenMessage = {
    type: 'open',
    folder,
    key: null,
    version: '0.0.0-test',
    demo: false,
    seal: { available: true, name: 'a key store of straw' },
  };
  supervisor = superviseDesk({
    open: () => open,
    spawn: () => {
      const child = fork(entry, { execArgv: ['--import', line], silent: true });
      processes.push(child);
      return {
        post: (message) => void (child.connected && child.send(message)),
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void child.once('exit', (code) => listener(code ?? 137)),
        kill: () => void child.kill('SIGKILL'),
      };
    },
    answerSeal: ({ id, bytes }) => Promise.resolve({ type: 'sealed', id, ok: true, bytes, renew: false }),
    onState: (state, stop) => {
      states.push(stop === null ? state : `${state}: ${stop.why}`);
      if (awaited?.state === state) awaited.resolve();
    },
    // All within one minute, however slow the machine.
    now: () => 0,
    log: () => undefined,
  });
});
afterEach(() => {
  for (const child of processes) child.kill('SIGKILL');
  rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 5 });
});

it('opens, survives being killed, and closes its file so that nothing waits to be written', async () => {
  supervisor.start();
  await becomes('ready');
  expect(existsSync(folder)).toBe(true);

  latest().kill('SIGKILL');
  await becomes('ready');
  expect(processes.length).toBe(2);

  await supervisor.close();
  expect(states).toEqual(['starting', 'ready', 'starting', 'starting', 'ready']);
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('-wal'))).toEqual(
    [],
  );
});

// Windows has no such signals: there, `kill` ends a process whatever it answers.
const SIGNALS = process.platform === 'win32' ? [] : (['SIGINT', 'SIGTERM', 'SIGHUP'] as const);

it('lets the shell decide when a signal reaches every process at once', async () => {
  supervisor.start();
  await becomes('ready');
  const ended = new Promise((resolve) => latest().once('exit', (...how) => resolve(how)));
  for (const signal of SIGNALS) latest().kill(signal);
  await supervisor.close();
  expect(await ended).toEqual([0, null]);
  expect(states).toEqual(['starting', 'ready']);
});

it('gives up on a desk that cannot live', async () => {
  supervisor.start();
  await becomes('ready');
  for (let death = 0; death < 3; death++) {
    const next = becomes(death < 2 ? 'ready' : 'failed');
    latest().kill('SIGKILL');
    await next;
  }
  expect(states.at(-1)).toBe('failed: crashed');
});
