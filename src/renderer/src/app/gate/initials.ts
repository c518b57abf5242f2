/** Whose initials are being typed. Pure. */
import type { Staff } from '../../../../contract/people.ts';

const capitals = (text: string): string => text.toLocaleUpperCase('fr-FR');
const fold = (text: string): string => capitals(text.normalize('NFD').replace(/\p{M}/gu, ''));

export interface Picking {
  /** Whose initials begin so. */
  readonly possible: readonly Staff[];
  /**
   * All of her initials, and nobody else is left. Not before the last letter, were it needed or not: a hand types it all
   * the same, and it would land in what the desk had on it.
   */
  readonly picked: Staff | null;
  /** Enter means this one: the only one left, or complete although somebody else's go on. */
  readonly named: Staff | null;
}

/** Accents may be left out; typed, they tell ÉA from EA. */
export const pickByInitials = (staff: readonly Staff[], typed: string): Picking => {
  const possible = typed === '' ? [] : staff.filter(({ initials }) => fold(initials).startsWith(fold(typed)));
  const exact = possible.filter(({ initials }) => capitals(initials) === capitals(typed));
  const complete =
    exact.length > 0 ? exact : possible.filter(({ initials }) => fold(initials) === fold(typed));
  const only = possible.length === 1 ? (possible[0] ?? null) : null;
  return {
    possible,
    picked: only !== null && fold(only.initials) === fold(typed) ? only : null,
    named: complete.length === 1 ? (complete[0] ?? null) : only,
  };
};
