/** Under which terms a person is found, and of which kind each is. See docs/spec/patient-search.md. */
import type { BirthDate } from '../../../contract/patients.ts';
import { type Names, nameTerms, wholeNameKeys } from './names.ts';
import { phoneTerms } from './phone.ts';

/** Stored as a number. Family comes before given: the search walks them in this order. */
export const TermKind = { family: 0, given: 1, birth: 2, year: 3, phone: 4, wholeName: 5 } as const;
export type TermKind = (typeof TermKind)[keyof typeof TermKind];

export interface Term {
  readonly kind: TermKind;
  readonly term: string;
}

export interface Findable extends Names {
  readonly birth: BirthDate;
  /** E.164. */
  readonly phones: readonly string[];
}

/** `1952-03-12` → `12031952`: a date is typed day first, so its beginning is found while it is being typed. */
export const birthTerm = (day: string): string => `${day.slice(8)}${day.slice(5, 7)}${day.slice(0, 4)}`;

/**
 * @param live a merged record answers under its survivor, but lends it no homonyms
 */
export const termsOf = (person: Findable, live = true): Term[] => {
  const terms: Term[] = [];
  const add = (kind: TermKind, values: readonly string[]) => {
    for (const term of new Set(values)) terms.push({ kind, term });
  };
  add(TermKind.family, [...nameTerms(person.birthName), ...nameTerms(person.usedName)]);
  add(TermKind.given, [...nameTerms(person.givenNames), ...nameTerms(person.usedGivenName)]);
  if (person.birth.precision === 'day') add(TermKind.birth, [birthTerm(person.birth.value)]);
  if (person.birth.value !== null) add(TermKind.year, [person.birth.value.slice(0, 4)]);
  add(TermKind.phone, person.phones.flatMap(phoneTerms));
  if (live) add(TermKind.wholeName, wholeNameKeys(person));
  return terms;
};
