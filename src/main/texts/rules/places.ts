/** Marked places of a text, written `{praticien}`, and how they are filled: completely, or not at all. Pure. */

/** A place that a text names and nobody fills, or that it should name and does not: never an empty hole on paper. */
export class PlaceError extends Error {
  readonly place: string;
  constructor(why: string, place: string) {
    super(`${why}: {${place}}`);
    this.name = 'PlaceError';
    this.place = place;
  }
}

export interface FoundPlace {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

const PLACE = /\{([^{}]*)\}/gu;

/** Every place that the text names, in order. */
export const placesIn = (text: string): FoundPlace[] =>
  [...text.matchAll(PLACE)].map((match) => ({
    name: match[1] ?? '',
    at: match.index,
    length: match[0].length,
  }));

/** Braces that belong to no place. */
export const looseBraces = (text: string): { readonly at: number; readonly brace: string }[] => {
  const rest = text.replaceAll(PLACE, (place) => ' '.repeat(place.length));
  return [...rest.matchAll(/[{}]/gu)].map((match) => ({ at: match.index, brace: match[0] }));
};

/**
 * @param values more than the text names may be given
 * @throws PlaceError when the text names a place without a value, or with an empty one
 */
export const fill = (text: string, values: Readonly<Record<string, string>>): string => {
  const [loose] = looseBraces(text);
  if (loose) throw new PlaceError('a brace alone', loose.brace);
  return text.replaceAll(PLACE, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
    if (value === undefined) throw new PlaceError('no value', name);
    if (value === '') throw new PlaceError('an empty value', name);
    return value;
  });
};
