/** What happens to the window and to the page in it, and what follows from it. */
import { app, type MessagePortMain } from 'electron';
import { SHELL_CHANNELS } from '../../contract/shell.ts';
import { askAfterFailure } from './dialogs.ts';
import type { Log } from './log.ts';
import { pageFailure } from './policy/failure-text.ts';
import { afterPageGone } from './policy/restart.ts';
import type { Quit } from './quit.ts';
import type { Supervisor } from './supervisor.ts';
import type { MainWindow } from './window.ts';

interface Followed {
  readonly window: MainWindow;
  readonly desk: Supervisor<MessagePortMain>;
  readonly quit: Quit;
  readonly folder: string;
  readonly log: Log;
}

export const followWindow = ({ window, desk, quit, folder, log }: Followed): void => {
  const { browser } = window;
  const holdBack = (event: { preventDefault(): void }): void => {
    if (quit.mayLeave) return;
    event.preventDefault();
    quit.send('asked');
  };
  app.on('before-quit', holdBack);
  browser.on('close', holdBack);
  // The page had its time to save: its own « are you sure? » must not keep a closed file's window open.
  browser.webContents.on('will-prevent-unload', (event) => {
    if (quit.mayLeave) event.preventDefault();
  });
  // The session may end, and may still not: save and tidy up, so that little is left to do if it does.
  browser.on('query-session-end', () => {
    browser.webContents.send(SHELL_CHANNELS.beforeClose);
    desk.suspend();
  });
  browser.on('session-end', () => quit.send('session-ends'));

  let lastReload: number | null = null;
  browser.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`page gone: ${reason}`);
    quit.send('page-gone');
    const now = performance.now();
    const then = quit.mayLeave ? 'nothing' : afterPageGone(reason, lastReload, now);
    if (then === 'nothing') return;
    lastReload = now;
    if (then === 'reload') browser.webContents.reload();
    else void askToReload();
  });
  const askToReload = async (): Promise<void> => {
    const action = await askAfterFailure(browser, pageFailure, folder);
    if (action === 'retry') browser.webContents.reload();
    else quit.send('asked');
  };
  browser.on('unresponsive', () => log('page: unresponsive'));
  app.on('child-process-gone', (_event, { type, reason }) => log(`process gone: ${type}, ${reason}`));
};
