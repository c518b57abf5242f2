/** Serves the desk until a signal asks to stop: what `serve.ts` and `npm start` without Electron share. */
import { homedir } from 'node:os';
import { RealHouseError } from '../desk.ts';
import { addressOfOpenHost } from './already-open.ts';
import { dataFolder } from './data-folder.ts';
import { FolderHeldError, type Loopback, type LoopbackOptions, openLoopback } from './loopback.ts';
import { appVersion, pageFolder } from './program.ts';

interface ServeOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly demo: boolean;
  /** Shows the address to the person, when there is somebody. */
  readonly open: ((address: string) => void) | null;
  /** Tests bring their own clock and their own place. */
  readonly with?: Partial<Pick<LoopbackOptions, 'clock' | 'page' | 'lastCopyWithinMs'>>;
}

const wallClock = { now: () => Date.now() };

/** @returns the exit code, once closed */
export const serve = async ({ env, demo, open, with: given = {} }: ServeOptions): Promise<number> => {
  const port = portFrom(env['PARVIS_PORT']);
  if (port === null) return complain(`PARVIS_PORT n’est pas un numéro de port : ${env['PARVIS_PORT']}`);
  const folder = dataFolder({ platform: process.platform, env, home: homedir(), cwd: process.cwd(), demo });
  let loopback: Loopback;
  try {
    loopback = await openLoopback({
      folder,
      port,
      demo,
      appVersion: appVersion(),
      ...given,
      clock: given.clock ?? wallClock,
      page: given.page ?? pageFolder(),
    });
  } catch (error) {
    const elsewhere = error instanceof FolderHeldError ? await addressOfOpenHost(folder) : null;
    if (elsewhere === null) return complain(whyNot(error, port, folder));
    process.stdout.write(`Parvis est déjà ouvert sur ce dossier : ${elsewhere}\n`);
    open?.(elsewhere);
    return 0;
  }
  const address = loopback.host.invite();
  // Scripts read this line: its space stays a plain one.
  process.stdout.write(`Parvis prêt\u0020: ${address}\n`);
  open?.(address);
  await signalled();
  await loopback.close();
  return 0;
};

const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

/** @returns null when it is no port */
const portFrom = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return port >= 0 && port <= 65_535 ? port : null;
};

const whyNot = (error: unknown, port: number, folder: string): string => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return `Le port ${port} est déjà pris par un autre programme. Choisissez-en un autre avec PARVIS_PORT, ou laissez Parvis choisir.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Parvis ne peut pas écrire dans ${folder}. Vérifiez les droits de ce dossier, ou choisissez-en un autre avec PARVIS_DATA.`;
    default:
      if (error instanceof FolderHeldError || error instanceof RealHouseError) return error.message;
      return `Parvis ne démarre pas : ${error instanceof Error ? error.message : String(error)}`;
  }
};

const complain = (line: string): number => {
  process.stderr.write(`${line}\n`);
  return 1;
};
