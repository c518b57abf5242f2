import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';

const CODE = newRecoveryCode(new Uint8Array(30).map((_, i) => i * 7 + 3));
const characters = CODE.replaceAll('-', '');
const anyCode = fc.uint8Array({ minLength: 30, maxLength: 30 }).map((bytes) => newRecoveryCode(bytes));

describe('the recovery code', () => {
  it('is eight groups of four characters that cannot be taken for one another', () => {
    expect(CODE).toBe('3AHR-Z6DM-V29G-QY5C-KT18-FPX4-BJS0-7EKF');
    expect(newRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => newRecoveryCode())).size).toBe(100);
  });

  it.each([
    ['as printed', CODE],
    ['in small letters', CODE.toLowerCase()],
    ['without its dashes', characters],
    [
      'with spaces, and a line break in the middle',
      `  ${CODE.replaceAll('-', ' ').replace('QY5C ', 'QY5C\n')} `,
    ],
    ['with the long dashes of a word processor', CODE.replaceAll('-', '–')],
    ['with O for zero and L or I for one', CODE.replaceAll('0', 'O').replace('1', 'l').replaceAll('1', 'I')],
    ['in the wide characters of some keyboards', CODE.replace('3AHR', '３ＡＨＲ')],
  ])('is read %s', (_, typed) => {
    expect(readRecoveryCode(typed)).toBe(characters);
  });

  it.each([
    ['nothing', ''],
    ['one character too few', CODE.slice(0, -1)],
    ['one character too many', `${CODE}0`],
    ['a letter that no code has', CODE.replace('3', 'U')],
    ['somebody’s sentence', 'je ne retrouve plus le papier du code'],
  ])('is not read from %s', (_, typed) => {
    expect(readRecoveryCode(typed)).toBe(null);
  });

  it('tells a slip of the pen: one wrong character', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(31), fc.integer({ min: 1, max: 31 }), (code, at, shift) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const plain = code.replaceAll('-', '');
        const wrong = alphabet[(alphabet.indexOf(plain[at] ?? '') + shift) % 32];
        expect(readRecoveryCode(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBe(null);
      }),
    );
  });

  it('tells a slip of the pen: two neighbours swapped', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(28), (code, at) => {
        const plain = code.replaceAll('-', '');
        const [a, b] = [plain[at] ?? '', plain[at + 1] ?? ''];
        fc.pre(a !== b);
        expect(readRecoveryCode(plain.slice(0, at) + b + a + plain.slice(at + 2))).toBe(null);
      }),
    );
  });
});
