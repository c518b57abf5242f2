/**
 * The loopback HTTP host: the same desk and the same page as under Electron, for a browser on this very PC.
 *
 * Listens on 127.0.0.1 only. Every request passes `http-guard.ts` (which says what is defended and how) before a byte
 * of its body is read; files come from the built page, calls go to the desk.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/node';
import { RPC_PATH, TOKEN_IN_FRAGMENT } from '../../contract/http.ts';
import type { Desk } from '../desk.ts';
import { readCaller } from './caller.ts';
import { FILE_HEADERS } from './csp.ts';
import { createDoor } from './http-door.ts';
import { judge, readTokenBody, sessionCookie } from './http-guard.ts';
import { servePageFile } from './page-files.ts';

export interface HttpHost {
  readonly port: number;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly bearer: string;
  /** An address that opens the desk once. */
  invite(): string;
  /** Takes no more calls, lets those in flight end, and ends the streams. */
  close(): Promise<void>;
}

interface Options {
  readonly desk: Desk;
  /** The built page. */
  readonly page: string;
  /** 0: any free one. */
  readonly port: number;
}

const LOOPBACK = '127.0.0.1';
const SECONDS = 1000;
const ANSWER_HEADERS = { ...FILE_HEADERS, 'Cache-Control': 'no-store' };
/** What is still running this long after we were asked to stop is cut. */
const DRAIN_MS = 2 * SECONDS;
const SWEEP_MS = 20;

/** @throws the system's error when the port is taken */
export const startHttpHost = async ({ desk, page, port: wantedPort }: Options): Promise<HttpHost> => {
  const door = createDoor();
  const calls = new RPCHandler(desk.router);
  let port = wantedPort;

  const server = createServer(
    {
      // A client that sends its request drop by drop is cut: neither its headers nor its body may take for ever.
      headersTimeout: 10 * SECONDS,
      requestTimeout: 30 * SECONDS,
      // Node looks for such clients every 30 s unless told otherwise.
      connectionsCheckingInterval: 2 * SECONDS,
      keepAliveTimeout: 10 * SECONDS,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        desk.reportBug(error);
        if (response.headersSent) response.destroy();
        else refuse(response, 500);
      });
    },
  );
  server.maxConnections = 256;
  server.maxHeadersCount = 100;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Node keeps the first of two hosts and says nothing of the second.
    const hosts = request.headersDistinct['host'] ?? [];
    const head = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: { ...request.headers, host: hosts.length === 1 ? hosts[0] : hosts },
    };
    const verdict = judge(head, port, door.secrets());
    if (!verdict.ok) return refuse(response, verdict.status);
    switch (verdict.route) {
      case 'file': {
        const status = await servePageFile(page, request, response);
        return status === null ? undefined : refuse(response, status);
      }
      case 'session':
        openSession(await textOf(request), response);
        return;
      case 'invitation':
        json(response, 200, { address: address(door.invite()) });
        return;
      case 'call': {
        for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.setHeader(name, value);
        const context = desk.contextFor(readCaller(request.headers));
        const { matched } = await calls.handle(request, response, { prefix: RPC_PATH, context });
        if (!matched) refuse(response, 404);
      }
    }
  };

  const openSession = (body: string, response: ServerResponse): void => {
    const token = readTokenBody(body);
    const session = token === null ? null : door.exchange(token);
    if (session === null) {
      refuse(response, 401);
      return;
    }
    response.setHeader('Set-Cookie', sessionCookie(port, session.cookie));
    json(response, 200, { key: session.key });
  };

  const address = (token: string): string => `http://${LOOPBACK}:${port}/#${TOKEN_IN_FRAGMENT}=${token}`;

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port: wantedPort }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  port = (server.address() as AddressInfo).port;

  return {
    port,
    url: `http://${LOOPBACK}:${port}`,
    bearer: door.bearer,
    invite: () => address(door.invite()),
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
        // A kept connection whose call or stream ends a moment later is idle only then.
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
        server.close(() => {
          clearTimeout(cut);
          clearInterval(sweep);
          resolve();
        });
      }),
  };
};

const refuse = (response: ServerResponse, status: number): void => {
  // The body, if any, was not read: this connection can carry nothing more.
  response.writeHead(status, {
    ...ANSWER_HEADERS,
    'Content-Length': 0,
    Connection: 'close',
  });
  response.end();
};

const json = (response: ServerResponse, status: number, content: unknown): void => {
  const body = JSON.stringify(content);
  response.writeHead(status, {
    ...ANSWER_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
};
