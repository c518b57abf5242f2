import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron, type Machine, tryInstallElectron } from './electron-runtime.ts';

let root = '';
const machine = (env: Machine['env'] = {}): Machine => ({ root, env, platform: 'linux' });
const put = (path: string, text = ''): string => {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parvis-runtime-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('Electron’s runtime', () => {
  it('is absent after a plain install of the packages', () => {
    put('node_modules/electron/package.json', '{}');
    expect(findElectron(machine())).toBe(null);
  });

  it('is where the installer says that it put it', () => {
    put('node_modules/electron/path.txt', 'electron\n');
    expect(findElectron(machine())).toBe(null);
    const path = put('node_modules/electron/dist/electron');
    expect(findElectron(machine())).toEqual({ path });
  });

  it('is where the person says that it is, with or without the installer’s note', () => {
    const path = put('elsewhere/electron');
    const told = machine({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') });
    expect(findElectron(told)).toEqual({ path });
    put('node_modules/electron/path.txt', 'electron');
    put('node_modules/electron/dist/electron');
    expect(findElectron(told)).toEqual({ path });
    expect(findElectron(machine({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') }))).toBe(null);
    expect(findElectron(machine({ ELECTRON_OVERRIDE_DIST_PATH: '' }))?.path).toContain('node_modules');
  });

  it('has no known program on other systems', () => {
    put('elsewhere/electron');
    const unknown = {
      ...machine({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') }),
      platform: 'aix' as const,
    };
    expect(findElectron(unknown)).toBe(null);
  });
});

describe('fetching it', () => {
  const installer = (script: string) => put('node_modules/electron/install.js', script);

  it('succeeds when the installer leaves it there', async () => {
    installer(`
      const { mkdirSync, writeFileSync } = require('node:fs');
      mkdirSync(__dirname + '/dist');
      writeFileSync(__dirname + '/dist/electron', '');
      writeFileSync(__dirname + '/path.txt', 'electron');
    `);
    put('node_modules/electron/package.json', '{"type":"commonjs"}');
    expect(await tryInstallElectron(60_000, machine())).toBe(true);
  });

  it('fails, without an exception, when there is no network, no installer, or no end to it', async () => {
    expect(await tryInstallElectron(60_000, machine())).toBe(false);
    installer('process.exit(1)');
    expect(await tryInstallElectron(60_000, machine())).toBe(false);
    installer('setInterval(() => {}, 1000)');
    expect(await tryInstallElectron(300, machine())).toBe(false);
  });

  it('is not tried when it is there', async () => {
    put('node_modules/electron/path.txt', 'electron');
    put('node_modules/electron/dist/electron');
    installer('require("node:fs").rmSync(__dirname + "/dist", { recursive: true })');
    expect(await tryInstallElectron(60_000, machine())).toBe(true);
    expect(findElectron(machine())).not.toBe(null);
  });
});
