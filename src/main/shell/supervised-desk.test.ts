/** The supervisor on the real desk, in a real process: plain Node stands for Electron's utility process. */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenMessage } from '../hosts/shell-messages.ts';
import { type Supervisor, superviseDesk } from './supervisor.ts';

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
    demo: true,
    seal: { available: false, name: 'basic_text' },
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
    answerSeal: ({ id }) => Promise.resolve({ type: 'sealed', id, ok: false, reason: 'none' }),
    onState: (state, stop) => {
      states.push(stop === null ? state : `${state}: ${stop.why}`);
      if (awaited?.state === state) awaited.resolve();
    },
    now: () => performance.now(),
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

it('gives up on a desk that cannot live, and starts it again by hand', async () => {
  supervisor.start();
  await becomes('ready');
  for (let death = 0; death < 3; death++) {
    const next = becomes(death < 2 ? 'ready' : 'failed');
    latest().kill('SIGKILL');
    await next;
  }
  expect(states.at(-1)).toBe('failed: crashed');
  supervisor.start();
  await becomes('ready');
  await supervisor.close();
});
