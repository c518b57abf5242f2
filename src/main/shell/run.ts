/** Parvis, once Electron is ready: one window, one desk, one order in which they end. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, Menu, type MessagePortMain, safeStorage, session, shell } from 'electron';
import { SHELL_CHANNELS, type ShellCommand } from '../../contract/shell.ts';
import { withinFolder } from '../hosts/page-path.ts';
import type { SealInfo } from '../hosts/shell-messages.ts';
import { askAfterFailure, showAbout } from './dialogs.ts';
import { followPower } from './follow-power.ts';
import { followWindow } from './follow-window.ts';
import { forkDesk } from './fork-desk.ts';
import { lockSession } from './lock.ts';
import type { Log } from './log.ts';
import { answerPage } from './page-functions.ts';
import { deskFailure } from './policy/failure-text.ts';
import { menuTemplate } from './policy/menu.ts';
import { APP_SCHEME } from './policy/origin.ts';
import { respondTo } from './policy/page-response.ts';
import { createQuit } from './quit.ts';
import { answerSeal, sealInfo } from './seal.ts';
import { type DeskStop, superviseDesk } from './supervisor.ts';
import { openWindow } from './window.ts';

export interface BuiltFiles {
  /** Entry of the desk process. */
  readonly desk: string;
  readonly preload: string;
  /** Folder of the page. */
  readonly page: string;
}

export interface Run {
  readonly files: BuiltFiles;
  /** Data folder. */
  readonly folder: string;
  /** The window's own folder. */
  readonly own: string;
  readonly demo: boolean;
  readonly shown: boolean;
  readonly log: Log;
}

export const run = async ({ files, folder, own, demo, shown, log }: Run): Promise<void> => {
  lockSession(session.defaultSession, { packaged: app.isPackaged }, log);
  session.defaultSession.protocol.handle(APP_SCHEME, (request) =>
    respondTo(request, async (file) => {
      const path = withinFolder(files.page, file);
      if (path === null) throw new Error('outside the page');
      return readFile(path);
    }),
  );

  const window = openWindow({
    file: join(own, 'fenetre.json'),
    preload: files.preload,
    packaged: app.isPackaged,
    shown,
  });
  const tell = (channel: string, value?: unknown): boolean => {
    if (window.browser.isDestroyed() || window.browser.webContents.isCrashed()) return false;
    window.browser.webContents.send(channel, value);
    return true;
  };
  const command = (what: ShellCommand): void => void tell(SHELL_CHANNELS.command, what);

  let seal: SealInfo = { available: false, name: 'unknown' };
  const desk = superviseDesk<MessagePortMain>({
    open: () => ({ type: 'open', folder, key: null, version: app.getVersion(), demo, seal }),
    spawn: () => forkDesk(files.desk, log),
    answerSeal: (request) => answerSeal(safeStorage, seal, request),
    onState: (state, stop) => {
      log(`desk: ${state}`);
      tell(SHELL_CHANNELS.deskStateChanged, state);
      if (stop !== null) void deskStopped(stop);
    },
    now: () => performance.now(),
    log,
  });

  const quit = createQuit({
    askPage: () => tell(SHELL_CHANNELS.beforeClose),
    closeDesk: () => {
      window.remember();
      return desk.close();
    },
    leave: () => {
      desk.kill();
      app.quit();
    },
    log,
  });

  const deskStopped = async (stop: DeskStop): Promise<void> => {
    // Nobody is there to read it.
    if (!shown) return app.exit(1);
    const action = await askAfterFailure(window.browser, deskFailure(stop, folder), folder);
    if (action === 'retry') desk.start();
    else quit.send('asked');
  };

  answerPage({
    window: () => (window.browser.isDestroyed() ? null : window.browser),
    deskState: () => desk.state,
    connect: (port) => desk.connect(port),
    setTheme: (theme) => window.setTheme(theme),
    pageSaved: () => quit.send('page-saved'),
    quit: () => quit.send('asked'),
    log,
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        packaged: app.isPackaged,
        hands: {
          command,
          openFolder: () => void shell.openPath(folder),
          about: () => void showAbout(window.browser, folder),
        },
      }),
    ),
  );
  app.on('second-instance', () => window.focus());
  followWindow({ window, desk, quit, folder, log });
  followPower({ desk, quit, command });

  // The window draws itself while the key store is asked and the file opens.
  const loaded = window.load();
  seal = await sealInfo(safeStorage, process.platform);
  log(`key store: ${seal.name}, ${seal.available ? 'usable' : 'not usable'}`);
  desk.start();
  await loaded;
};
