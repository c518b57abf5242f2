/** A person on a sheet that hangs on a wall: the name in use is enough, or less than that. Pure. */

const BORN = /\sné(?:e|\(e\))?\s(?:[^\s\p{Ll}]+(?:\s|$))+/u;

/** « DUPONT née MARTIN Marie » → « DUPONT Marie », as on the cards of the day. */
export const shortName = (displayName: string): string => displayName.replace(BORN, ' ').trim();

const initial = (word: string): string => `${[...word][0] ?? ''}.`;

/**
 * « D. M. »: enough for who knows the day, nothing for who passes by.
 * @param displayName as `contract/display.ts` writes it: the family name in capitals, then the given name
 */
export const personInitials = (displayName: string): string => {
  const words = shortName(displayName)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const given = words.slice(1).find((word) => /\p{Ll}/u.test(word) || word.length === 1);
  return [words[0], given]
    .flatMap((word) => (word === undefined ? [] : [initial(word)]))
    .join('\u00a0')
    .toLocaleUpperCase('fr-FR');
};
