/**
 * What the desk owns lives in TanStack Query, keyed by procedure: `useQuery(api.agenda.range.queryOptions({ input }))`.
 * The desk is on this PC: never wait for « being online », never guess that a failed call would work a second time.
 */
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { client } from './client.ts';

export const api = createTanstackQueryUtils(client);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 60_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});
