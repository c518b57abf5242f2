/**
 * What a page of Parvis may load and run, for both hosts (app:// under Electron, loopback HTTP without it).
 *
 * Threat: a name or a note typed at the desk, or a line of an imported file, carries markup that finds its way into
 * the page. Defence: nothing runs and nothing is fetched that did not come with the program itself, and a page cannot
 * talk to anybody but its own host.
 *
 * Styles need a nonce because Mantine, its modals and FullCalendar add <style> elements at run time; with
 * 'unsafe-inline' instead, injected markup could restyle the page to lie. Elements styled from code (element.style)
 * need neither.
 */

/** Stands in `index.html` wherever a response's own nonce must appear; the build leaves it untouched. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const NONCE_BYTES = 16;

/** A fresh nonce, one for each response. `fill` exists for tests: never reuse a nonce. */
export function createNonce(
  fill: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(NONCE_BYTES);
  fill(bytes);
  return Buffer.from(bytes).toString('base64');
}

export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Devices and features that no screen of Parvis uses: refused to the page and to whatever it might embed. */
const PERMISSIONS_POLICY = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'serial',
  'hid',
  'bluetooth',
  'payment',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Headers of every file served, page or asset. */
export const FILE_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** Headers of the page itself. `nonce` is the one that `injectNonce` wrote into its HTML. */
export function pageHeaders(nonce: string): Record<string, string> {
  return {
    ...FILE_HEADERS,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS_POLICY,
    'X-Frame-Options': 'DENY',
    // A stored page would come back with a nonce that its headers no longer carry.
    'Cache-Control': 'no-store',
  };
}

export function injectNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce);
}
