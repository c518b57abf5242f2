/** Packages the built Parvis around an empty runtime: everything electron-builder does, without a network. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FuseConfig, getCurrentFuseWire } from '@electron/fuses';
import { asar, builderCommand } from './builder-tools.ts';
import { type StubPlatform, writeStubRuntime } from './stub-runtime.ts';

export interface DryPackage {
  /** Files in the archive, with forward slashes, sorted; those that lie beside it, unpacked, included. */
  readonly files: readonly string[];
  /** Files that lie beside the archive. */
  readonly unpacked: readonly string[];
  /** Files at the top, next to the program. */
  readonly beside: readonly string[];
  readonly fuses: FuseConfig<unknown>;
  read(file: string): string;
}

const root = join(import.meta.dirname, '../..');
const OPTION: Readonly<Record<StubPlatform, string>> = { linux: '--linux', win32: '--win' };

/** @param work an empty folder to work in. @throws with the packager's own words when it fails */
export const dryPackage = async (platform: StubPlatform, work: string): Promise<DryPackage> => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  writeStubRuntime(join(work, 'runtime'), platform, version);
  const overrides = [
    `-c.electronDist=${join(work, 'runtime')}`,
    `-c.directories.output=${join(work, 'dist')}`,
    // Signing and icons of the Windows program need tools that are downloaded.
    ...(platform === 'win32' ? ['-c.win.signAndEditExecutable=false'] : []),
  ];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [builderCommand, OPTION[platform], 'dir', '--x64', ...overrides],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  );
  if (status !== 0) throw new Error(`electron-builder ended with ${status}\n${stdout}\n${stderr}`);

  const folder = join(work, 'dist', platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
  const archive = join(folder, 'resources/app.asar');
  const beside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    files: filesOf(archive),
    unpacked: filesUnder(`${archive}.unpacked`),
    beside: beside.map(({ name }) => name).toSorted(),
    fuses: await getCurrentFuseWire(join(folder, platform === 'win32' ? 'Parvis.exe' : 'parvis')),
    read: (file) => asar.extractFile(archive, file).toString('utf8'),
  };
};

const filesOf = (archive: string): string[] => {
  const paths = asar
    .listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').slice(1));
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`))).toSorted();
};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
