import { type ParvisShell, SHELL_PROPERTY } from '../../../contract/shell.ts';

/** The window around the page, under Electron; undefined in a browser. */
export const shell = (): ParvisShell | undefined =>
  (window as unknown as Record<string, ParvisShell | undefined>)[SHELL_PROPERTY];
