import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configReader } from '../../scripts/package/builder-tools.ts';
import { type DryPackage, dryPackage } from '../../scripts/package/dry-package.ts';
import { allFuses, type WrittenFuses } from '../../scripts/package/fuses.ts';
import { buildAllIfStale } from '../../scripts/start/build.ts';

const root = join(import.meta.dirname, '../..');
const readConfig = () => configReader.getConfig(root, join(root, 'electron-builder.yml'), null);

describe('how Parvis is packaged', () => {
  it('is described in words that electron-builder knows', async () => {
    const config = await readConfig();
    await expect(configReader.validateConfiguration(config, { isEnabled: false })).resolves.toBe(undefined);
    await expect(
      configReader.validateConfiguration({ ...config, installOnQuit: true }, { isEnabled: false }),
    ).rejects.toThrow('installOnQuit');
  });

  it('never updates itself, and never removes the data of the house', async () => {
    const config = await readConfig();
    expect(config['publish']).toBe(null);
    expect((config['nsis'] as Record<string, unknown>)['deleteAppDataOnUninstall']).toBe(false);
    expect(readFileSync(join(root, 'package.json'), 'utf8')).not.toMatch(
      /electron-updater|update-electron-app/,
    );
  });

  it('compiles nothing', async () => {
    const { npmRebuild, nodeGypRebuild, buildDependenciesFromSource } = await readConfig();
    expect({ npmRebuild, nodeGypRebuild, buildDependenciesFromSource }).toEqual({
      npmRebuild: false,
      nodeGypRebuild: false,
      buildDependenciesFromSource: false,
    });
  });

  it('leaves no fuse to chance', async () => {
    const written = (await readConfig())['electronFuses'] as WrittenFuses;
    expect(written).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
    });
    for (const name of Object.keys(written)) {
      const { [name]: _left, ...others } = written;
      expect(() => allFuses(others)).toThrow(`electronFuses.${name} is not set`);
    }
  });
});

describe.each(['linux', 'win32'] as const)('a packaged Parvis (%s)', (platform) => {
  let work = '';
  let parvis: DryPackage;

  beforeAll(async () => {
    buildAllIfStale();
    work = mkdtempSync(join(tmpdir(), 'parvis-package-'));
    parvis = await dryPackage(platform, work);
  }, 180_000);
  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it('holds the build, package.json and the SQLite driver, and nothing else', () => {
    const others = parvis.files.filter((file) => !/^out\/(main|preload|renderer)\//.test(file));
    expect(others.filter((file) => !file.startsWith('node_modules/better-sqlite3/'))).toEqual([
      'package.json',
    ]);
    const driver = parvis.files.flatMap(
      (file) => /^node_modules\/better-sqlite3\/([^/]+)/.exec(file)?.[1] ?? [],
    );
    expect([...new Set(driver)]).toEqual(['LICENSE', 'lib', 'package.json', 'prebuilds']);
    expect(parvis.files.filter((file) => /\.(map|ts|tsx)$/.test(file))).toEqual([]);
  });

  it('holds what starts it', () => {
    const needed = [
      'out/main/index.js',
      'out/main/desk-process.js',
      // A PDF is set by this worker, in this font.
      'out/main/paper.worker.js',
      'out/main/fonts/inter-latin-400-normal.woff',
      'out/main/fonts/inter-latin-600-normal.woff',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'package.json',
    ];
    expect(needed.filter((file) => !parvis.files.includes(file))).toEqual([]);
    expect(JSON.parse(parvis.read('package.json'))).toMatchObject({
      main: './out/main/index.js',
      type: 'module',
    });
  });

  it('holds the driver for its own platform only, outside the archive, from where it can be loaded', () => {
    const binary = `node_modules/better-sqlite3/prebuilds/${platform}-x64.node`;
    expect(parvis.files.filter((file) => file.endsWith('.node'))).toEqual([binary]);
    expect(parvis.unpacked.filter((file) => file.endsWith('.node'))).toEqual([binary]);
  });

  it('has its page wait for a nonce, which the build left in place', () => {
    expect(parvis.read('out/renderer/index.html')).toContain('content="__CSP_NONCE__"');
  });

  it('comes with its licence', () => {
    expect(parvis.beside).toContain('LICENSE.Parvis.txt');
  });

  it('has its fuses set', () => {
    const { DISABLE, ENABLE } = FuseState;
    expect(parvis.fuses).toEqual({
      version: '1',
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
      [FuseV1Options.WasmTrapHandlers]: ENABLE,
    });
  });
});
