/**
 * « DUPONT née MARTIN Marie » → « DUPONT Marie »: on a card of the day the name in use is enough, and the room is short.
 * The panel and the lists show the whole.
 */
export const shortName = (displayName: string): string =>
  displayName.replace(/\sné(?:e|\(e\))?\s(?:[^\s\p{Ll}]+(?:\s|$))+/u, ' ').trim();
