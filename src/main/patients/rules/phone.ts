/**
 * French telephone numbers by their shape alone. No list of carriers: a number plan changes every year, and a number that
 * somebody gives is worth keeping.
 */
import type { PhoneKind } from '../../../contract/patients.ts';

/** Separators that people write inside a number; `(0)` as in « +33 (0)6 » is not dialled. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s./()\p{Pd}·•_,]/gu, '');

/** Digits of a number with its `+`, or null when it holds anything else. `00` is the French for `+`. */
export const dialled = (text: string): string | null => {
  const compact = bare(text).replace(/^00/, '+');
  return /^\+?\d+$/.test(compact) ? compact : null;
};

/**
 * International codes of the numbers that France dials with ten digits: overseas numbers do not start with +33.
 * 0639 98 is reserved for fiction in metropolitan France, in the middle of Mayotte's 0639.
 */
const COUNTRY: readonly (readonly [RegExp, string])[] = [
  [/^063998/, '+33'],
  [/^0(?:262|263|269|639|69[23])/, '+262'],
  [/^0(?:590|69[01])/, '+590'],
  [/^0(?:594|694)/, '+594'],
  [/^0(?:596|69[67])/, '+596'],
];

/** `0639984512` → `+33639984512`, `0692123456` → `+262692123456`; null when it is not ten digits starting 01 to 09. */
export const nationalToE164 = (digits: string): string | null => {
  if (!/^0[1-9]\d{8}$/.test(digits)) return null;
  if (digits.startsWith('0508')) return `+508${digits.slice(4)}`;
  return `${COUNTRY.find(([shape]) => shape.test(digits))?.[1] ?? '+33'}${digits.slice(1)}`;
};

const FRENCH = /^\+(33|262|590|594|596)(\d+)$/;

/** The ten digits that people in France dial and read out; null for a number from abroad. */
export const e164ToNational = (e164: string): string | null => {
  const pm = /^\+508(\d{6})$/.exec(e164);
  if (pm?.[1]) return `0508${pm[1]}`;
  const rest = FRENCH.exec(e164)?.[2];
  return rest?.length === 9 ? `0${rest}` : null;
};

/**
 * Any French or overseas spelling to E.164; null when the shape is not one of ours.
 * `+33` in front of an overseas number is a common slip: the number itself says where it belongs.
 */
export const frenchToE164 = (text: string): string | null => {
  const number = dialled(text);
  if (number === null) return null;
  if (!number.startsWith('+')) return nationalToE164(number);
  const pm = /^\+508(?:0?508)?(\d{6})$/.exec(number);
  if (pm?.[1]) return `+508${pm[1]}`;
  const match = FRENCH.exec(number);
  const rest = match?.[2]?.replace(/^0(?=\d{9}$)/, '');
  return rest?.length === 9 ? nationalToE164(`0${rest}`) : null;
};

export const phoneKindOf = (e164: string): PhoneKind => {
  const national = e164ToNational(e164);
  if (!national) return 'other';
  if (/^0[67]/.test(national)) return 'mobile';
  return /^0[1-59]/.test(national) ? 'landline' : 'other';
};

/** What the search looks through: ten digits for a French number, every digit for another. */
export const searchDigits = (e164: string): string => e164ToNational(e164) ?? e164.slice(1);

/** Fewer digits say nothing about whose phone it is. */
export const FEWEST_DIGITS = 3;
