/** What could reach another machine stands in one file of the program each, and is named here. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = globSync('src/{contract,main,preload,renderer}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);

const filesWith = (pattern: RegExp): string[] =>
  sources
    .filter(([, text]) => pattern.test(text))
    .map(([file]) => file)
    .sort();

it('sources are read at all', () => {
  expect(sources.length).toBeGreaterThan(500);
});

it('Node’s own ways to another machine are imported by the loopback host alone', () => {
  expect(
    filesWith(
      /(?:from|import\(|require\()\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns|quic)(?:\/\w+)?['"]/,
    ),
  ).toEqual(['src/main/hosts/http.ts', 'src/main/hosts/page-files.ts']);
});

it('the desk fetches one thing: an invitation from the desk that is already open on this PC', () => {
  expect(
    filesWith(/\bfetch\(|\bfetch\b\s*[,;})]/).filter((file) => !file.startsWith('src/renderer/')),
  ).toEqual(['src/main/hosts/already-open.ts']);
});

it('the page fetches its session and its answers, from where it came', () => {
  expect(filesWith(/(?<![\w.])fetch\(/).filter((file) => file.startsWith('src/renderer/'))).toEqual([
    'src/renderer/src/api/client.ts',
    'src/renderer/src/api/session.ts',
  ]);
});

it('nothing is uploaded, updated or reported: no such part of Electron or of the browser is named', () => {
  expect(
    filesWith(
      /\bautoUpdater\b|electron-updater|sendBeacon|XMLHttpRequest|new WebSocket|new EventSource|uploadToServer: true|\bsubmitURL\b|\bClientRequest\b|net\.request\(/,
    ),
  ).toEqual([]);
});
