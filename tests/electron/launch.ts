/**
 * Opens the real Parvis (packaged, or from source with Electron's runtime) and takes hold of its page.
 *
 * Over Chromium's own debugging port, not through Playwright's `_electron`: that one needs Node's inspector, which the
 * fuses of a packaged Parvis turn off, and what is tested must be what people get.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

interface LaunchOptions {
  readonly program: Program;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface Launched {
  readonly page: Page;
  readonly process: ChildProcess;
  /** What the program wrote to its standard outputs so far. */
  output(): string;
  /** Waits until the program has left by itself. @returns its exit code */
  exited(): Promise<number | null>;
  /** Ends it at once, however it is. */
  kill(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

export const launch = async ({
  program,
  env,
  timeoutMs = READY_WITHIN_MS,
}: LaunchOptions): Promise<Launched> => {
  const port = await freePort();
  // Chromium refuses to sandbox the super-user's processes: a container's only user.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program.command, [`--remote-debugging-port=${port}`, ...asRoot, ...program.args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
    });
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  let browser: Browser | undefined;
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exit;
    await browser?.close().catch(() => undefined);
  };
  try {
    const gone = exit.then((code) => {
      throw new Error(`the program left with ${code} before its window was there\n${output}`);
    });
    browser = await Promise.race([connect(port, timeoutMs), gone]);
    const page = await Promise.race([firstPage(browser, timeoutMs), gone]);
    // From here on, leaving is what tests ask for.
    gone.catch(() => undefined);
    return { page, process: child, output: () => output, exited: () => exit, kill };
  } catch (error) {
    await kill();
    throw error;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const connect = async (port: number, timeoutMs: number): Promise<Browser> => {
  const until = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    }
  }
};

const firstPage = async (browser: Browser, timeoutMs: number): Promise<Page> => {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page !== undefined) return page;
    if (Date.now() > until) throw new Error('no window appeared');
    await pause(100);
  }
};
