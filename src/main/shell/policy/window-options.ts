/** How the window is made. One object for what a page may do in it, tested line by line. */
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { Placement } from './window-state.ts';

/** Smaller than this, columns no longer show a name. */
export const SMALLEST = { width: 1024, height: 640 } as const;

/** The same as `--bg` of the screen, so that the window does not flash while the page loads. */
export const BACKGROUND = { light: '#f4f3ef', dark: '#14191b' } as const;

export const webPreferences = (
  preload: string,
  { packaged }: { readonly packaged: boolean },
): WebPreferences => ({
  preload,
  // The page's own scripts and the preload's never share an object.
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  // A file dropped on the window would replace the page.
  navigateOnDragDrop: false,
  // Dictionaries come from the Internet, and red waves under every patient's name help nobody.
  spellcheck: false,
  devTools: !packaged,
});

interface WindowSetup {
  readonly placement: Placement;
  readonly dark: boolean;
  readonly preload: string;
  readonly packaged: boolean;
}

export const windowOptions = ({
  placement,
  dark,
  preload,
  packaged,
}: WindowSetup): BrowserWindowConstructorOptions => ({
  ...placement,
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  // Shown at 'ready-to-show': an empty frame looks like a fault.
  show: false,
  backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
  title: 'Parvis',
  webPreferences: webPreferences(preload, { packaged }),
});
