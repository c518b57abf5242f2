/** The answer to each request of the page under `app://`: a file of the build, or a bare refusal. */
import { createNonce, FILE_HEADERS, injectNonce, pageHeaders } from '../../hosts/csp.ts';
import { resolvePagePath } from '../../hosts/page-path.ts';
import { APP_ORIGIN } from './origin.ts';

export interface PageRequest {
  readonly method: string;
  readonly url: string;
}

/** Reads a file of the built page, by its path within it. Rejects when there is none. */
export type ReadPageFile = (file: string) => Promise<Uint8Array<ArrayBuffer>>;

export const respondTo = async (request: PageRequest, read: ReadPageFile): Promise<Response> => {
  if (!request.url.startsWith(`${APP_ORIGIN}/`)) return refusal(404);
  const answer = resolvePagePath(request.method, request.url.slice(APP_ORIGIN.length));
  if (!answer.ok) return refusal(answer.status);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await read(answer.file);
  } catch {
    return refusal(404);
  }
  const nonce = createNonce();
  const body = answer.isPage ? injectNonce(new TextDecoder().decode(bytes), nonce) : bytes;
  const headers = {
    ...(answer.isPage ? pageHeaders(nonce) : FILE_HEADERS),
    'Content-Type': answer.contentType,
  };
  return new Response(request.method === 'HEAD' ? null : body, { status: 200, headers });
};

const refusal = (status: number): Response => new Response(null, { status, headers: FILE_HEADERS });
