import { describe, expect, it } from 'vitest';
import { digitKey, meantKey } from './meant-key.ts';

describe('a key inside a list', () => {
  it('is a digit on a French keyboard, where the row writes « & é - »', () => {
    expect(
      [
        { key: '&', code: 'Digit1' },
        { key: 'é', code: 'Digit2' },
        { key: '-', code: 'Digit6' },
        { key: '1', code: 'Digit1' },
        { key: '7', code: 'Numpad7' },
      ].map(meantKey),
    ).toEqual(['1', '2', '6', '1', '7']);
  });

  it('is the same letter with Caps Lock, and keeps the name of any other key', () => {
    expect(
      [
        { key: 'M', code: 'Semicolon' },
        { key: 'm', code: 'Semicolon' },
        { key: 'Enter', code: 'Enter' },
        { key: '-', code: 'NumpadSubtract' },
      ].map(meantKey),
    ).toEqual(['m', 'm', 'Enter', '-']);
    expect(digitKey({ code: 'KeyA' })).toBeNull();
  });
});
