/** Requests as no well-behaved client would send them: any Host, any path, any length. */
import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly host?: string;
  /** Keeps connections for the next request; without one, each request has its own. */
  readonly agent?: Agent;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export const ask = (port: number, raw: Raw): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', path = '/', headers = {}, body, host = '127.0.0.1', agent = false } = raw;
    const sent = request(
      { host, port, method, path, headers, setHost: headers['host'] === undefined, agent },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** A connection that has said what it was given, and waits. An end that is cut is no error. */
export const dial = (port: number, said: string | Buffer): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      socket.on('error', () => {});
      socket.write(said, () => resolve(socket));
    });
  });

/** Bytes to the letter. @param end nothing more comes, and the desk is told. @returns all that came until the desk closed */
export const wire = async (port: number, said: string | Buffer, end = false): Promise<string> => {
  const socket = await dial(port, said);
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  if (end) socket.end();
  await closed;
  return Buffer.concat(pieces).toString('latin1');
};

/** The statuses of what came back, in order; `closed` when there was none. */
export const statusesOf = (answer: string): string[] => {
  const all = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status = '']) => status);
  return all.length > 0 ? all : ['closed'];
};
