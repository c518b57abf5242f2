/** Shows an address in the person's browser, when there is a screen and a browser; says nothing otherwise. */
import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** @returns null when there is no screen to open anything on */
export const browserCommand = (
  platform: NodeJS.Platform,
  env: Env,
  address: string,
): { command: string; args: string[] } | null => {
  switch (platform) {
    case 'win32':
      return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
    case 'darwin':
      return { command: 'open', args: [address] };
    default:
      return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? { command: 'xdg-open', args: [address] } : null;
  }
};

export const openBrowser = (address: string): void => {
  const found = browserCommand(process.platform, process.env, address);
  if (found === null) return;
  const child = spawn(found.command, found.args, { stdio: 'ignore', detached: true });
  // No browser, or none that this command knows: the address is on the screen already.
  child.on('error', () => {});
  child.unref();
};
