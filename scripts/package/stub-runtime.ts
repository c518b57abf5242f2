/**
 * An empty shell of Electron's runtime, just enough for electron-builder to package around it without a network: what
 * goes into the archive, and which fuses are set, is then what it would be around the real one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { resEdit } from './builder-tools.ts';

export type StubPlatform = 'linux' | 'win32';

export const writeStubRuntime = (folder: string, platform: StubPlatform, version: string): void => {
  const program = platform === 'win32' ? 'electron.exe' : 'electron';
  const files: Readonly<Record<string, string | Buffer>> = {
    [program]: Buffer.concat([
      platform === 'win32' ? emptyWindowsProgram() : Buffer.alloc(512),
      fuseWire(),
      Buffer.alloc(512),
    ]),
    version,
    LICENSE: '',
    'LICENSES.chromium.html': '',
    'locales/fr.pak': '',
    'locales/en-US.pak': '',
    'locales/de.pak': '',
  };
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode: 0o755 });
  }
};

/** What announces the fuses, their version, their number, and one character for each: all on, as nobody wants them. */
const fuseWire = (): Buffer => {
  const count = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length;
  return Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, count]),
    Buffer.from('1'.repeat(count)),
  ]);
};

/** The archive's digest is written into the resources of the Windows program, beside its version. */
const emptyWindowsProgram = (): Buffer => {
  const { NtExecutable, NtExecutableResource, Resource } = resEdit;
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program, true);
  const strings = [{ lang: 1033, codepage: 1200, values: { ProductName: 'Electron' } }];
  Resource.VersionInfo.create({ lang: 1033, fixedInfo: {}, strings }).outputToResourceEntries(
    resources.entries,
  );
  resources.outputResource(program);
  return Buffer.from(program.generate());
};
