/** A desk in a process of its own, on a temporary folder and a free port, at the hour that the test says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INVITATION_PATH } from '../../src/contract/http.ts';
import { readHostFile } from '../../src/main/hosts/host-file.ts';
import { type DeskClient, httpClient, type Sitting } from './client.ts';

const root = join(import.meta.dirname, '../..');

export interface RunningDeskOptions {
  /** ISO instant, with its offset: `2026-11-23T08:00+01:00`. The desk's clock stands still there. */
  readonly now: string;
  readonly demo?: boolean;
  /** Default: a fresh temporary one, removed at the end. */
  readonly folder?: string;
  /** The built program on the PC's own clock, as it is shipped, rather than the sources on the test's. */
  readonly built?: boolean;
  /** Another page than the built one. */
  readonly page?: string;
}

export interface RunningDesk {
  readonly folder: string;
  readonly url: string;
  readonly bearer: string;
  readonly child: ChildProcess;
  /** An address that signs a window in, once. */
  invite(): Promise<string>;
  as(sitting: Sitting): DeskClient;
  /** Moves the desk's clock. */
  setNow(now: string): Promise<void>;
  /** Closes as Ctrl+C does. @returns the exit code */
  stop(): Promise<number | null>;
}

/** Each scenario starts a desk from the same sources: they are compiled once a run. */
const compiled = (): Readonly<Record<string, string>> => {
  const run = process.env['PARVIS_E2E_RUN'];
  return run === undefined ? {} : { NODE_COMPILE_CACHE: join(run, 'compiled') };
};

export const startDesk = async (options: RunningDeskOptions): Promise<RunningDesk> => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'parvis-desk-'));
  const child = spawn(
    process.execPath,
    [
      join(root, options.built ? 'out/main/serve.js' : 'tests/support/serve-fixed.ts'),
      ...(options.demo ? ['--demo'] : []),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        ...compiled(),
        PARVIS_DATA: folder,
        PARVIS_PORT: '',
        PARVIS_TEST_NOW: options.now,
        ...(options.page === undefined ? {} : { PARVIS_TEST_PAGE: options.page }),
      },
    },
  );
  const said: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      said.push(bytes.toString('utf8'));
      if (said.join('').includes('Parvis prêt : ')) resolve();
    });
    child.stderr?.on('data', (bytes: Buffer) => said.push(bytes.toString('utf8')));
    void ended.then((code) => reject(new Error(`the desk ended with ${code}:\n${said.join('')}`)));
  });
  const host = readHostFile(folder);
  if (host === null) throw new Error(`no host.json in ${folder}`);
  return {
    folder,
    url: host.url,
    bearer: host.bearer,
    child,
    invite: async () => {
      const response = await fetch(`${host.url}${INVITATION_PATH}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${host.bearer}` },
      });
      return ((await response.json()) as { address: string }).address;
    },
    as: (sitting) => httpClient(host.url, host.bearer, sitting),
    setNow: (now) =>
      new Promise((resolve) => {
        child.once('message', () => resolve());
        child.send({ now: Temporal.Instant.from(now).epochMilliseconds });
      }),
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
};
