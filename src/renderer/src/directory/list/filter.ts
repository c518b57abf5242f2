/** What the list is narrowed to: for this window, until somebody changes it. Never written anywhere. */
import { create } from 'zustand';
import type { DirectoryWishes } from '../../../../contract/directory.ts';
import { asKind, asProfession } from '../words.ts';

export interface Filter {
  readonly text: string;
  /** A profession or a kind of structure. */
  readonly what: string | null;
  readonly commune: string | null;
  readonly competence: string | null;
  readonly newcomers: boolean;
  readonly unscheduled: boolean;
  readonly putAway: boolean;
}

export const EVERYBODY: Filter = {
  text: '',
  what: null,
  commune: null,
  competence: null,
  newcomers: false,
  unscheduled: false,
  putAway: false,
};

export const useFilter = create<Filter>()(() => EVERYBODY);
export const setFilter = (change: Partial<Filter>): void => useFilter.setState(change);

export const LIMIT = 30;

export const wishesOf = ({ text, what, ...rest }: Filter): DirectoryWishes => ({
  ...rest,
  text: text.trim(),
  profession: asProfession(what),
  kind: asKind(what),
  limit: LIMIT,
});

export const isNarrowed = ({ text: _, ...filter }: Filter): boolean =>
  Object.values(filter).some((wish) => wish !== null && wish !== false);
