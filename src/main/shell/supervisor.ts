/**
 * Keeps the desk process alive: starts it, waits until it answers, starts it again when it dies, closes it at the end.
 * It knows neither Electron nor the desk, so it is tested with a child of straw.
 *
 * A page hands over one port at a time; while the desk is not ready the latest port waits, because a page that was
 * loaded again has forgotten the earlier one. After a crash the page makes a new channel itself.
 */
import type { DeskState } from '../../contract/shell.ts';
import {
  asDeskToShell,
  type DeskToShell,
  type OpenMessage,
  type SealAnswer,
  type SealRequest,
  type ShellToDesk,
} from '../hosts/shell-messages.ts';
import { afterCrash } from './policy/restart.ts';

export const START_WITHIN_MS = 60_000;
/** A process that says that it failed, or that it is closed, ends by itself; after this it is ended. */
export const LEAVE_WITHIN_MS = 2_000;

export interface ClosablePort {
  close(): void;
}

export interface DeskChild<Port> {
  post(message: ShellToDesk, ports: readonly Port[]): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
  /** At once and for certain. */
  kill(): void;
}

/** Why there is no desk. `refused` carries the desk's own French sentence. */
export type DeskStop =
  | { readonly why: 'refused'; readonly code: string; readonly message: string }
  | { readonly why: 'crashed' }
  | { readonly why: 'too-slow' };

export interface SupervisorHands<Port> {
  /** Asked at each start. */
  open(): OpenMessage;
  spawn(): DeskChild<Port>;
  answerSeal(request: SealRequest): Promise<SealAnswer>;
  onState(state: DeskState, stop: DeskStop | null): void;
  /** Monotonic milliseconds. */
  now(): number;
  log(event: string): void;
}

export interface Supervisor<Port> {
  readonly state: DeskState;
  /** Also: once more, after it gave up. */
  start(): void;
  connect(port: Port): void;
  suspend(): void;
  resume(): void;
  /** Resolves when the file is closed or the process is gone. The caller sets the time limit, then calls `kill`. */
  close(): Promise<void>;
  kill(): void;
}

export const superviseDesk = <Port extends ClosablePort>(hands: SupervisorHands<Port>): Supervisor<Port> => {
  let state: DeskState = 'starting';
  let child: DeskChild<Port> | null = null;
  let crashes: readonly number[] = [];
  let tooSlow = false;
  let worked = false;
  let waitingPort: Port | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closing: PromiseWithResolvers<void> | null = null;

  const become = (next: DeskState, stop: DeskStop | null = null): void => {
    state = next;
    hands.onState(next, stop);
  };

  const start = (): void => {
    if (child !== null || closing !== null) return;
    clearTimeout(timer);
    if (state === 'failed') crashes = [];
    tooSlow = false;
    worked = false;
    become('starting');
    const born = hands.spawn();
    child = born;
    born.onMessage((message) => child === born && received(born, message));
    born.onExit((code) => child === born && exited(code));
    born.post(hands.open(), []);
    awaitStart(born);
  };

  const awaitStart = (born: DeskChild<Port>): void => {
    timer = setTimeout(() => {
      hands.log('desk: no answer in time, ended');
      tooSlow = true;
      born.kill();
    }, START_WITHIN_MS);
  };

  const received = (from: DeskChild<Port>, raw: unknown): void => {
    const message = asDeskToShell(raw);
    switch (message?.type) {
      case 'ready':
        ready(from);
        break;
      case 'failed':
        failed(from, message);
        break;
      case 'closed':
        finish();
        break;
      case 'seal':
      case 'unseal':
        void sealAsked(from, message);
        break;
      default:
        hands.log('desk: a message that is none of ours');
    }
  };

  const ready = (from: DeskChild<Port>): void => {
    if (state !== 'starting' || closing !== null) return;
    clearTimeout(timer);
    worked = true;
    become('ready');
    if (waitingPort === null) return;
    from.post({ type: 'connect' }, [waitingPort]);
    waitingPort = null;
  };

  const failed = (
    from: DeskChild<Port>,
    { code, message }: Extract<DeskToShell, { type: 'failed' }>,
  ): void => {
    hands.log(`desk: failed, ${code}`);
    clearTimeout(timer);
    timer = setTimeout(() => from.kill(), LEAVE_WITHIN_MS);
    become('failed', { why: 'refused', code, message });
  };

  /** The key store may ask the person for a password: that time is not the desk's. */
  const sealAsked = async (from: DeskChild<Port>, request: SealRequest): Promise<void> => {
    const starting = state === 'starting' && closing === null;
    if (starting) clearTimeout(timer);
    const answer = await hands.answerSeal(request);
    if (child !== from) return;
    from.post(answer, []);
    if (starting && closing === null) {
      clearTimeout(timer);
      awaitStart(from);
    }
  };

  const exited = (code: number): void => {
    child = null;
    clearTimeout(timer);
    hands.log(`desk: ended with ${code}`);
    if (closing !== null) finish();
    else if (state !== 'failed') afterDeath();
  };

  const afterDeath = (): void => {
    // After a start that took too long, another would only make people wait once more: let them choose.
    const next = tooSlow ? null : afterCrash(crashes, hands.now(), { worked });
    crashes = next?.crashes ?? crashes;
    if (next === null || next.restartInMs === null) {
      become('failed', { why: next === null ? 'too-slow' : 'crashed' });
    } else {
      become('starting');
      timer = setTimeout(start, next.restartInMs);
    }
  };

  const finish = (): void => {
    clearTimeout(timer);
    closing?.resolve();
  };

  return {
    get state() {
      return state;
    },
    start,
    connect(port) {
      if (state === 'ready' && child !== null) {
        child.post({ type: 'connect' }, [port]);
      } else {
        waitingPort?.close();
        waitingPort = port;
      }
    },
    suspend() {
      if (state === 'ready') child?.post({ type: 'suspend' }, []);
    },
    resume() {
      if (state === 'ready') child?.post({ type: 'resume' }, []);
    },
    close() {
      if (closing !== null) return closing.promise;
      closing = Promise.withResolvers();
      clearTimeout(timer);
      if (child === null || state === 'failed') finish();
      else child.post({ type: 'close' }, []);
      return closing.promise;
    },
    kill() {
      child?.kill();
    },
  };
};
