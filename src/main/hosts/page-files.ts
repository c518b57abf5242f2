/** The built page as the loopback host serves it: which file, with which headers, its nonce written in. */
import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative } from 'node:path';
import { createNonce, FILE_HEADERS, injectNonce, pageHeaders } from './csp.ts';
import { resolvePagePath, withinFolder } from './page-path.ts';

/** Names that carry a digest of their content never change. */
const HASHED = /-[\w-]{8,}\.\w+$/;

/** @returns the status to answer when there is no such file */
export const servePageFile = async (
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<number | null> => {
  const answer = resolvePagePath(request.method ?? '', wanted(request.url ?? ''));
  if (!answer.ok) return answer.status;
  const bytes = await contentOf(folder, answer.file);
  if (bytes === null) return 404;
  const nonce = createNonce();
  const body = answer.isPage ? Buffer.from(injectNonce(bytes.toString('utf8'), nonce)) : bytes;
  response.writeHead(200, {
    ...(answer.isPage ? pageHeaders(nonce) : { ...FILE_HEADERS, 'Cache-Control': caching(answer.file) }),
    'Content-Type': answer.contentType,
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return null;
};

/** Null when there is no such file within the folder, links followed. */
const contentOf = async (folder: string, file: string): Promise<Buffer | null> => {
  const path = withinFolder(folder, file);
  if (path === null) return null;
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(path)]);
    return withinFolder(root, relative(root, real)) === real ? await readFile(real) : null;
  } catch {
    return null;
  }
};

const caching = (file: string): string =>
  HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Browsers ask for this name by themselves; the page's icon answers, so that no error is logged. */
const wanted = (url: string): string => (url === '/favicon.ico' ? '/favicon.svg' : url);
