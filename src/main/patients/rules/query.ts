/**
 * What the receptionist typed in the one search box, as it may be read. Pure; the words of docs/spec/patient-search.md.
 *
 * A text has one or more readings, the most literal first. A reading asks that each of its criteria holds.
 */
import { foldName, PARTICLES } from './names.ts';
import { FEWEST_DIGITS } from './phone.ts';

/**
 * `name`: the beginning of any name. `birth`: the beginning of a birth date, `DDMMYYYY`. `year`: a year of birth. `phone`:
 * consecutive digits anywhere in a phone number.
 */
export interface Criterion {
  readonly kind: 'name' | 'birth' | 'year' | 'phone';
  readonly text: string;
}

export type Reading = readonly Criterion[];

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string };

const tokens = (text: string): Token[] => {
  const folded = foldName(text.normalize('NFKC'));
  // A dash or an apostrophe between letters parts two words; a dash, dot or slash between digits belongs to the number.
  return [...folded.matchAll(/(\p{L}+)|([+(]*\d[\d()./-]*)/gu)].map((m) =>
    m[1] ? { kind: 'word', text: m[1] } : { kind: 'number', text: m[2] ?? '' },
  );
};

const two = (n: string): string => n.padStart(2, '0');
const isDay = (d: string): boolean => Number(d) >= 1 && Number(d) <= 31;
const isMonth = (m: string): boolean => Number(m) >= 1 && Number(m) <= 12;

/** A two-digit year may be of either century here: both people may be patients, and the list shows which is which. */
const years = (y: string): string[] => (y.length === 2 ? [`19${y}`, `20${y}`, y] : [y]);

/** One digit of a month may still become 10, 11 or 12. */
const months = (m: string): string[] => (m.length === 2 ? [m] : [`0${m}`, ...(m === '1' ? ['1'] : [])]);

const datePrefixes = (d: string, m: string, y: string): string[] => {
  if (d.length > 2 || !isDay(d)) return [];
  if (m === '') return [two(d)];
  if (m === '0') return [`${two(d)}0`];
  if (m.length > 2 || !isMonth(m)) return [];
  if (y === '') return months(m).map((month) => `${two(d)}${month}`);
  return y.length > 4 ? [] : years(y).map((year) => `${two(d)}${two(m)}${year}`);
};

/** `12/03/1952`, `12.3.52`, `12-03-`, `1952-03-12`: pieces in French order, or ISO's. */
const dateOfPieces = (pieces: readonly string[]): string[] => {
  const [a = '', b = '', c = '', ...more] = pieces;
  if (more.length > 0 || pieces.length < 2) return [];
  if (a.length === 4) return b !== '' && c !== '' ? datePrefixes(c, b, a) : [];
  return datePrefixes(a, b, c);
};

/** `120352`, `12031952`, and their beginnings. */
const dateOfDigits = (digits: string): string[] => {
  if (digits.length < 2 || digits.length > 8) return [];
  const [d, m, y] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  if (!isDay(d)) return [];
  if (m.length === 2 && !isMonth(m)) return [];
  if (m.length === 1 && m !== '0' && m !== '1') return [];
  return y.length === 2 ? years(y).map((year) => `${d}${m}${year}`) : [digits];
};

const isYear = (digits: string): boolean => /^(?:18|19|20)\d\d$/.test(digits);

/** French overseas codes: their numbers are stored with the ten digits that are dialled. */
const NATIONAL_CODE = /^(?:33|262|590|594|596)0?(?=\d{2})/;

const phoneDigits = (text: string): string[] => {
  const compact = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const digits = compact.replaceAll('+', '');
  const abroad = compact.startsWith('+') ? digits : /^00\d/.test(digits) ? digits.slice(2) : null;
  const readings =
    abroad === null
      ? [digits]
      : [
          ...(compact.startsWith('+') ? [] : [digits]),
          ...(/^508/.test(abroad) ? [`0${abroad}`] : []),
          NATIONAL_CODE.test(abroad) ? abroad.replace(NATIONAL_CODE, '0') : abroad,
        ];
  return readings.filter((d) => d.length >= FEWEST_DIGITS);
};

/**
 * One run of digits, perhaps in several pieces, as each thing that it may be: a year or a whole date first, then digits of a
 * phone, then a date that is still being typed.
 */
const oneNumber = (texts: readonly string[]): Criterion[] => {
  const joined = texts.join(' ');
  const digits = joined.replace(/\D/g, '');
  const pieces = joined
    .split(/[ ./-]/)
    .map((p) => p.replace(/\D/g, ''))
    .filter((p, i, all) => p !== '' || i === all.length - 1);
  // A slash is never part of a phone number, nor a plus part of a date.
  const phones = joined.includes('/') ? [] : phoneDigits(joined);
  const births = joined.includes('+') ? [] : pieces.length > 1 ? dateOfPieces(pieces) : dateOfDigits(digits);
  const as = (kind: Criterion['kind'], list: readonly string[]) => list.map((text) => ({ kind, text }));
  return [
    ...as('year', pieces.length === 1 && isYear(digits) ? [digits] : []),
    ...as(
      'birth',
      births.filter((birth) => birth.length === 8),
    ),
    ...as('phone', phones),
    ...as(
      'birth',
      births.filter((birth) => birth.length < 8),
    ),
  ];
};

/** Says something by itself: a whole date or a year. */
const standsAlone = (text: string): boolean => isYear(text) || /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/.test(text);

/** How consecutive numbers may belong together: all one; or a date or year at either end, and the rest. */
const groupings = (run: readonly string[]): string[][][] => {
  const [first = '', last = ''] = [run[0], run.at(-1)];
  const ways: string[][][] = [[[...run]]];
  if (run.length > 1 && standsAlone(first)) ways.push([[first], run.slice(1)]);
  if (run.length > 1 && standsAlone(last)) ways.push([run.slice(0, -1), [last]]);
  return ways;
};

const product = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);

/** A group that can be nothing yet (one digit) asks for nothing. */
const groupReadings = (groups: readonly (readonly string[])[]): Criterion[][] =>
  product(groups.map(oneNumber).filter((ways) => ways.length > 0));

const numberReadings = (runs: readonly (readonly string[])[]): Criterion[][] =>
  product(runs.map((run) => groupings(run).flatMap(groupReadings))).map((parts) => parts.flat());

/**
 * Every typed word; then particles run into the name that they introduce, all or the last only (« Delatour », « Latour »), or
 * left out (« Tour »); then neighbours run together, « jean pierre » for somebody written down as « Jeanpierre ».
 */
const nameReadings = (words: readonly string[]): string[][] => {
  const [all, last, none]: [string[], string[], string[]] = [[], [], []];
  let particles: string[] = [];
  words.forEach((word, i) => {
    // The last word may be the beginning of something else: it is kept as it is.
    if (PARTICLES.has(word) && i < words.length - 1) {
      particles.push(word);
      return;
    }
    all.push(particles.join('') + word);
    last.push((particles.at(-1) ?? '') + word);
    none.push(word);
    particles = [];
  });
  const neighbours = words
    .slice(1)
    .map((word, i) => [...words.slice(0, i), `${words[i] ?? ''}${word}`, ...words.slice(i + 2)]);
  return [[...words], all, last, none, ...neighbours];
};

const MOST_WORDS = 8;

/** An empty list when nothing typed can be looked for yet. */
export const parseSearch = (text: string): Reading[] => {
  const words: string[] = [];
  const runs: string[][] = [];
  let previous: Token['kind'] | null = null;
  for (const token of tokens(text)) {
    if (token.kind === 'word') words.push(token.text);
    else if (previous === 'number') runs.at(-1)?.push(token.text);
    else runs.push([token.text]);
    previous = token.kind;
  }
  const names = nameReadings(words.slice(0, MOST_WORDS));
  const numbers = numberReadings(runs.slice(0, 3));
  const seen = new Set<string>();
  return names
    .flatMap((reading) =>
      numbers.map((ns): Reading => [...reading.map((text): Criterion => ({ kind: 'name', text })), ...ns]),
    )
    .filter((reading) => {
      const key = JSON.stringify(reading);
      if (reading.length === 0 || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
};
