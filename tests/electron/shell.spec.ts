/** What only the real Electron can show: that Chromium obeys, and that the file is closed whatever happens. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { ParvisShell } from '../../src/contract/shell.ts';
import { type Launched, launch } from './launch.ts';
import { programUnderTest } from './program.ts';

declare global {
  interface Window {
    readonly parvisShell: ParvisShell;
  }
}

interface Opened {
  readonly folder: string;
  readonly env: Record<string, string>;
  readonly parvis: Launched;
}

const test = base.extend<{ opened: Opened }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  opened: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'parvis-electron-'));
    const folder = join(root, 'msp');
    const env = { PARVIS_DATA: folder };
    const program = programUnderTest();
    const parvis = await launch({ program: { ...program, args: [...program.args, '--demo'] }, env });
    await use({ folder, env, parvis });
    await parvis.kill();
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  },
});

const ready = (parvis: Launched): Promise<void> =>
  parvis.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const stop = window.parvisShell.onDeskState((state) => {
          if (state !== 'ready') return;
          // The listener may be called before it is known how to stop it.
          queueMicrotask(() => stop());
          resolve();
        });
      }),
  );

test('the page opens under its own address, sandboxed, with the named functions and nothing else', async ({
  opened: { parvis },
}) => {
  await ready(parvis);
  const seen = await parvis.page.evaluate(() => ({
    address: location.href,
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    shell: Object.keys(window.parvisShell).toSorted(),
  }));
  expect(seen.address).toMatch(/^app:\/\/parvis\//);
  expect(seen.node).toEqual([]);
  expect(seen.shell).toEqual([
    'beforeClose',
    'onCommand',
    'onDeskState',
    'print',
    'quit',
    'saveFile',
    'savePdf',
    'setTheme',
    'version',
    'windowState',
  ]);
});

test('the page shows itself without breaking its own policy', async ({ opened: { parvis } }) => {
  const broken: string[] = [];
  parvis.page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  await parvis.page.reload();
  await ready(parvis);
  await expect(parvis.page.locator('#root')).not.toBeEmpty();
  expect(broken).toEqual([]);
});

test('neither code nor style that came from elsewhere runs', async ({ opened: { parvis } }) => {
  const ran = await parvis.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
    const evaluated = (() => {
      try {
        return new Function('return true')() as boolean;
      } catch {
        return false;
      }
    })();
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    return { inline: 'intruder' in window, evaluated, fetched };
  });
  expect(ran).toEqual({ inline: false, evaluated: false, fetched: false });
});

test('the page stays where it is and opens no other window', async ({ opened: { parvis } }) => {
  await parvis.page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await parvis.page.evaluate(() => {
    window.open('app://parvis/', '_blank');
  });
  await parvis.page.waitForTimeout(500);
  expect(parvis.page.url()).toMatch(/^app:\/\/parvis\//);
  expect(parvis.page.context().pages().length).toBe(1);
});

test('no file outside the page is served', async ({ opened: { parvis } }) => {
  const statuses = await parvis.page.evaluate(async () => {
    const asked = ['/package.json', '/..%2fmain%2findex.js', '/%2e%2e/main/index.js', '/assets/none.js'];
    return Promise.all(asked.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([404, 400, 404, 404]);
});

test('a reload finds the desk again', async ({ opened: { parvis } }) => {
  await ready(parvis);
  await parvis.page.reload();
  await ready(parvis);
  await expect(parvis.page.locator('#root')).not.toBeEmpty();
});

test('a second start shows the first window and leaves', async ({ opened: { parvis, env } }) => {
  await ready(parvis);
  const program = programUnderTest();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(program.command, [...asRoot, ...program.args, '--demo'], {
    env: { ...process.env, ...env },
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(await parvis.page.evaluate(() => window.parvisShell.version())).toMatch(/^\d+\.\d+\.\d+/);
});

test('leaving closes the file: nothing waits to be written, and no fault is logged', async ({
  opened: { parvis, folder },
}) => {
  await ready(parvis);
  await parvis.page.evaluate(() => void window.parvisShell.quit());
  expect(await parvis.exited()).toBe(0);
  expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  const log = join(`${folder}-fenetre`, 'journaux', 'parvis.log');
  expect(existsSync(log)).toBe(true);
  const lines = readFileSync(log, 'utf8');
  expect(lines).toContain('quit: closing → done (desk-closed)');
  expect(lines).not.toMatch(/refused|gone|failed/);
});

test('the day’s copy is made by itself, by a worker whose script lies in the archive', async ({
  opened: { parvis, folder },
}) => {
  await ready(parvis);
  const copies = join(folder, 'sauvegardes');
  await expect
    .poll(
      () => (existsSync(copies) ? readdirSync(copies).filter((name) => name.endsWith('.db')).length : 0),
      {
        timeout: 60_000,
      },
    )
    .toBe(1);
});
