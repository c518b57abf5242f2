/** Runs before the page, in its own sandboxed world: forwards one MessagePort and exposes a handful of functions. */
import { contextBridge, ipcRenderer } from 'electron';
import { SHELL_CHANNELS, SHELL_PROPERTY } from '../contract/shell.ts';
import { portToForward } from './forward-port.ts';
import { shellFunctions } from './shell-functions.ts';

window.addEventListener('message', (event) => {
  const port = portToForward(event, { window, origin: location.origin });
  if (port !== null) ipcRenderer.postMessage(SHELL_CHANNELS.connect, null, [port]);
});

contextBridge.exposeInMainWorld(SHELL_PROPERTY, shellFunctions(ipcRenderer));
