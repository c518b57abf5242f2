/** Requests as no well-behaved client would send them: any Host, any path, any length. */
import { type IncomingHttpHeaders, request } from 'node:http';

export interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly host?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export const ask = (port: number, raw: Raw): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', path = '/', headers = {}, body, host = '127.0.0.1' } = raw;
    const sent = request(
      { host, port, method, path, headers, setHost: headers['host'] === undefined },
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
