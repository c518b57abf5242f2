import { useQuery } from '@tanstack/react-query';
import type { Callback } from '../../../contract/callbacks.ts';
import type { Redirection } from '../../../contract/redirections.ts';
import type { DeskRequest } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { api } from '../api/query.ts';
import { useNow } from '../app/now.ts';
import { waitingLines } from './callbacks/waiting.ts';

export interface Waits {
  readonly open: number;
  readonly late: number;
}

export interface Work {
  readonly requests: Waits;
  /** Calls promised and messages not answered, as F7 lists them. */
  readonly toRing: Waits;
  /** Persons sent on, of whom nobody has heard yet. */
  readonly redirections: Waits;
}

const countOf = (dues: readonly Instant[], instant: Instant): Waits => ({
  open: dues.length,
  late: dues.filter((due) => due < instant).length,
});

/** From the same rows as the lists, so that a number and the list that it leads to never disagree (R9). */
export const workOf = (
  requests: readonly DeskRequest[],
  callbacks: readonly Callback[],
  redirections: readonly Redirection[],
  instant: Instant,
): Work => ({
  requests: countOf(
    requests.map(({ due }) => due),
    instant,
  ),
  toRing: countOf(
    waitingLines(callbacks, requests).map(({ row }) => row.due),
    instant,
  ),
  redirections: countOf(
    redirections.map(({ due }) => due),
    instant,
  ),
});

/** Null before the lists have come. Grows late by itself: the clock renders it again. */
export const useWork = (): Work | null => {
  useNow();
  const { data: requests } = useQuery(api.requests.pending.queryOptions());
  const { data: callbacks } = useQuery(api.callbacks.pending.queryOptions());
  const { data: redirections } = useQuery(api.redirections.pending.queryOptions());
  return requests === undefined || callbacks === undefined || redirections === undefined
    ? null
    : workOf(requests, callbacks, redirections, Date.now());
};
