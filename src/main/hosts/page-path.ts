/**
 * Which file of the built page a request may have, for both hosts.
 *
 * Threat: a path that leaves the folder of the page (`..`, `%2e%2e`, a backslash or a drive letter on Windows, a NUL
 * that cuts the name short, `file.js::$DATA`). Defence: each part of the path must look like a file that the build
 * makes, so that no such part is ever joined to a folder; `withinFolder` is the second lock.
 */
import { isAbsolute, relative, resolve } from 'node:path';

/** Kinds of file that the build makes. A file of any other kind is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

const PAGE = 'index.html';
const FILE_PART = /^[\w-][\w.-]*$/;

export type PageAnswer =
  /** `file` is relative to the folder of the page, with forward slashes. */
  | { readonly ok: true; readonly file: string; readonly contentType: string; readonly isPage: boolean }
  | { readonly ok: false; readonly status: 400 | 404 | 405 };

/**
 * @param path of the request, still percent-encoded, from its first slash on; a query or fragment is ignored.
 */
export function resolvePagePath(method: string, path: string): PageAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { ok: false, status: 405 };
  const parts = decodedParts(path);
  if (parts === null) return { ok: false, status: 400 };
  const file = parts.length === 0 ? PAGE : parts.join('/');
  const extension = file.slice(file.lastIndexOf('.') + 1);
  const contentType = Object.hasOwn(CONTENT_TYPES, extension) ? CONTENT_TYPES[extension] : undefined;
  if (contentType === undefined) return { ok: false, status: 404 };
  return { ok: true, file, contentType, isPage: file === PAGE };
}

function decodedParts(path: string): string[] | null {
  const bare = path.split(/[?#]/, 1)[0] ?? '';
  if (!bare.startsWith('/')) return null;
  if (bare === '/') return [];
  const parts: string[] = [];
  for (const encoded of bare.slice(1).split('/')) {
    const part = decoded(encoded);
    if (part === null || !FILE_PART.test(part) || part.endsWith('.')) return null;
    parts.push(part);
  }
  return parts;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The file's full path, or null if it would lie outside `folder`. */
export function withinFolder(folder: string, file: string): string | null {
  const full = resolve(folder, file);
  const inside = relative(resolve(folder), full);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : full;
}
