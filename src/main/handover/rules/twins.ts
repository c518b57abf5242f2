/** Two lines of one night that say the same of the same person: shown, never joined by themselves. Pure. */

import type { LineKind } from '../../../contract/night-return.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import { birthsAgree } from '../../patients/rules/closeness.ts';
import { nameKey } from '../../patients/rules/names.ts';
import { plainWords } from './table.ts';

export interface Told {
  readonly position: number;
  readonly kind: LineKind;
  readonly familyName: string;
  readonly givenName: string;
  readonly birth: BirthDate;
  /** E.164; null: none, or none that can be read. */
  readonly phone: string | null;
  readonly matter: string;
  /** Day, hour and with whom, for an appointment. */
  readonly place: string | null;
}

const samePerson = (a: Told, b: Told): boolean => {
  const named = nameKey(a.familyName) !== '' || nameKey(b.familyName) !== '';
  if (!named) return a.phone !== null && a.phone === b.phone;
  if (nameKey(a.familyName) !== nameKey(b.familyName) || nameKey(a.givenName) !== nameKey(b.givenName))
    return false;
  const births = birthsAgree(a.birth, b.birth);
  if (births !== 'unknown') return births === 'yes';
  return a.phone === null || b.phone === null || a.phone === b.phone;
};

const sameMatter = (a: Told, b: Told): boolean =>
  a.kind === b.kind &&
  (a.place === null || b.place === null
    ? plainWords(a.matter) === plainWords(b.matter)
    : a.place === b.place);

/** By position, the earliest line before it that says the same. */
export const twinsOf = (lines: readonly Told[]): ReadonlyMap<Told, number> => {
  const twins = new Map<Told, number>();
  lines.forEach((line, at) => {
    const first = lines.slice(0, at).find((other) => samePerson(other, line) && sameMatter(other, line));
    if (first !== undefined) twins.set(line, first.position);
  });
  return twins;
};
