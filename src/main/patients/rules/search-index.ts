/**
 * Everybody, arranged for the one search box. A plain value in memory, built from records and kept up to date one person at
 * a time; what is asked of it and in which order it answers is docs/spec/patient-search.md's.
 *
 * People stand in lists, each in the order of the answer: by the first letters of each word of their names, by day and year
 * of birth, by every three digits in a row of their phones. A search walks only the shortest of the lists that its criteria
 * name, and stops as soon as nobody further on could come before those it has.
 */
import type { BirthDate } from '../../../contract/patients.ts';
import { type Names, nameTerms, sortKey } from './names.ts';
import { FEWEST_DIGITS, searchDigits } from './phone.ts';
import type { Criterion, Reading } from './query.ts';
import { toTheEnd } from './slices.ts';

export interface SearchRecord extends Names {
  readonly birth: BirthDate;
  /** E.164. */
  readonly phones: readonly string[];
}

export interface Findable<Id extends number = number> {
  readonly id: Id;
  /** The live record first, then those that were merged into it: it answers under all of their names. */
  readonly records: readonly [SearchRecord, ...SearchRecord[]];
}

interface Entry<Id extends number> {
  readonly id: Id;
  /** Name, then birth date: the order of lists. */
  readonly order: string;
  // Words between spaces, so that the beginning of a word is « space, letters ».
  readonly family: string;
  readonly given: string;
  /** `DDMMYYYY`: a date is typed day first, so its beginning is found while it is being typed. */
  readonly births: string;
  readonly years: string;
  readonly phones: string;
}

/** `whole`: by whole words of names, which tells at once whether a word is anybody's whole name. */
type ListKind = Criterion['kind'] | 'whole';

type Lists<Id extends number> = Map<string, Entry<Id>[]>;

export interface SearchIndex<Id extends number> {
  readonly entries: Map<Id, Entry<Id>>;
  readonly lists: Readonly<Record<ListKind, Lists<Id>>>;
}

/** How many first letters of a word there are lists for. */
const MOST_LETTERS = 3;

/** Every few digits in a row. */
const runsOf = (digits: string): string[] =>
  Array.from({ length: Math.max(0, digits.length - FEWEST_DIGITS + 1) }, (_, i) =>
    digits.slice(i, i + FEWEST_DIGITS),
  );

/** The lists on each of which somebody stands who satisfies a criterion. */
const listsFor = ({ kind, text }: Criterion): string[] => {
  switch (kind) {
    case 'name':
      return [text.slice(0, MOST_LETTERS)];
    case 'birth':
      return [text.slice(0, text.length < 4 ? 2 : 4)];
    case 'year':
      return [text];
    case 'phone':
      return runsOf(text);
  }
};

const split = (words: string): string[] => (words === '' ? [] : words.trim().split(' '));

/** The lists that somebody stands on; one may come twice. */
const eachList = (entry: Entry<number>, visit: (kind: ListKind, key: string) => void): void => {
  for (const names of [entry.family, entry.given])
    for (const word of split(names)) {
      visit('whole', word);
      for (let letters = 1; letters <= MOST_LETTERS && letters <= word.length; letters++)
        visit('name', word.slice(0, letters));
    }
  for (const birth of split(entry.births)) {
    visit('birth', birth.slice(0, 2));
    visit('birth', birth.slice(0, 4));
  }
  for (const year of split(entry.years)) visit('year', year);
  for (const phone of split(entry.phones)) for (const run of runsOf(phone)) visit('phone', run);
};

const ddmmyyyy = (day: string): string => `${day.slice(8)}${day.slice(5, 7)}${day.slice(0, 4)}`;

const words = (all: readonly string[]): string =>
  all.length === 0 ? '' : ` ${[...new Set(all)].join(' ')} `;

/** How a name is taken apart: remembered while everybody is arranged, since names repeat. */
type TermsOf = (name: string | null) => readonly string[];

const remembering = (): TermsOf => {
  const known = new Map<string | null, readonly string[]>();
  return (name) => {
    const terms = known.get(name) ?? nameTerms(name);
    known.set(name, terms);
    return terms;
  };
};

const entryOf = <Id extends number>({ id, records }: Findable<Id>, termsOf: TermsOf): Entry<Id> => {
  const [live] = records;
  return {
    id,
    order: `${sortKey(live)}\n${live.birth.value ?? '~'}`,
    family: words(records.flatMap((r) => [...termsOf(r.birthName), ...termsOf(r.usedName)])),
    given: words(records.flatMap((r) => [...termsOf(r.givenNames), ...termsOf(r.usedGivenName)])),
    births: words(records.flatMap((r) => (r.birth.precision === 'day' ? [ddmmyyyy(r.birth.value)] : []))),
    years: words(records.flatMap((r) => (r.birth.value === null ? [] : [r.birth.value.slice(0, 4)]))),
    phones: words(records.flatMap((r) => r.phones).map(searchDigits)),
  };
};

const compare = (a: Entry<number>, b: Entry<number>): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id - b.id;

/** Where an entry stands in a list, or would. */
const place = (list: readonly Entry<number>[], entry: Entry<number>): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there && compare(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** People arranged between two breaths of whoever drives the work. */
const SLICE = 500;

/** Arranges everybody, page by page and a slice at a time: an afternoon's desk has other things to answer meanwhile. */
export function* arranging<Id extends number>(
  pages: Iterable<readonly Findable<Id>[]>,
): Generator<void, SearchIndex<Id>> {
  const index: SearchIndex<Id> = {
    entries: new Map(),
    lists: { name: new Map(), whole: new Map(), birth: new Map(), year: new Map(), phone: new Map() },
  };
  const termsOf = remembering();
  const entries: Entry<Id>[] = [];
  for (const page of pages) {
    for (const person of page) entries.push(entryOf(person, termsOf));
    yield;
  }
  // In order once: every list is then in order as well.
  for (const entry of entries.sort(compare)) {
    index.entries.set(entry.id, entry);
    eachList(entry, (kind, key) => {
      const list = index.lists[kind].get(key);
      if (!list) index.lists[kind].set(key, [entry]);
      else if (list.at(-1) !== entry) list.push(entry);
    });
    if (index.entries.size % SLICE === 0) yield;
  }
  return index;
}

export const buildIndex = <Id extends number>(people: readonly Findable<Id>[]): SearchIndex<Id> =>
  toTheEnd(arranging([people]));

/** What the records of this person say by now; null for somebody who answers no more (merged, or never created). */
export const setInIndex = <Id extends number>(
  { entries, lists }: SearchIndex<Id>,
  id: Id,
  now: Findable<Id> | null,
): void => {
  const before = entries.get(id);
  if (before)
    eachList(before, (kind, key) => {
      const list = lists[kind].get(key) ?? [];
      const at = place(list, before);
      if (list[at] === before) list.splice(at, 1);
    });
  entries.delete(id);
  if (!now) return;
  const entry = entryOf(now, nameTerms);
  entries.set(id, entry);
  eachList(entry, (kind, key) => {
    const list = lists[kind].get(key) ?? [];
    lists[kind].set(key, list);
    const at = place(list, entry);
    if (list[at] !== entry) list.splice(at, 0, entry);
  });
};

/** What a criterion looks for, made once for everybody. */
interface Needle {
  readonly kind: Criterion['kind'];
  /** At the beginning of a word; for a phone, anywhere. */
  readonly start: string;
  /** The same as a whole word; for a phone its end, « les quatre derniers ». Null when none is better than another. */
  readonly whole: string | null;
}

const needleOf = ({ lists }: SearchIndex<number>, { kind, text }: Criterion): Needle => {
  // What starts with 0 is the beginning of a number, and many numbers begin alike.
  if (kind === 'phone') return { kind, start: text, whole: text.startsWith('0') ? null : `${text} ` };
  // An initial is nobody's whole name, and neither is a word that nobody bears.
  const bearable = kind !== 'name' || (text.length > 1 && (lists.whole.get(text)?.length ?? 0) > 0);
  return { kind, start: ` ${text}`, whole: bearable ? ` ${text} ` : null };
};

const NO_FIT = 0;
const BEGINNING = 1;
const FAMILY_BEGINNING = 2;
const WHOLE = 3;
const WHOLE_FAMILY = 4;

/** Not at all, as the beginning of something, or whole; by the family name or otherwise. */
const fitOf = (entry: Entry<number>, { kind, start, whole }: Needle): number => {
  if (kind === 'name') {
    const inFamily = entry.family.includes(start);
    if (!inFamily && !entry.given.includes(start)) return NO_FIT;
    if (whole !== null && inFamily && entry.family.includes(whole)) return WHOLE_FAMILY;
    if (whole !== null && entry.given.includes(whole)) return WHOLE;
    return inFamily ? FAMILY_BEGINNING : BEGINNING;
  }
  const text = kind === 'birth' ? entry.births : kind === 'year' ? entry.years : entry.phones;
  if (!text.includes(start)) return NO_FIT;
  return whole !== null && text.includes(whole) ? WHOLE : BEGINNING;
};

/** More whole words first; then whether a family name is among what fits. -1 when a criterion does not hold. */
const rank = (entry: Entry<number>, needles: readonly Needle[]): number => {
  let whole = 0;
  let family = 0;
  for (const needle of needles) {
    const how = fitOf(entry, needle);
    if (how === NO_FIT) return -1;
    if (how >= WHOLE) whole++;
    if (how === WHOLE_FAMILY || how === FAMILY_BEGINNING) family = 1;
  }
  return 2 * whole + family;
};

const NOBODY: readonly never[] = [];

/** Nobody outside this list can satisfy the reading. */
const shortestList = <Id extends number>(
  { lists }: SearchIndex<Id>,
  reading: Reading,
): readonly Entry<Id>[] => {
  const all = reading.flatMap((criterion): (readonly Entry<Id>[])[] =>
    listsFor(criterion).map((key) => lists[criterion.kind].get(key) ?? NOBODY),
  );
  return all.reduce((a, b) => (b.length < a.length ? b : a), all[0] ?? NOBODY);
};

/** Best first, at most `wanted`. */
const answers = <Id extends number>(index: SearchIndex<Id>, reading: Reading, wanted: number): Id[] => {
  const needles = reading.map((criterion) => needleOf(index, criterion));
  const best =
    2 * needles.filter((n) => n.whole !== null).length + (needles.some((n) => n.kind === 'name') ? 1 : 0);
  const byRank: Id[][] = Array.from({ length: best + 1 }, () => []);
  for (const entry of shortestList(index, reading)) {
    const at = rank(entry, needles);
    const ranked = byRank[at];
    // The list is in order: whoever comes after the first `wanted` of a rank cannot be among them.
    if (!ranked || ranked.length === wanted) continue;
    ranked.push(entry.id);
    if (at === best && ranked.length === wanted) break;
  }
  return byRank.reverse().flat().slice(0, wanted);
};

/** At most `wanted` people, those of the most literal reading first; always in the same order. */
export const searchIndex = <Id extends number>(
  index: SearchIndex<Id>,
  readings: readonly Reading[],
  wanted: number,
): Id[] => {
  const found = new Set<Id>();
  for (const reading of readings)
    for (const id of answers(index, reading, wanted)) {
      found.add(id);
      if (found.size === wanted) return [...found];
    }
  return [...found];
};
