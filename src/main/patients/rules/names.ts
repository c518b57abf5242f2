/** Names as they are compared and searched. What was typed is kept as typed; these keys are derived from it. */

/** Marks that NFD does not take apart. */
const LIGATURES: readonly (readonly [RegExp, string])[] = [
  [/[œŒ]/g, 'OE'],
  [/[æÆ]/g, 'AE'],
  [/[ßẞ]/g, 'SS'],
  [/[øØ]/g, 'O'],
  [/[łŁ]/g, 'L'],
  [/[đĐ]/g, 'D'],
  // A Turkish dotless i would otherwise stay a letter of its own.
  [/ı/g, 'I'],
];

/** Upper case in one fixed locale: `toUpperCase` of a PC set to Turkish must not change a key. */
const upper = (text: string): string => text.toLocaleUpperCase('fr-FR');

/**
 * The trait as an identity document compares it: no marks, upper case, one kind of apostrophe, of dash and of space.
 * « d’Œuvre–Bénoît » → `D'OEUVRE-BENOIT`.
 */
export const foldName = (text: string): string => {
  let folded = text.normalize('NFD').replace(/\p{M}/gu, '');
  for (const [mark, letters] of LIGATURES) folded = folded.replace(mark, letters);
  return upper(folded)
    .replace(/[’‘ʼʹ´`′＇]/gu, "'")
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
};

/** The words of a name, cut at spaces, dashes and apostrophes: `D'OEUVRE-BENOIT` → D, OEUVRE, BENOIT. */
export const nameParts = (text: string): string[] => foldName(text).match(/\p{L}+/gu) ?? [];

/** Letters alone: two spellings of one name have the same key. */
export const nameKey = (text: string): string => nameParts(text).join('');

/** Words that belong to a name but that nobody counts on when looking for it. */
export const PARTICLES: ReadonlySet<string> = new Set([
  'D',
  'DE',
  'DU',
  'DES',
  'L',
  'LA',
  'LE',
  'LES',
  'DA',
  'DAS',
  'DO',
  'DOS',
  'DI',
  'DEL',
  'DELLA',
  'VAN',
  'VON',
  'DER',
  'DEN',
  'EL',
  'AL',
  'BEN',
  'BOU',
  'O',
  'MC',
  'MAC',
]);

const ABBREVIATIONS: Readonly<Record<string, string>> = { SAINT: 'ST', SAINTE: 'STE' };

/**
 * The words under which a name is found, each by its beginning: every part, and every part run together with what
 * follows. « de La Barre » → DE, LA, BARRE, DELABARRE, LABARRE, so that « barre », « labarre » and « de la barre » all
 * answer.
 */
export const nameTerms = (text: string | null): string[] => {
  const parts = nameParts(text ?? '');
  const terms = new Set<string>();
  parts.forEach((part, i) => {
    terms.add(part);
    terms.add(parts.slice(i).join(''));
    const short = ABBREVIATIONS[part];
    if (short) terms.add(short);
  });
  return [...terms];
};

export interface Names {
  readonly birthName: string;
  readonly usedName: string | null;
  readonly givenNames: string;
  readonly usedGivenName: string | null;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values.filter((v) => v !== ''))];

/** Keys are asked for again and again while people are compared: worked out once for each record in hand. */
const once = (keys: (n: Names) => readonly string[]): ((n: Names) => readonly string[]) => {
  const known = new WeakMap<Names, readonly string[]>();
  return (n) => {
    const found = known.get(n) ?? keys(n);
    known.set(n, found);
    return found;
  };
};

/** Under each of these somebody may give her family name. */
export const familyKeys = once((n) => distinct([nameKey(n.birthName), nameKey(n.usedName ?? '')]));

/**
 * Under each of these somebody may give her first name: the one used, all together (« Jean Pierre » is « Jean-Pierre »),
 * and the first alone.
 */
export const givenKeys = once((n) => {
  const [first = ''] = n.givenNames.trim().split(/\s+/u);
  return distinct([nameKey(n.usedGivenName ?? ''), nameKey(n.givenNames), nameKey(first)]);
});

/** Two live records that share one of these are homonyms: « Dupont Marie » on the phone could be either. */
export const wholeNameKeys = (n: Names): string[] => {
  const given = givenKeys(n);
  return familyKeys(n).flatMap((family) =>
    given.length === 0 ? [family] : given.map((g) => `${family} ${g}`),
  );
};

/** Alphabetical order of lists: as the person is called, then by the family name of birth. */
export const sortKey = (n: Names): string => {
  const family = foldName(n.usedName ?? '') || foldName(n.birthName);
  return `${family}, ${foldName(n.usedGivenName ?? '') || foldName(n.givenNames)}`;
};
