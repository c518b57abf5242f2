/**
 * The functions that the page finds in `window.parvisShell`: named, with plain data in and out. Neither `ipcRenderer`
 * nor its events ever reach the page, for they would let it listen and speak on any channel.
 */
import type { IpcRenderer } from 'electron';
import { type DeskState, type ParvisShell, SHELL_CHANNELS, type ShellCommand } from '../contract/shell.ts';

export type Ipc = Pick<IpcRenderer, 'invoke' | 'send' | 'on' | 'off'>;

export const shellFunctions = (ipc: Ipc): ParvisShell => {
  let save: (() => void | Promise<void>) | null = null;

  ipc.on(SHELL_CHANNELS.beforeClose, () => {
    // Whatever happens in the page, it must not keep the window from closing.
    void Promise.resolve()
      .then(() => save?.())
      .catch(() => undefined)
      .then(() => ipc.send(SHELL_CHANNELS.saved));
  });

  const follow = <T>(channel: string, listener: (value: T) => void): (() => void) => {
    const heard = (_event: unknown, value: T): void => listener(value);
    ipc.on(channel, heard);
    return () => {
      ipc.off(channel, heard);
    };
  };

  return {
    version: () => ipc.invoke(SHELL_CHANNELS.version),
    windowState: () => ipc.invoke(SHELL_CHANNELS.windowState),
    print: () => ipc.invoke(SHELL_CHANNELS.print),
    savePdf: (name) => ipc.invoke(SHELL_CHANNELS.savePdf, name),
    saveFile: (file) => ipc.invoke(SHELL_CHANNELS.saveFile, file),
    setTheme: (theme) => ipc.invoke(SHELL_CHANNELS.setTheme, theme),
    quit: () => ipc.invoke(SHELL_CHANNELS.quit),
    onDeskState: (listener) => {
      // A change that arrives before the present state has the last word.
      let heard = false;
      let stopped = false;
      const stop = follow<DeskState>(SHELL_CHANNELS.deskStateChanged, (state) => {
        heard = true;
        listener(state);
      });
      void ipc.invoke(SHELL_CHANNELS.deskState).then((state: DeskState) => {
        if (!heard && !stopped) listener(state);
      });
      return () => {
        stopped = true;
        stop();
      };
    },
    onCommand: (listener) => follow<ShellCommand>(SHELL_CHANNELS.command, listener),
    beforeClose: (next) => {
      save = next;
    },
  };
};
