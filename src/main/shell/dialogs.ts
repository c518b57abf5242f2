/** What the shell says by itself, in the system's own dialogs: they work when the page does not. */
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { aboutText, type FailureAction, type FailureText } from './policy/failure-text.ts';

/** Shows it until people choose to go on or to quit; opening the folder is not a choice. */
export const askAfterFailure = async (
  window: BrowserWindow | null,
  text: FailureText,
  folder: string,
): Promise<Exclude<FailureAction, 'open-folder'>> => {
  const options = {
    type: 'error' as const,
    title: text.title,
    message: text.message,
    detail: text.detail,
    buttons: text.buttons.map(({ label }) => label),
    defaultId: 0,
    cancelId: text.buttons.findIndex(({ action }) => action === 'quit'),
    noLink: true,
  };
  for (;;) {
    const { response } =
      window === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options);
    const action = text.buttons[response]?.action ?? 'quit';
    if (action !== 'open-folder') return action;
    await shell.openPath(folder);
  }
};

export const showAbout = async (window: BrowserWindow | null, folder: string): Promise<void> => {
  const options = {
    type: 'info' as const,
    title: 'À propos de Parvis',
    message: 'Parvis',
    detail: aboutText({ version: app.getVersion(), folder }),
    buttons: ['Fermer'],
  };
  await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
};
