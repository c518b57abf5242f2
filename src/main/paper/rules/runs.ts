/**
 * Text cut into runs that the embedded fonts can draw. Inter comes in subsets, each a font of its own: a name in
 * Polish or Vietnamese needs two of them. Pure.
 */

export type Subset = 'latin' | 'latin-ext' | 'vietnamese';

export interface Run {
  readonly text: string;
  readonly subset: Subset;
  /** A narrow no-break space, which Inter does not have: a no-break space drawn smaller. */
  readonly narrow: boolean;
}

type Range = readonly [from: number, to: number];
const within = (ranges: readonly Range[], code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** What each file of @fontsource/inter can draw, checked against the files themselves by the tests. */
const LATIN: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x200b, 0x200b],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
];
const LATIN_EXT: readonly Range[] = [
  [0x100, 0x130],
  [0x132, 0x148],
  [0x14a, 0x151],
  [0x154, 0x1c3],
  [0x1c5, 0x233],
  // The two superscripts of « 1ᵉʳ ».
  [0x2b3, 0x2b3],
  [0x1d49, 0x1d49],
  [0x1e00, 0x1e9b],
  [0x1e9d, 0x1e9f],
  [0x1ef2, 0x1eff],
];
const VIETNAMESE: readonly Range[] = [[0x1ea0, 0x1ef1]];

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';
/** Drawn in place of what no embedded font has, so that its absence is seen. */
const UNKNOWN = '?';

/** Characters that have an exact twin in the fonts. */
const TWINS: Readonly<Record<string, string>> = {
  '\u2011': '-',
  '\u2010': '-',
  '\u2009': NARROW,
  '\u2007': NO_BREAK,
  '\t': ' ',
};
/** Nothing to draw: soft hyphens, joiners, direction marks, variation selectors. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

/** A word that no line can hold is cut, rather than drawn over the edge of the page. */
const ENDLESS = /\S{48}/gu;
const MAY_BREAK = '\u200b';

const subsetOf = (character: string): Subset | null => {
  const code = character.codePointAt(0) ?? 0;
  if (within(LATIN, code)) return 'latin';
  if (within(VIETNAMESE, code)) return 'vietnamese';
  return within(LATIN_EXT, code) ? 'latin-ext' : null;
};

/** Letters that no subset has lose their marks before they become « ? ». */
const drawable = (character: string): { text: string; subset: Subset } => {
  const own = subsetOf(character);
  if (own) return { text: character, subset: own };
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const subset = bare.length === 1 ? subsetOf(bare) : null;
  return subset ? { text: bare, subset } : { text: UNKNOWN, subset: 'latin' };
};

export const runsOf = (text: string): Run[] => {
  const runs: Run[] = [];
  const add = (run: Run): void => {
    const last = runs.at(-1);
    if (last && last.subset === run.subset && last.narrow === run.narrow)
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  };
  for (const raw of text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(ENDLESS, `$&${MAY_BREAK}`)) {
    const character = TWINS[raw] ?? raw;
    if (character === '\n') add({ text: '\n', subset: 'latin', narrow: false });
    else if (character === NARROW) add({ text: NO_BREAK, subset: 'latin', narrow: true });
    else add({ ...drawable(character), narrow: false });
  }
  return runs;
};
