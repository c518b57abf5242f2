/** What the page may ask of the shell: the other end of `window.parvisShell`. Every message's sender is checked. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  type MessagePortMain,
} from 'electron';
import {
  type DeskState,
  type PrintOutcome,
  type SavedKind,
  type SaveOutcome,
  SHELL_CHANNELS,
  THEMES,
  type Theme,
  type WindowState,
} from '../../contract/shell.ts';
import type { Log } from './log.ts';
import { isOurSender } from './policy/guard.ts';
import { asFileToSave, KIND_LABELS, safeFileName, withExtension } from './policy/save-name.ts';

export interface PageHands {
  window(): BrowserWindow | null;
  deskState(): DeskState;
  connect(port: MessagePortMain): void;
  setTheme(theme: Theme): void;
  pageSaved(): void;
  quit(): void;
  log: Log;
}

export const answerPage = (hands: PageHands): void => {
  const trusted = (event: IpcMainEvent | IpcMainInvokeEvent, channel: string): boolean => {
    const ours = isOurSender(event.senderFrame);
    if (!ours) hands.log(`message refused on ${channel}`);
    return ours;
  };
  const hear = (channel: string, work: (event: IpcMainEvent) => void): void => {
    ipcMain.on(channel, (event) => {
      if (trusted(event, channel)) work(event);
    });
  };
  const answer = (channel: string, work: (argument: unknown) => unknown): void => {
    ipcMain.handle(channel, (event, argument: unknown) => {
      if (!trusted(event, channel)) throw new Error('refused');
      return work(argument);
    });
  };

  hear(SHELL_CHANNELS.connect, ({ ports }) => {
    const [port] = ports;
    if (port !== undefined) hands.connect(port);
  });
  hear(SHELL_CHANNELS.saved, () => hands.pageSaved());
  answer(SHELL_CHANNELS.version, () => app.getVersion());
  answer(SHELL_CHANNELS.deskState, () => hands.deskState());
  answer(SHELL_CHANNELS.windowState, () => windowState(hands.window()));
  answer(SHELL_CHANNELS.print, () => print(hands.window()));
  answer(SHELL_CHANNELS.savePdf, (name) => savePdf(hands.window(), name));
  answer(SHELL_CHANNELS.saveFile, (file) => saveFile(hands.window(), file));
  answer(SHELL_CHANNELS.quit, () => hands.quit());
  answer(SHELL_CHANNELS.setTheme, (wanted) => {
    const theme = THEMES.find((known) => known === wanted);
    if (theme !== undefined) hands.setTheme(theme);
  });
};

const windowState = (window: BrowserWindow | null): WindowState => ({
  focused: window?.isFocused() ?? false,
  maximized: window?.isMaximized() ?? false,
  fullScreen: window?.isFullScreen() ?? false,
});

const print = (window: BrowserWindow | null): Promise<PrintOutcome> =>
  new Promise((resolve) => {
    if (window === null) return resolve('failed');
    window.webContents.print({ printBackground: true }, (printed, reason) => {
      // The only reason that Chromium gives for « the person changed their mind ».
      resolve(printed ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed');
    });
  });

const savePdf = async (window: BrowserWindow | null, name: unknown): Promise<SaveOutcome> => {
  if (window === null || typeof name !== 'string') return 'failed';
  const bytes = await window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return save(window, name, 'pdf', bytes);
};

const saveFile = async (window: BrowserWindow | null, value: unknown): Promise<SaveOutcome> => {
  const file = asFileToSave(value);
  return window === null || file === null ? 'failed' : save(window, file.name, file.kind, file.bytes);
};

const save = async (
  window: BrowserWindow,
  name: string,
  kind: SavedKind,
  bytes: Uint8Array,
): Promise<SaveOutcome> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), safeFileName(name, kind)),
    filters: [{ name: KIND_LABELS[kind], extensions: [kind] }],
  });
  if (canceled || filePath === '') return 'cancelled';
  try {
    // What is saved may name patients: readable by this account alone.
    await writeFile(withExtension(filePath, kind), bytes, { mode: 0o600 });
    return 'saved';
  } catch {
    return 'failed';
  }
};
