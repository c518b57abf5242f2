/**
 * Electron's fuses, every one of them. The names on the left are those of electron-builder.yml; the list on the right is
 * what Electron knows. `strictlyRequireAllFuses` stops the packaging when Electron brings one that is not listed here.
 */
import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';

/** As written under `electronFuses`. */
export type WrittenFuses = Readonly<Record<string, unknown>>;

const NAMES = {
  [FuseV1Options.RunAsNode]: 'runAsNode',
  [FuseV1Options.EnableCookieEncryption]: 'enableCookieEncryption',
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: 'enableNodeOptionsEnvironmentVariable',
  [FuseV1Options.EnableNodeCliInspectArguments]: 'enableNodeCliInspectArguments',
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: 'enableEmbeddedAsarIntegrityValidation',
  [FuseV1Options.OnlyLoadAppFromAsar]: 'onlyLoadAppFromAsar',
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: 'loadBrowserProcessSpecificV8Snapshot',
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: 'grantFileProtocolExtraPrivileges',
} as const;

/** @throws when the configuration leaves a fuse to chance */
export const allFuses = (written: WrittenFuses): FuseConfig => {
  const value = (fuse: keyof typeof NAMES): boolean => {
    const set = written[NAMES[fuse]];
    if (typeof set !== 'boolean') throw new Error(`electronFuses.${NAMES[fuse]} is not set`);
    return set;
  };
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: value(FuseV1Options.RunAsNode),
    [FuseV1Options.EnableCookieEncryption]: value(FuseV1Options.EnableCookieEncryption),
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: value(
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    ),
    [FuseV1Options.EnableNodeCliInspectArguments]: value(FuseV1Options.EnableNodeCliInspectArguments),
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: value(
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    ),
    [FuseV1Options.OnlyLoadAppFromAsar]: value(FuseV1Options.OnlyLoadAppFromAsar),
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: value(
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    ),
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: value(FuseV1Options.GrantFileProtocolExtraPrivileges),
    // Unknown to this version of electron-builder. Chromium's own choice: faster bounds checks for WebAssembly.
    [FuseV1Options.WasmTrapHandlers]: true,
  };
};
