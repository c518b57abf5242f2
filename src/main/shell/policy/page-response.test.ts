import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../hosts/csp.ts';
import { respondTo } from './page-response.ts';

const PAGE = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">';
const files: Record<string, string> = { 'index.html': PAGE, 'assets/index.js': 'start()' };
const asked: string[] = [];
const read = async (file: string) => {
  asked.push(file);
  const text = files[file];
  if (text === undefined) throw new Error('no such file');
  return new TextEncoder().encode(text);
};
const get = (url: string, method = 'GET') => respondTo({ url, method }, read);

describe('the page under app://', () => {
  it('comes with a policy whose nonce is the one written in it, another one each time', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const response = await get('app://parvis/');
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? '';
      expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce));
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
    expect(nonces.has('__CSP_NONCE__')).toBe(false);
  });

  it('gives its files byte for byte, with their kind and no guessing', async () => {
    const response = await get('app://parvis/assets/index.js');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('start()');
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('answers HEAD without a body', async () => {
    const response = await get('app://parvis/', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it.each([
    ['app://parvis/..%2fpackage.json', 'GET', 400],
    ['app://parvis/%2e%2e/package.json', 'GET', 400],
    ['app://parvis/..\\package.json', 'GET', 400],
    ['app://parvis/index.html%00', 'GET', 400],
    ['app://other/index.html', 'GET', 404],
    ['app://parvis.example/', 'GET', 404],
    ['https://parvis/', 'GET', 404],
    ['app://parvis/', 'POST', 405],
  ])('asks no file for %s %s', async (url, method, status) => {
    asked.length = 0;
    const response = await get(url, method);
    expect([response.status, await response.text(), asked]).toEqual([status, '', []]);
  });

  it('says 404 for a file that is not there', async () => {
    expect((await get('app://parvis/assets/gone.js')).status).toBe(404);
  });
});
