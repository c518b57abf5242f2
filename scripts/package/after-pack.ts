/** Runs between the copy and the signature of a packaged Parvis. */
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import { allFuses, type WrittenFuses } from './fuses.ts';

/** What we use of electron-builder's own context. */
interface Context {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly arch: number;
  readonly packager: {
    readonly executableName: string;
    readonly appInfo: { readonly productFilename: string };
    readonly config: { readonly electronFuses?: WrittenFuses | null };
  };
}

const ARM64 = 3;

export const afterPack = async ({
  appOutDir,
  electronPlatformName,
  arch,
  packager,
}: Context): Promise<void> => {
  const { productFilename } = packager.appInfo;
  const program =
    electronPlatformName === 'linux'
      ? packager.executableName
      : `${productFilename}.${electronPlatformName === 'win32' ? 'exe' : 'app'}`;
  await flipFuses(join(appOutDir, program), {
    ...allFuses(packager.config.electronFuses ?? {}),
    // Apple's processors run no program whose signature no longer matches, not even an unsigned one.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin' && arch === ARM64,
  });
};
