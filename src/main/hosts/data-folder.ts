/**
 * Where the house's data lies, for every way of starting Parvis: the Electron shell, the loopback host, the take-over
 * command. One answer, so that they meet on the same file and its lock keeps them apart.
 *
 * Local, not roaming, application data on Windows: a roaming profile would copy the file to a server at each log-off.
 */
import { posix, win32 } from 'node:path';

export interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's home folder. */
  readonly home: string;
  /** For a relative `PARVIS_DATA`. */
  readonly cwd: string;
  /** The fictitious house lives beside the real one, never in it. */
  readonly demo: boolean;
}

/** The data folder, absolute. It may not exist yet. */
export const dataFolder = (place: Place): string => {
  const path = pathOf(place);
  const chosen = place.env['PARVIS_DATA'];
  if (chosen) return path.resolve(place.cwd, chosen);
  return path.join(ourFolder(place), place.demo ? 'demonstration' : 'donnees');
};

/**
 * Where Electron keeps what belongs to the window (its size, Chromium's own files, logs): beside the data folder,
 * never in it, and one for each data folder, so that the demonstration and the house can be open side by side.
 */
export const windowFolder = (data: string): string => `${data}-fenetre`;

const ourFolder = (place: Place): string => {
  const { env, home, platform } = place;
  const path = pathOf(place);
  switch (platform) {
    case 'win32':
      return path.join(env['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'), 'Parvis');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Parvis');
    default:
      return path.join(env['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), 'parvis');
  }
};

const pathOf = ({ platform }: Place) => (platform === 'win32' ? win32 : posix);
