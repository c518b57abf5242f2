/** One desk behind one loopback host: opened together, closed together, told of in `host.json` meanwhile. */
import { mkdirSync } from 'node:fs';
import { type Desk, type DeskOptions, openDesk } from '../desk.ts';
import { removeHostFile, writeHostFile } from './host-file.ts';
import { type HttpHost, startHttpHost } from './http.ts';

export interface LoopbackOptions extends DeskOptions {
  /** The built page. */
  readonly page: string;
  /** 0: any free one. */
  readonly port: number;
}

export interface Loopback {
  readonly desk: Desk;
  readonly host: HttpHost;
  close(): Promise<void>;
}

/** Somebody else has the folder: there is nothing to serve, and their `host.json` must stay. */
export class FolderHeldError extends Error {}

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
    host = await startHttpHost({ desk, page, port });
  } catch (error) {
    await desk.close();
    throw error;
  }
  writeHostFile(options.folder, { url: host.url, bearer: host.bearer, pid: process.pid });
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
