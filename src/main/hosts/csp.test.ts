import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, createNonce, FILE_HEADERS, injectNonce, pageHeaders } from './csp.ts';

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((line) => {
      const [name = '', ...values] = line.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('what a page of Parvis may load', () => {
  it('allows its own files only, and styles that carry the nonce of this very response', () => {
    expect(directives(contentSecurityPolicy('abc'))).toEqual({
      'default-src': "'none'",
      'script-src': "'self' 'nonce-abc'",
      'style-src': "'self' 'nonce-abc'",
      'img-src': "'self' data: blob:",
      'font-src': "'self' data:",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'object-src': "'none'",
      'frame-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it('never allows inline code, evaluation or another host', () => {
    const policy = contentSecurityPolicy('abc');
    for (const word of ['unsafe-inline', 'unsafe-eval', 'unsafe-hashes', '*', 'http:', 'https:', 'ws:']) {
      expect(policy).not.toContain(word);
    }
  });

  it('serves the page with its policy, never stored, never framed, and says nothing to others', () => {
    expect(pageHeaders('abc')).toEqual({
      'Content-Security-Policy': contentSecurityPolicy('abc'),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy':
        'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), bluetooth=(), payment=()',
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    });
    expect(FILE_HEADERS).toEqual({
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
    });
  });

  it('writes the nonce wherever the page waits for it', () => {
    const html = '<meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>';
    expect(injectNonce(html, 'abc')).toBe(
      '<meta name="csp-nonce" content="abc"><script nonce="abc"></script>',
    );
  });

  it('makes a nonce of 128 random bits, another one each time', () => {
    expect(createNonce((bytes) => bytes.fill(255))).toBe('/////////////////////w==');
    expect(new Set(Array.from({ length: 50 }, () => createNonce())).size).toBe(50);
  });
});
