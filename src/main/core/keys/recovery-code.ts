/**
 * The recovery code: what a house writes on paper at first start and types again on the day its PC is replaced.
 *
 * 150 random bits as 30 characters of Crockford's base 32 (no I, L, O, U), then a check of two, in eight groups of
 * four: `7K3M-…`. The check is the number modulo 1021, a prime: it catches every single wrong character and every swap
 * of two neighbours, so that a slip of the pen is told apart from a code of another file.
 */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA = 30;
const CHECK = 2;
const GROUP = 4;
const MODULUS = 1021n;

const numberOf = (characters: string): bigint =>
  [...characters].reduce((sum, c) => sum * 32n + BigInt(ALPHABET.indexOf(c)), 0n);

const checkOf = (data: string): string => {
  const check = Number(numberOf(data) % MODULUS);
  return `${ALPHABET[check >> 5]}${ALPHABET[check & 31]}`;
};

/** @param random bytes to draw from, for tests; each gives one character */
export const newRecoveryCode = (random: Uint8Array = randomBytes(DATA)): string => {
  // 256 is a multiple of 32: the low five bits of a random byte are uniform.
  const data = [...random.subarray(0, DATA)].map((byte) => ALPHABET[byte & 31]).join('');
  return grouped(data + checkOf(data));
};

const grouped = (code: string): string => code.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? code;

/**
 * Reads what somebody typed: case, spaces and dashes do not matter, O is 0, I and L are 1.
 * @returns the 32 characters, or null when it cannot be a recovery code (length, character, check)
 */
export const readRecoveryCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.,_/]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length !== DATA + CHECK || [...code].some((c) => !ALPHABET.includes(c))) return null;
  return checkOf(code.slice(0, DATA)) === code.slice(DATA) ? code : null;
};
