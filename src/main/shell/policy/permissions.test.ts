import { describe, expect, it } from 'vitest';
import { isAllowed, PERMISSIONS } from './permissions.ts';

describe('what the page may ask of the system', () => {
  it('is to copy a text, and nothing else', () => {
    const allowed = Object.keys(PERMISSIONS).filter((permission) => isAllowed(permission, 'app://parvis/'));
    expect(allowed).toEqual(['clipboard-sanitized-write']);
  });

  it('gives a reason for each line', () => {
    expect(Object.values(PERMISSIONS).filter(({ why }) => why.length < 10)).toEqual([]);
  });

  it('refuses what is not in the table, and what is on every object', () => {
    expect(
      ['mind-reading', 'constructor', '__proto__', ''].map((name) => isAllowed(name, 'app://parvis/')),
    ).toEqual([false, false, false, false]);
  });

  it('is for our own page only', () => {
    expect(isAllowed('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(isAllowed('clipboard-sanitized-write', '')).toBe(false);
  });
});
