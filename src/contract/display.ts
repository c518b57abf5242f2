/** How a person is written on a card and on a line, the same on both sides. Pure. */
import type { Sex } from './patients.ts';

export interface PersonNames {
  readonly birthName: string;
  readonly usedName: string | null;
  readonly givenNames: string;
  readonly usedGivenName: string | null;
  readonly sex: Sex;
}

const bornAs: Readonly<Record<Sex, string>> = { female: 'née', male: 'né', unknown: 'né(e)' };

const upper = (name: string): string => name.toLocaleUpperCase('fr-FR');

/** « DUPONT Marie », « DUPONT née MARTIN Marie » when the used name is another one, « DUPONT » for a single name. */
export const displayName = (p: PersonNames): string => {
  const birth = upper(p.birthName.trim());
  const used = upper(p.usedName?.trim() ?? '');
  const family = used !== '' && used !== birth ? `${used} ${bornAs[p.sex]} ${birth}` : birth;
  const given = (p.usedGivenName?.trim() || p.givenNames.trim()).replace(/\s+/gu, ' ');
  return given === '' ? family : `${family} ${given}`;
};

/** Country codes whose numbers are dialled as ten digits from anywhere in the Republic. */
const NATIONAL = /^\+(?:33|262|508|590|594|596)(\d{9}|\d{6})$/;

/** Country codes by their length, as the ITU gives them. */
const ABROAD = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

const NO_BREAK = '\u00a0';

const pairs = (digits: string): string => digits.replace(/\B(?=(?:\d{2})+$)/g, ' ');

/**
 * `+33639984512` → « 06 39 98 45 12 », `+262692…` → « 06 92 … », `+508411234` → « 05 08 41 12 34 »; abroad with its `+`.
 * The spaces are no-break: a number is never cut at the end of a line.
 */
export const phonePairs = (e164: string): string => {
  const rest = NATIONAL.exec(e164)?.[1];
  // Saint-Pierre-et-Miquelon: six digits after +508, ten with 05 08 when dialled.
  if (rest) return pairs(rest.length === 6 ? `0508${rest}` : `0${rest}`).replaceAll(' ', NO_BREAK);
  const [, country = '', number = ''] = ABROAD.exec(e164) ?? [];
  return `+${country} ${pairs(number)}`.replaceAll(' ', NO_BREAK);
};

/** The last four digits tell homonyms apart without showing the number. */
export const lastFour = (e164: string): string => e164.slice(-4).replace(/^(\d\d)/, `$1${NO_BREAK}`);
