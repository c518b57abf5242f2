/**
 * The desk process as the shell starts it, with the clock of a test: `PARVIS_TEST_CLOCK` names a file that holds what
 * time it is, in UTC milliseconds. No entry of the program itself knows this variable.
 */
import { readFileSync } from 'node:fs';
import { followShell, type ShellPort } from '../../src/main/hosts/desk-line.ts';

interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ShellPort[] }) => void,
  ): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
const clock = process.env['PARVIS_TEST_CLOCK'] ?? '';

followShell(
  {
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data, ports }) => listener(data, ports)),
  },
  {
    clock: { now: () => Number(readFileSync(clock, 'utf8')) },
    leave: (code) => process.exit(code),
  },
);
