/** Why a rule is set aside: the reasons that a desk really gives, one digit each, or its own words. */
import type { Conflict } from '../draft.ts';

const REASONS: Readonly<Record<Conflict['kind'], readonly string[]>> = {
  taken: ['Accord du praticien', 'Demande urgente du jour', 'Rendez-vous bref entre deux'],
  outside: ['Accord du praticien', 'Demande urgente du jour', 'Rendez-vous déjà honoré, saisi après coup'],
  busy: [],
};

export const reasonsFor = (conflict: Conflict): readonly string[] => REASONS[conflict.kind];

export const reasonAt = (conflict: Conflict, key: string): string | null =>
  /^[1-9]$/.test(key) ? (reasonsFor(conflict)[Number(key) - 1] ?? null) : null;
