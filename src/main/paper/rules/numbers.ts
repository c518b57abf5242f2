/** A telephone number as a French paper writes it: in pairs, never cut at the end of a line. Pure. */
import { phonePairs } from '../../../contract/display.ts';

const NO_BREAK = '\u00a0';

/** @param number as the house typed it, or in the international form of the file */
export const numberText = (number: string): string => {
  if (/^\+\d{6,}$/u.test(number)) return phonePairs(number);
  const digits = number.replaceAll(/[\s.\u00a0]/gu, '');
  if (/^\d{10}$/u.test(digits)) return digits.replaceAll(/(\d\d)(?=\d)/gu, `$1${NO_BREAK}`);
  if (/^\d{6}$/u.test(digits)) return digits.replace(/(\d{3})/u, `$1${NO_BREAK}`);
  return number.trim().replaceAll(/\s+/gu, NO_BREAK);
};
