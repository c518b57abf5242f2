/** Who looks like whom, and why. Never a decision: a person looks, and says. See docs/spec/identity.md. */
import type { BirthDate, Resemblance } from '../../../contract/patients.ts';
import {
  birthSlip,
  birthsAgree,
  closeNames,
  familyWords,
  type Gendered,
  sameBirthDay,
  sameFamily,
  sameGiven,
  swapped,
} from './closeness.ts';
import { familyKeys, givenKeys } from './names.ts';
import { toTheEnd } from './slices.ts';

export type Reason = Resemblance['because'][number];

export interface Person extends Gendered {
  readonly birth: BirthDate;
  /** E.164. */
  readonly phones: readonly string[];
}

/** Strongest first. */
const ORDER: readonly Reason[] = [
  'same-name-and-birth',
  'same-phone-and-name',
  'same-birth-close-name',
  'swapped-names',
  'same-name',
];

/** Why two people look alike, strongest first; empty when they do not. Symmetric. */
export const resemblance = (a: Person, b: Person): Reason[] => {
  const births = birthsAgree(a.birth, b.birth);
  const bornTogether = sameBirthDay(a.birth, b.birth);
  const sharesPhone = a.phones.some((phone) => b.phones.includes(phone));
  const sameName = sameFamily(a, b) && sameGiven(a, b);
  const reasons = new Set<Reason>();
  if (sameName && births === 'yes') reasons.add('same-name-and-birth');
  if (sameName && births === 'unknown') reasons.add('same-name');
  if (sharesPhone && closeNames(a, b)) reasons.add('same-phone-and-name');
  // Same phone, same day, same first name: only the family name changed, as it does at a marriage.
  if (sharesPhone && bornTogether && sameGiven(a, b)) reasons.add('same-phone-and-name');
  if (bornTogether && !sameName && closeNames(a, b)) reasons.add('same-birth-close-name');
  if (births !== 'no' && swapped(a, b) && !sameName) reasons.add('swapped-names');
  return ORDER.filter((reason) => reasons.has(reason));
};

/**
 * Strong enough to be put on a list that somebody works through: the birth dates agree; or one telephone rings for both,
 * and the dates differ by a slip at most. Father and son of one name on one telephone are two people.
 */
export const likelySamePerson = (a: Person, b: Person): boolean => {
  const reasons = resemblance(a, b);
  if (reasons.length === 0) return false;
  const births = birthsAgree(a.birth, b.birth);
  if (births === 'yes') return true;
  return reasons.includes('same-phone-and-name') && (births === 'unknown' || birthSlip(a.birth, b.birth));
};

export interface Keyed<K extends string | number> extends Person {
  readonly key: K;
}

/**
 * Blocks: two people who are not in one block together cannot satisfy `likelySamePerson`, so only blocks are compared.
 * Each rule is anchored on something exactly shared (a day and a name, a phone and a name), which keeps blocks small even
 * when a former software filled unknown dates or phones with one and the same value.
 */
const blocksOf = (p: Person): string[] => {
  const blocks = new Set<string>();
  const families = familyWords(p);
  const keys = givenKeys(p);
  const givens = keys.length > 0 ? keys : [''];
  if (p.birth.precision === 'day') {
    for (const word of families) blocks.add(`day ${p.birth.value} family ${word}`);
    for (const word of givens) blocks.add(`day ${p.birth.value} given ${word}`);
  }
  if (p.birth.value !== null) {
    const year = p.birth.value.slice(0, 4);
    for (const family of familyKeys(p))
      for (const given of givens) blocks.add(`year ${year} name ${[family, given].sort().join(' ')}`);
  }
  for (const phone of p.phones) {
    for (const word of families) blocks.add(`phone ${phone} family ${word}`);
    for (const word of givens) blocks.add(`phone ${phone} given ${word}`);
  }
  return [...blocks];
};

const byKey = <K extends string | number>(a: K, b: K): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Records that are written alike and are one person for certain as far as this list goes: compared with others once for
 * all of them. Without a birth date they must share their phones too.
 */
const sameness = (p: Person): string =>
  JSON.stringify([
    [...familyKeys(p)].sort(),
    [...givenKeys(p)].sort(),
    p.sex ?? 'unknown',
    p.birth.precision,
    p.birth.value ?? [...p.phones].sort(),
  ]);

/**
 * Pairs that are probably one person twice, whatever the order of the input: the smaller key first in a pair, pairs by
 * their larger key. Of several records written alike, each is paired with the first only.
 */
export const likelyDuplicatePairs = <K extends string | number>(people: readonly Keyed<K>[]): [K, K][] =>
  toTheEnd(findingDuplicates(people));

const SLICE = 500;

/** The same, a slice at a time: for a desk that must answer meanwhile. */
export function* findingDuplicates<K extends string | number>(
  people: readonly Keyed<K>[],
): Generator<void, [K, K][]> {
  const pairs = new Map<string, [K, K]>();
  const add = (x: K, y: K) => {
    const pair: [K, K] = byKey(x, y) < 0 ? [x, y] : [y, x];
    pairs.set(JSON.stringify(pair), pair);
  };

  const alike = new Map<string, Keyed<K>[]>();
  let count = 0;
  for (const person of [...people].sort((a, b) => byKey(a.key, b.key))) {
    const key = sameness(person);
    const group = alike.get(key);
    if (group) group.push(person);
    else alike.set(key, [person]);
    if (++count % SLICE === 0) yield;
  }

  const blocks = new Map<string, Keyed<K>[]>();
  for (const [one, ...others] of alike.values()) {
    if (!one) continue;
    for (const other of others) if (likelySamePerson(one, other)) add(one.key, other.key);
    const first = { ...one, phones: [...new Set([one, ...others].flatMap((p) => p.phones))] };
    for (const block of blocksOf(first)) {
      const members = blocks.get(block);
      if (members) members.push(first);
      else blocks.set(block, [first]);
    }
    if (++count % SLICE === 0) yield;
  }

  for (const members of blocks.values()) {
    if (members.length < 2) continue;
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) if (likelySamePerson(a, b)) add(a.key, b.key);
    });
    if (++count % SLICE === 0) yield;
  }
  return [...pairs.values()].sort((x, y) => byKey(x[1], y[1]) || byKey(x[0], y[0]));
}
