/** Finding by the beginnings of words, as in the search for people: accents, case, hyphens and apostrophes never matter. */

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('fr-FR')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Each typed word, in any order, begins a word of the text. Nothing typed: yes. */
export const beginWords = (text: string, typed: string): boolean => {
  const words = wordsOf(text);
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
};
