/**
 * electron-builder's own tools, in the very versions that it uses. They are its dependencies, not ours: they are looked
 * for from where it stands.
 */
import { createRequire } from 'node:module';

const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const library = createRequire(builder.resolve('app-builder-lib'));

interface Asar {
  /** Paths within the archive, each with a leading separator. */
  listPackage(archive: string, options: { readonly isPack: boolean }): string[];
  extractFile(archive: string, file: string): Buffer;
}

interface ConfigReader {
  getConfig(project: string, path: string | null, overrides: null): Promise<Record<string, unknown>>;
  /** Rejects with the name of each key that is none. */
  validateConfiguration(config: unknown, log: { readonly isEnabled: boolean }): Promise<void>;
}

/** What makes a small Windows program. */
interface ResEdit {
  readonly NtExecutable: { createEmpty(is32Bit: boolean, isDll: boolean): WindowsProgram };
  readonly NtExecutableResource: {
    from(
      program: WindowsProgram,
      mayBeEmpty: boolean,
    ): { readonly entries: unknown[]; outputResource(to: WindowsProgram): void };
  };
  readonly Resource: {
    readonly VersionInfo: { create(data: unknown): { outputToResourceEntries(entries: unknown[]): void } };
  };
}
interface WindowsProgram {
  generate(): ArrayBuffer;
}

export const asar = library('@electron/asar') as Asar;
export const resEdit = library('resedit') as ResEdit;
export const configReader = builder('app-builder-lib/out/util/config/config') as ConfigReader;
/** Its command line. */
export const builderCommand = createRequire(import.meta.url).resolve('electron-builder/cli.js');
