/** Which open requests are on screen: by nature and by who answers for them. Kept while one looks elsewhere. Pure but for the store. */
import { create } from 'zustand';
import type { DeskRequest, RequestNature } from '../../../../contract/requests.ts';
import { ownerKey } from '../owner.ts';

export interface Filter {
  readonly nature: RequestNature | null;
  /** Of an owner, by `ownerKey`. */
  readonly owner: string | null;
}

export const useRequestFilter = create<Filter>()(() => ({ nature: null, owner: null }));

export const filtered = (
  requests: readonly DeskRequest[],
  { nature, owner }: Filter,
): readonly DeskRequest[] =>
  requests.filter(
    (request) =>
      (nature === null || request.nature === nature) && (owner === null || ownerKey(request.owner) === owner),
  );
