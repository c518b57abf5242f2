/** The one window: made hidden, shown when drawn, remembered when it closes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Theme } from '../../contract/shell.ts';
import { PAGE_URL } from './policy/origin.ts';
import { windowOptions } from './policy/window-options.ts';
import { FIRST_WINDOW, parseSavedWindow, placeWindow, type SavedWindow } from './policy/window-state.ts';

interface WindowSetup {
  /** Where its place and theme are remembered. */
  readonly file: string;
  readonly preload: string;
  readonly packaged: boolean;
  /** `PARVIS_OPEN=0`: loaded, never shown. */
  readonly shown: boolean;
}

export interface MainWindow {
  readonly browser: BrowserWindow;
  load(): Promise<void>;
  focus(): void;
  setTheme(theme: Theme): void;
  remember(): void;
}

export const openWindow = ({ file, preload, packaged, shown }: WindowSetup): MainWindow => {
  let saved = readSaved(file);
  nativeTheme.themeSource = saved.theme;
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const placement = placeWindow(saved.bounds, areas);
  const browser = new BrowserWindow(
    windowOptions({ placement, dark: nativeTheme.shouldUseDarkColors, preload, packaged }),
  );
  browser.once('ready-to-show', () => {
    if (!shown) return;
    if (saved.maximized) browser.maximize();
    browser.show();
  });

  const remember = (): void => {
    if (browser.isDestroyed()) return;
    saved = { ...saved, bounds: browser.getNormalBounds(), maximized: browser.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(saved), { mode: 0o600 });
    } catch {
      // The window will open in the middle of the screen: no reason to bother anybody.
    }
  };

  return {
    browser,
    load: () => browser.loadURL(PAGE_URL),
    focus: () => {
      if (browser.isMinimized()) browser.restore();
      browser.show();
      browser.focus();
    },
    setTheme: (theme) => {
      saved = { ...saved, theme };
      nativeTheme.themeSource = theme;
      remember();
    },
    remember,
  };
};

const readSaved = (file: string): SavedWindow => {
  try {
    return parseSavedWindow(readFileSync(file, 'utf8'));
  } catch {
    return FIRST_WINDOW;
  }
};
