/**
 * The directory arranged for its search box: the same way as patients are (docs/spec/patient-search.md). Entries stand in
 * lists by the first letters of each of their words, each list in the order of the answer; a search walks the shortest
 * list that it names, and stops once nobody further on could come before those it has. Pure.
 */
import type { DirectoryEntry, DirectoryWishes } from '../../../contract/directory.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import { foldName, nameKey, nameParts, nameTerms, searchDigits } from '../../patients/rules.ts';
import { aboutWords } from './words.ts';

interface Arranged {
  readonly id: DirectoryEntryId;
  readonly order: string;
  /** Words between spaces: the beginning of one is « space, letters ». */
  readonly names: string;
  readonly about: string;
  /** Postal codes and the RPPS number, by their beginning; phones, by any digits in a row. */
  readonly codes: string;
  readonly phones: string;
  /** A profession, or what kind of structure. */
  readonly what: string;
  readonly person: boolean;
  readonly competences: readonly string[];
  readonly communes: readonly string[];
  readonly newcomers: DirectoryEntry['takesNewcomers'];
  readonly unscheduled: boolean;
  readonly away: boolean;
}

export interface DirectoryIndex {
  readonly entries: Map<DirectoryEntryId, Arranged>;
  /** In order: walked when nothing typed names a list. */
  readonly all: Arranged[];
  readonly words: Map<string, Arranged[]>;
  readonly communes: Map<string, Arranged[]>;
  readonly whats: Map<string, Arranged[]>;
  /** Whole words of names, to know at once that a beginning is nobody's. A name that went away may stay. */
  readonly wholes: Set<string>;
}

const MOST_LETTERS = 3;
const FEWEST_PHONE_DIGITS = 3;

const between = (words: readonly string[]): string => (words.length === 0 ? '' : ` ${words.join(' ')} `);

const arrangedOf = (entry: DirectoryEntry): Arranged => {
  const { places } = entry;
  const names = [...nameTerms(entry.name), ...nameTerms(entry.givenName)];
  return {
    id: entry.id,
    order: `${foldName(entry.name)}, ${foldName(entry.givenName)}`,
    names: between([...new Set(names)]),
    about: between(aboutWords(entry)),
    codes: between(
      [...places.map((place) => place.postalCode ?? ''), entry.rpps ?? ''].filter((code) => code !== ''),
    ),
    phones: between(
      [entry.publicPhone, entry.professionalPhone, ...places.map((place) => place.phone)]
        .filter((phone) => phone !== null)
        .map(searchDigits),
    ),
    what: entry.profession ?? entry.kind,
    person: entry.kind === 'person',
    competences: entry.competences.map(nameKey),
    communes: places.flatMap((place) => (place.commune === null ? [] : [nameKey(place.commune)])),
    newcomers: entry.takesNewcomers,
    unscheduled: entry.takesUnscheduled === 'yes',
    away: entry.putAwayOn !== null,
  };
};

const compare = (a: Arranged, b: Arranged): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id - b.id;

const split = (words: string): string[] => (words === '' ? [] : words.trim().split(' '));

/** The lists that an entry stands on; one may come twice. */
const eachList = (
  index: DirectoryIndex,
  entry: Arranged,
  visit: (lists: Map<string, Arranged[]>, key: string) => void,
): void => {
  for (const text of [entry.names, entry.about])
    for (const word of split(text))
      for (let letters = 1; letters <= MOST_LETTERS && letters <= word.length; letters++)
        visit(index.words, word.slice(0, letters));
  for (const commune of entry.communes) visit(index.communes, commune);
  visit(index.whats, entry.what);
};

const SLICE = 500;

/** Arranges everybody, page by page and a slice at a time: the desk has other things to answer meanwhile. */
export function* arranging(pages: Iterable<readonly DirectoryEntry[]>): Generator<void, DirectoryIndex> {
  const all: Arranged[] = [];
  for (const page of pages) {
    for (const entry of page) all.push(arrangedOf(entry));
    yield;
  }
  all.sort(compare);
  const index: DirectoryIndex = {
    entries: new Map(),
    all,
    words: new Map(),
    communes: new Map(),
    whats: new Map(),
    wholes: new Set(),
  };
  for (const entry of all) {
    index.entries.set(entry.id, entry);
    for (const word of split(entry.names)) index.wholes.add(word);
    eachList(index, entry, (lists, key) => {
      const list = lists.get(key);
      if (!list) lists.set(key, [entry]);
      else if (list.at(-1) !== entry) list.push(entry);
    });
    if (index.entries.size % SLICE === 0) yield;
  }
  return index;
}

/** Where an entry stands in a list, or would. */
const placeIn = (list: readonly Arranged[], entry: Arranged): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there && compare(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const takeOut = (list: Arranged[], entry: Arranged): void => {
  const at = placeIn(list, entry);
  if (list[at] === entry) list.splice(at, 1);
};

const putIn = (list: Arranged[], entry: Arranged): void => {
  const at = placeIn(list, entry);
  if (list[at] !== entry) list.splice(at, 0, entry);
};

/** What an entry says by now; null for one that is no more. */
export const setInIndex = (index: DirectoryIndex, id: DirectoryEntryId, now: DirectoryEntry | null): void => {
  const before = index.entries.get(id);
  if (before) {
    eachList(index, before, (lists, key) => takeOut(lists.get(key) ?? [], before));
    takeOut(index.all, before);
  }
  index.entries.delete(id);
  if (!now) return;
  const entry = arrangedOf(now);
  index.entries.set(id, entry);
  for (const word of split(entry.names)) index.wholes.add(word);
  putIn(index.all, entry);
  eachList(index, entry, (lists, key) => {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    putIn(list, entry);
  });
};

interface Asked {
  readonly words: readonly string[];
  readonly digits: readonly string[];
}

const DIGITS = /\+?\d[\d\s./()-]*/g;

/** Numbers in a row are one number: « 06 39 98 » is a phone being typed. */
const digitsOf = (text: string): string[] =>
  [...text.matchAll(DIGITS)].map(([found]) => {
    const compact = found.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
    return compact.replace(/^(?:\+33|0033)0?/, '0').replace('+', '');
  });

/** The words as typed; then neighbours run together, « saint pierre » for a « Saintpierre ». */
const readings = (text: string): Asked[] => {
  const folded = foldName(text.normalize('NFKC'));
  const words = nameParts(folded).slice(0, 8);
  const digits = digitsOf(folded).slice(0, 3);
  const joined = words.slice(1).map((word, i) => ({
    words: [...words.slice(0, i), `${words[i] ?? ''}${word}`, ...words.slice(i + 2)],
    digits,
  }));
  return [{ words, digits }, ...joined];
};

const holds = (
  entry: Arranged,
  wishes: DirectoryWishes,
  keys: { competence: string; commune: string },
): boolean => {
  if (entry.away !== wishes.putAway) return false;
  if (wishes.newcomers && entry.newcomers !== 'yes') return false;
  if (wishes.unscheduled && !entry.unscheduled) return false;
  if (wishes.profession !== null && entry.what !== wishes.profession) return false;
  if (wishes.kind === 'person' ? !entry.person : wishes.kind !== null && entry.what !== wishes.kind)
    return false;
  if (keys.competence !== '' && !entry.competences.includes(keys.competence)) return false;
  return keys.commune === '' || entry.communes.includes(keys.commune);
};

const NO_FIT = -1;

/** Twice for a whole word of the name, once for its beginning, nothing for a word about the entry. -1: not at all. */
const fitOf = (entry: Arranged, { words, digits }: Asked): number => {
  let fit = 0;
  for (const word of words) {
    if (entry.names.includes(` ${word}`)) fit += word.length > 1 && entry.names.includes(` ${word} `) ? 2 : 1;
    else if (!entry.about.includes(` ${word}`)) return NO_FIT;
  }
  for (const number of digits) {
    const inPhone = number.length >= FEWEST_PHONE_DIGITS && entry.phones.includes(number);
    if (!inPhone && !entry.codes.includes(` ${number}`)) return NO_FIT;
  }
  return fit;
};

const NEWCOMERS_FIRST: Readonly<Record<DirectoryEntry['takesNewcomers'], number>> = {
  yes: 2,
  unknown: 1,
  no: 0,
};

const NOBODY: readonly never[] = [];

/** Nobody outside this list can satisfy what is asked. */
const shortestList = (
  index: DirectoryIndex,
  { words }: Asked,
  wishes: DirectoryWishes,
  commune: string,
): readonly Arranged[] => {
  const lists: (readonly Arranged[])[] = [index.all];
  for (const word of words) lists.push(index.words.get(word.slice(0, MOST_LETTERS)) ?? NOBODY);
  if (commune !== '') lists.push(index.communes.get(commune) ?? NOBODY);
  const what = wishes.profession ?? (wishes.kind === 'person' ? null : wishes.kind);
  if (what !== null) lists.push(index.whats.get(what) ?? NOBODY);
  return lists.reduce((a, b) => (b.length < a.length ? b : a));
};

const answers = (
  index: DirectoryIndex,
  asked: Asked,
  wishes: DirectoryWishes,
  wanted: number,
): DirectoryEntryId[] => {
  const keys = { competence: nameKey(wishes.competence ?? ''), commune: nameKey(wishes.commune ?? '') };
  // An initial is nobody's whole name, and neither is a word that nobody bears: the best there can be is its beginning.
  const bearable = asked.words.filter((word) => word.length > 1 && index.wholes.has(word)).length;
  const best = (asked.words.length + bearable + 1) * 3 - 1;
  const byRank: DirectoryEntryId[][] = Array.from({ length: best + 1 }, () => []);
  for (const entry of shortestList(index, asked, wishes, keys.commune)) {
    if (!holds(entry, wishes, keys)) continue;
    const fit = fitOf(entry, asked);
    if (fit === NO_FIT) continue;
    const at = fit * 3 + NEWCOMERS_FIRST[entry.newcomers];
    const ranked = byRank[at];
    // The list is in order: whoever comes after the first `wanted` of a rank cannot be among them.
    if (!ranked || ranked.length === wanted) continue;
    ranked.push(entry.id);
    if (at === best && ranked.length === wanted) break;
  }
  return byRank.reverse().flat().slice(0, wanted);
};

/** At most `wanted`, those of the most literal reading first; always in the same order. */
export const searchDirectory = (
  index: DirectoryIndex,
  wishes: DirectoryWishes,
  wanted: number,
): DirectoryEntryId[] => {
  const found = new Set<DirectoryEntryId>();
  for (const asked of readings(wishes.text))
    for (const id of answers(index, asked, wishes, wanted)) {
      found.add(id);
      if (found.size === wanted) return [...found];
    }
  return [...found];
};

/** How many are not put away, and what they are. */
export const whatsIn = (index: DirectoryIndex): { readonly whats: string[]; readonly count: number } => ({
  whats: [...index.whats].filter(([, list]) => list.some(({ away }) => !away)).map(([what]) => what),
  count: index.all.filter(({ away }) => !away).length,
});
