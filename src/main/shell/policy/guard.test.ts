import { describe, expect, it } from 'vitest';
import { isOurSender, mayNavigate, mayRequest } from './guard.ts';
import { isOurs } from './origin.ts';

const foreign = [
  'https://example.org/',
  'http://127.0.0.1:8080/',
  'app://parvis.example/',
  'app://parvisx/',
  'app://other/',
  'app://parvis:81/',
  'app://user@parvis/',
  'app://parvis@example.org/',
  'app:parvis',
  'APP://PARVIS/../x',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'chrome://settings',
  'about:blank',
  'parvis',
  '',
];

describe('the address of Parvis', () => {
  it.each(foreign)('is not %j', (address) => {
    expect(isOurs(address)).toBe(false);
  });

  it('is app://parvis, its page, its scripts and its fragments', () => {
    expect(['app://parvis/', 'app://parvis/assets/index.js', 'app://parvis/?a=1#b'].map(isOurs)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('where the page may go', () => {
  it.each(foreign)('never to %j', (url) => {
    expect(mayNavigate({ url, isMainFrame: true })).toBe(false);
  });

  it('to itself, in the window, not in a frame', () => {
    expect(mayNavigate({ url: 'app://parvis/#/jour', isMainFrame: true })).toBe(true);
    expect(mayNavigate({ url: 'app://parvis/index.html', isMainFrame: true })).toBe(true);
    expect(mayNavigate({ url: 'app://parvis/', isMainFrame: false })).toBe(false);
    expect(mayNavigate({ url: 'app://parvis/assets/icon.svg', isMainFrame: true })).toBe(false);
  });
});

describe('what the page may fetch', () => {
  it.each([
    ...foreign,
    'ws://127.0.0.1/',
    'blob:https://example.org/1',
    'blob:',
    'devtools://devtools/bundled/x.html',
  ])('never %j', (url) => {
    expect(mayRequest(url, { devTools: false })).toBe(false);
  });

  it('its own files, and what it made itself', () => {
    const own = ['app://parvis/assets/index.js', 'data:image/png;base64,AA==', 'blob:app://parvis/6f1c'];
    expect(own.map((url) => mayRequest(url, { devTools: false }))).toEqual([true, true, true]);
  });

  it('the developer tools, in a development build', () => {
    expect(mayRequest('devtools://devtools/bundled/x.html', { devTools: true })).toBe(true);
    expect(mayRequest('https://example.org/', { devTools: true })).toBe(false);
  });
});

describe('who may speak to the shell', () => {
  it('the page of Parvis in the top frame, nobody else', () => {
    expect(isOurSender({ url: 'app://parvis/#/jour', parent: null })).toBe(true);
    expect(isOurSender({ url: 'app://parvis/', parent: {} })).toBe(false);
    expect(isOurSender({ url: 'app://parvis.example/', parent: null })).toBe(false);
    expect(isOurSender(null)).toBe(false);
  });
});
