/**
 * A text as it is compared: small letters without accents, one kind of apostrophe, dash and space, acronyms without
 * their dots. Each character remembers where it stood. Pure.
 */

export interface Plain {
  readonly text: string;
  /** UTF-16 index in the original of each character of `text`, and one more for its end. */
  readonly origin: readonly number[];
}

const MARKS = /\p{M}/gu;
/** Soft hyphens, zero-width spaces and the like: nobody sees them, so they hide nothing. */
const UNSEEN = /^\p{Cf}$/u;
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^[\s\u00a0\u202f]$/u, ' '],
  [/^[’‘ʼ`´]$/u, "'"],
  [/^\p{Pd}$/u, '-'],
  [/^æ$/u, 'ae'],
  [/^œ$/u, 'oe'],
];

const plainOf = (character: string): string => {
  if (UNSEEN.test(character)) return '';
  // Only then compatibility forms: NFKD turns some apostrophes into spaces with marks.
  const same = SAME.find(([pattern]) => pattern.test(character.toLowerCase()))?.[1];
  return same ?? character.normalize('NFKD').replaceAll(MARKS, '').toLowerCase();
};

export const plain = (original: string): Plain => {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of original) {
    for (const one of plainOf(character)) {
      // One space is as good as several; a line break stays, for it may end a sentence.
      if (character === '\n') {
        text += '\n';
        origin.push(at);
      } else if (!(one === ' ' && text.endsWith(' '))) {
        text += one;
        origin.push(at);
      }
    }
    at += character.length;
  }
  return { text, origin: [...origin, at] };
};

/** Where a stretch of the plain text stood in the original. */
export const stretchOf = (
  { origin }: Plain,
  from: number,
  length: number,
): { readonly at: number; readonly length: number } => {
  const at = origin[from] ?? 0;
  return { at, length: (origin[from + length] ?? at) - at };
};

/** A full stop after one of these ends no sentence: initials and acronyms among them. */
const ABBREVIATIONS = /(?:^|[^\p{L}])(?:\p{L}|mm|dr|drs|pr|me|cf|ex|tel|av|bd|st|ste|art|etc)$/u;

/**
 * Where each sentence begins and ends. A list goes on with the line that announces it: « Ne sont pas reçus : » and what
 * follows are one sentence.
 */
export const sentencesOf = (text: string): { readonly from: number; readonly to: number }[] => {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  const end = (to: number): void => {
    if (text.slice(from, to).trim() !== '') sentences.push({ from, to });
    from = to;
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    const before = text.slice(from, index);
    const after = text.slice(index + 1);
    if (character === '\n') {
      const isList = /:\s*$/u.test(before) || /^\s*[-•*·]/u.test(after);
      if (!isList) end(index + 1);
    } else if (character === ';' || character === '!' || character === '?' || character === '…')
      end(index + 1);
    else if (character === '.' && /^(?:\s|$|["»)])/u.test(after) && !ABBREVIATIONS.test(before))
      end(index + 1);
  }
  end(text.length);
  return sentences;
};
