/** One desk behind one loopback host: opened together, closed together, told of in `host.json` meanwhile. */
import { mkdirSync } from 'node:fs';
import { type Desk, type DeskOptions, openDesk } from '../desk.ts';
import { removeHostFile, writeHostFile } from './host-file.ts';
import { rememberedPort, rememberPort } from './host-port.ts';
import { type HttpHost, startHttpHost } from './http.ts';

export interface LoopbackOptions extends DeskOptions {
  /** The built page. */
  readonly page: string;
  /** 0: the one of last time, or any free one. */
  readonly port: number;
}

export interface Loopback {
  readonly desk: Desk;
  readonly host: HttpHost;
  close(): Promise<void>;
}

/** Somebody else has the folder: there is nothing to serve, and their `host.json` must stay. */
export class FolderHeldError extends Error {}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

/** On the folder's own port unless another is named. Another program has it: elsewhere, for this time only. */
const startOnItsPort = async (folder: string, desk: Desk, page: string, named: number): Promise<HttpHost> => {
  const own = named === 0 ? rememberedPort(folder) : null;
  if (own !== null) {
    try {
      return await startHttpHost({ desk, page, port: own });
    } catch (error) {
      if (!isTaken(error)) throw error;
      return startHttpHost({ desk, page, port: 0 });
    }
  }
  const host = await startHttpHost({ desk, page, port: named });
  rememberPort(folder, host.port);
  return host;
};

/** @throws FolderHeldError in words for people; the system's error when the port is taken or the folder cannot be made */
export const openLoopback = async ({ page, port, ...options }: LoopbackOptions): Promise<Loopback> => {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const desk = await openDesk(options);
  const status = desk.status();
  if (status.state === 'closed' && status.failure.code === 'held-by-another') {
    await desk.close();
    throw new FolderHeldError(status.failure.message);
  }
  let host: HttpHost;
  try {
    host = await startOnItsPort(options.folder, desk, page, port);
  } catch (error) {
    await desk.close();
    throw error;
  }
  try {
    writeHostFile(options.folder, { url: host.url, bearer: host.bearer, pid: process.pid });
  } catch (error) {
    // A full disk: scripts find no address, but the page, and with it the urgency card, is there.
    desk.reportBug(error);
  }
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    removeHostFile(options.folder, process.pid);
    // The desk first ends its streams, so that no connection keeps the host waiting.
    desk.endStreams();
    await host.close();
    await desk.close();
  };
  return { desk, host, close: () => (closing ??= close()) };
};
