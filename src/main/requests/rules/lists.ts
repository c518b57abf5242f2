/**
 * Who waits on a list, read from how requests ended: the entries of the lists are brought in step with it. Pure. A place on
 * a list is never lost by calling again: only what settles the matter ends it, and the first call says since when.
 */
import type { RequestId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { RequestNature, RequestOutcome } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';

export interface OnPath {
  readonly id: RequestId;
  readonly nature: RequestNature;
  readonly profession: Profession | null;
  readonly openedAt: Instant;
  readonly continues: RequestId | null;
  readonly outcome: RequestOutcome | null;
}

export type ListOutcome = Extract<RequestOutcome, { readonly kind: 'registration-list' | 'earlier-list' }>;

export interface Waiting<R extends OnPath> {
  /** The request that says what is wished now. */
  readonly row: R;
  readonly outcome: ListOutcome;
  readonly since: Instant;
}

const listIn = ({ outcome }: OnPath): ListOutcome | null =>
  outcome?.kind === 'registration-list' || outcome?.kind === 'earlier-list' ? outcome : null;

/** Taken on, by an appointment or a colleague of the house, or no longer wanted. */
const settles = ({ outcome }: OnPath): boolean => {
  switch (outcome?.kind) {
    case 'appointment':
    case 'withdrawn':
      return true;
    case 'redirected':
      return outcome.to.kind === 'colleague';
    default:
      return false;
  }
};

/** About the same wait, although nothing ties the two together: months may lie between two calls. */
const sameWait = (outcome: ListOutcome, later: OnPath): boolean => {
  const next = listIn(later);
  if (outcome.kind === 'earlier-list')
    return next?.kind === 'earlier-list' && next.appointmentId === outcome.appointmentId;
  const profession = next?.kind === 'registration-list' ? next.profession : later.profession;
  return later.nature === 'registration' && (profession === null || profession === outcome.profession);
};

interface Chain<R extends OnPath> extends Waiting<R> {
  readonly ids: ReadonlySet<RequestId>;
}

/** When the first of the requests that this one takes up was opened, since the matter was last settled. */
const firstAsked = <R extends OnPath>(row: R, byId: ReadonlyMap<RequestId, R>): Instant => {
  const before = row.continues === null ? undefined : byId.get(row.continues);
  return before === undefined || settles(before) ? row.openedAt : firstAsked(before, byId);
};

/** @param rows all that one person ever asked, the earliest first */
export const waitingOf = <R extends OnPath>(rows: readonly R[]): Waiting<R>[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  let chains: readonly Chain<R>[] = [];
  for (const row of rows) {
    const outcome = listIn(row);
    const chain = chains.find(
      (one) => (row.continues !== null && one.ids.has(row.continues)) || sameWait(one.outcome, row),
    );
    if (chain === undefined) {
      if (outcome !== null)
        chains = [...chains, { row, outcome, since: firstAsked(row, byId), ids: new Set([row.id]) }];
      continue;
    }
    const ids = new Set([...chain.ids, row.id]);
    const next = outcome === null ? { ...chain, ids } : { ...chain, row, outcome, ids };
    chains = chains.flatMap((one) => (one !== chain ? one : settles(row) ? [] : next));
  }
  return chains.map(({ ids: _ids, ...waiting }) => waiting);
};
