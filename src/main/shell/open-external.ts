/** The only door from Parvis to the system's other programs. */
import { shell } from 'electron';
import type { Log } from './log.ts';
import { externalUrl } from './policy/external-url.ts';

export const openExternal = (address: string, log: Log): void => {
  const url = externalUrl(address);
  if (url === null) {
    log('a link was refused');
    return;
  }
  shell.openExternal(url).catch(() => log('the system has no program for a link'));
};
