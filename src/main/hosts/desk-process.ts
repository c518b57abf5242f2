/** Entry of the desk under Electron, in a `utilityProcess`: a crash here never takes the window down. */
import { writeSync } from 'node:fs';
import type { ShellPort } from './desk-line.ts';

/** Electron's `process.parentPort`; its types belong to the shell's program alone. */
interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ShellPort[] }) => void,
  ): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (parentPort === undefined) {
  writeSync(2, 'Ce fichier est lancé par la fenêtre de Parvis, jamais seul.\n');
  process.exit(1);
}

// A message that nobody understands must not cost everybody the desk; no write is ever left half done by a promise.
process.on('unhandledRejection', (error) => {
  writeSync(2, `unhandled: ${error instanceof Error ? error.name : typeof error}\n`);
});

// Ctrl+C in a terminal and the end of a session reach every process at once. The shell answers them in its own order
// (the page saves, then the file closes) and ends this one; when the shell itself is gone, Electron does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

const { followShell } = await import('./desk-line.ts');
followShell(
  {
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data, ports }) => listener(data, ports)),
  },
  { clock: { now: () => Date.now() }, leave: (code) => process.exit(code) },
);
