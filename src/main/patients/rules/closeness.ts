/** Whether two names, or two birth dates, could be one written twice. Pure and symmetric. */
import type { BirthDate } from '../../../contract/patients.ts';
import { familyKeys, givenKeys, type Names, nameParts, PARTICLES } from './names.ts';

/** At most one letter added, missing, replaced or swapped with its neighbour. */
export const oneSlip = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
};

/** Short names differ by one letter all the time: Léa and Lia, Rey and Roy. */
const SHORTEST_SLIP = 5;

const slip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= SHORTEST_SLIP && oneSlip(a, b);

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** Whole family names, and the parts of a double one: a woman may be known under half of it. */
export const familyWords = (n: Names): string[] => {
  const parts = [n.birthName, n.usedName ?? ''].flatMap((name) =>
    nameParts(name).filter((part) => part.length >= 3 && !PARTICLES.has(part)),
  );
  return [...new Set([...familyKeys(n), ...parts])];
};

/** Given names as people use them: whole, or the first of a compound one (« Anne » for « Anne-Sophie »). */
export const givenWords = (n: Names): string[] => [
  ...new Set([
    ...givenKeys(n),
    ...[n.givenNames, n.usedGivenName ?? ''].flatMap((name) => nameParts(name).slice(0, 1)),
  ]),
];

export interface Gendered extends Names {
  readonly sex?: 'female' | 'male' | 'unknown';
}

/** Twins: Gabriel and Gabrielle, born on one day. A slip of the pen does not change the sex as well. */
const sexesDiffer = (a: Gendered, b: Gendered): boolean =>
  a.sex !== undefined && b.sex !== undefined && a.sex !== 'unknown' && b.sex !== 'unknown' && a.sex !== b.sex;

export const sameFamily = (a: Names, b: Names): boolean => share(familyKeys(a), familyKeys(b));
/** Two people with a single name each have the same given names: none. */
export const sameGiven = (a: Names, b: Names): boolean => {
  const [x, y] = [givenKeys(a), givenKeys(b)];
  return share(x, y) || (x.length === 0 && y.length === 0);
};
export const shareFamilyWord = (a: Names, b: Names): boolean => share(familyWords(a), familyWords(b));

const closeFamily = (a: Names, b: Names): boolean =>
  shareFamilyWord(a, b) || familyKeys(a).some((x) => familyKeys(b).some((y) => slip(x, y)));

/** « Anne » and « Anne-Sophie » are close; « Anne-Sophie » and « Anne-Laure » are two people, twins perhaps. */
const closeGiven = (a: Gendered, b: Gendered): boolean => {
  const [x, y] = [givenKeys(a), givenKeys(b)];
  if (share(x, y) || share(x, givenWords(b)) || share(givenWords(a), y)) return true;
  return !sexesDiffer(a, b) && x.some((one) => y.some((other) => slip(one, other)));
};

/** One of the two names holds, the other is close: two slips at once are two people. */
export const closeNames = (a: Gendered, b: Gendered): boolean =>
  (shareFamilyWord(a, b) && (closeGiven(a, b) || sameGiven(a, b))) || (closeFamily(a, b) && sameGiven(a, b));

/** « Martin Thomas » written down as « Thomas Martin ». */
export const swapped = (a: Names, b: Names): boolean =>
  share(familyKeys(a), givenKeys(b)) && share(givenKeys(a), familyKeys(b));

/** How two birth dates agree, at the precision of the vaguer one. */
export const birthsAgree = (a: BirthDate, b: BirthDate): 'yes' | 'unknown' | 'no' => {
  if (a.precision === 'unknown' || b.precision === 'unknown') return 'unknown';
  if (a.precision === 'day' && b.precision === 'day') return a.value === b.value ? 'yes' : 'no';
  return a.value.slice(0, 4) === b.value.slice(0, 4) ? 'yes' : 'no';
};

export const sameBirthDay = (a: BirthDate, b: BirthDate): boolean =>
  a.precision === 'day' && b.precision === 'day' && a.value === b.value;

/** One digit mistaken, two neighbours swapped, or day and month swapped. A father and his son differ by more. */
export const birthSlip = (a: BirthDate, b: BirthDate): boolean => {
  if (a.precision !== 'day' || b.precision !== 'day') return false;
  const [x, y] = [a.value.replaceAll('-', ''), b.value.replaceAll('-', '')];
  return oneSlip(x, y) || `${x.slice(0, 4)}${x.slice(6)}${x.slice(4, 6)}` === y;
};
