/**
 * The desk's end of its line to the Electron shell (`shell-messages.ts` says who says what): opens the folder that the
 * shell names, serves each port that it hands over, closes when told. Knows nothing of Electron, so that a worker's
 * port can stand for the shell in tests.
 */
import { type Desk, type DeskOptions, openDesk, RealHouseError } from '../desk.ts';
import { type DeskPort, servePorts } from './message-port.ts';
import { createRemoteSeal, type RemoteSeal } from './remote-seal.ts';
import { asShellToDesk, type DeskToShell, type OpenMessage } from './shell-messages.ts';

/** A port of the page starts to deliver once it is served. */
export type ShellPort = DeskPort & { start(): void };

export interface ShellLine {
  post(message: DeskToShell): void;
  onMessage(listener: (message: unknown, ports: readonly ShellPort[]) => void): void;
}

export interface DeskProgram extends Pick<DeskOptions, 'clock' | 'upkeepAfterMs'> {
  /** Ends the process. */
  leave(code: number): void;
}

/** The shell waits ten seconds for the desk to close; a session that ends sooner loses the last copy, nothing else. */
const LAST_COPY_MS = 5_000;

const CANNOT_START =
  'Parvis ne peut pas démarrer : une partie du programme manque ou ne fonctionne pas sur ce poste. ' +
  'Vos données sont intactes. Réinstallez Parvis, puis ouvrez-le de nouveau.';

export const followShell = (line: ShellLine, program: DeskProgram): void => {
  let seal: RemoteSeal | null = null;
  let opening: Promise<Desk> | null = null;
  let serve: ((port: DeskPort) => void) | null = null;

  const open = async (message: OpenMessage): Promise<Desk> => {
    seal = createRemoteSeal({ post: (request) => line.post(request), info: message.seal });
    const desk = await openDesk({
      folder: message.folder,
      clock: program.clock,
      ...(program.upkeepAfterMs === undefined ? {} : { upkeepAfterMs: program.upkeepAfterMs }),
      appVersion: message.version,
      demo: message.demo,
      program: 'Parvis',
      sealer: seal,
      plainKey: message.demo,
      ...(message.demo ? {} : { lastCopyWithinMs: LAST_COPY_MS }),
    });
    serve = servePorts(desk);
    line.post({ type: 'ready' });
    return desk;
  };

  const refuse = (error: unknown): void => {
    line.post({
      type: 'failed',
      code: codeOf(error),
      message: error instanceof RealHouseError ? error.message : CANNOT_START,
    });
    program.leave(1);
  };

  /** Every commit is on the disk already, and the clock is read at each call: what fails here is done another time. */
  const whenOpen = async (work: (desk: Desk) => unknown): Promise<void> => {
    const desk = await opening?.catch(() => null);
    if (desk) await work(desk);
  };

  const close = async (): Promise<void> => {
    // Closing while opening: first see how that ends, so that the file is never left half open.
    const desk = await opening?.catch(() => null);
    await desk?.close();
    line.post({ type: 'closed' });
    program.leave(0);
  };

  line.onMessage((raw, ports) => {
    const message = asShellToDesk(raw);
    switch (message?.type) {
      case 'open':
        opening ??= open(message);
        opening.catch(refuse);
        break;
      case 'connect':
        for (const port of ports) {
          serve?.(port);
          port.start();
        }
        break;
      case 'sealed':
        seal?.answer(message);
        break;
      case 'close':
        void close();
        break;
      case 'suspend':
        void whenOpen((desk) => desk.rest());
        break;
      case 'resume':
        void whenOpen((desk) => desk.wake());
        break;
      default:
      // None of ours.
    }
  });
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'start';
