import { resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePagePath, withinFolder } from './page-path.ts';

describe('which file of the page a request may have', () => {
  it('serves the page at the root', () => {
    const page = { ok: true, file: 'index.html', contentType: 'text/html; charset=utf-8', isPage: true };
    expect(resolvePagePath('GET', '/')).toEqual(page);
    expect(resolvePagePath('GET', '/index.html')).toEqual(page);
    expect(resolvePagePath('HEAD', '/?demo=1#jour')).toEqual(page);
  });

  it.each([
    ['/assets/index-Bx_9-a.js', 'assets/index-Bx_9-a.js', 'text/javascript; charset=utf-8'],
    ['/assets/index.css?v=1', 'assets/index.css', 'text/css; charset=utf-8'],
    ['/assets/inter-latin.woff2', 'assets/inter-latin.woff2', 'font/woff2'],
    ['/_shared.js', '_shared.js', 'text/javascript; charset=utf-8'],
    ['/icon.svg', 'icon.svg', 'image/svg+xml'],
  ])('serves %s with its kind', (path, file, contentType) => {
    expect(resolvePagePath('GET', path)).toEqual({ ok: true, file, contentType, isPage: false });
  });

  it.each([
    ['a step up', '/../package.json'],
    ['a step up in the middle', '/assets/../../package.json'],
    ['an encoded step up', '/%2e%2e/package.json'],
    ['a half-encoded step up', '/.%2E/package.json'],
    ['an encoded slash', '/assets%2f..%2f..%2fpackage.json'],
    ['a backslash', '/..\\package.json'],
    ['an encoded backslash', '/..%5cpackage.json'],
    ['a NUL', '/index.html%00.js'],
    ['a drive letter', '/C:/parvis.js'],
    ['a stream of NTFS', '/index.js::$DATA'],
    ['an empty part', '//assets/index.js'],
    ['a trailing slash', '/assets/'],
    ['a hidden file', '/.env.js'],
    ['a name that Windows would shorten', '/index.js.'],
    ['a space at the end', '/index.js%20'],
    ['a line break', '/index.js%0a'],
    ['a broken encoding', '/%E0%A4%A.js'],
    ['a second layer of encoding', '/%252e%252e/package.json'],
    ['no leading slash', 'index.html'],
    ['nothing at all', ''],
  ])('refuses %s', (_, path) => {
    expect(resolvePagePath('GET', path)).toEqual({ ok: false, status: 400 });
  });

  it.each(['/assets/index.js.map', '/parvis.db', '/assets/index', '/x.constructor', '/x.__proto__'])(
    'has no file %s',
    (path) => {
      expect(resolvePagePath('GET', path)).toEqual({ ok: false, status: 404 });
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])('answers no %s', (method) => {
    expect(resolvePagePath(method, '/')).toEqual({ ok: false, status: 405 });
  });

  it('never leads outside its folder, whatever is asked', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '\\',
        '%5c',
        '%2f',
        '/',
        '%00',
        'C:',
        'assets',
        'index.js',
        '~',
      ),
      fc.string({ maxLength: 6 }),
    );
    const folder = resolve('/opt/parvis/renderer');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', '/'), (pieces, glue) => {
        const answer = resolvePagePath('GET', `/${pieces.join(glue)}`);
        if (answer.ok) expect(withinFolder(folder, answer.file)?.startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});

describe('the second lock', () => {
  const folder = resolve('/opt/parvis/renderer');

  it('gives the full path of a file within the folder', () => {
    expect(withinFolder(folder, 'assets/index.js')).toBe(resolve(folder, 'assets', 'index.js'));
  });

  it.each(['..', '../renderer-2/index.js', '/etc/passwd', '.', ''])('gives nothing for %j', (file) => {
    expect(withinFolder(folder, file)).toBe(null);
  });
});
