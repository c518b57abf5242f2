/**
 * Keeps every screen true while somebody else works: the desk says what kind of row changed, the screen asks again for
 * what it shows. The feed is a hint; whenever it may have missed something (a gap, a reconnection), everything shown
 * is asked again.
 */
import type { Query, QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Change } from '../../../contract/gate.ts';
import type { Contract } from '../../../contract/index.ts';

type Area = keyof Contract;

/** Which answers an entity of the journal may have changed. An entity that is not listed refreshes everything. */
const areasOf: Readonly<Record<string, readonly Area[]>> = {
  claim: ['agenda', 'requests', 'unscheduled', 'waitlist', 'handover'],
  appointment: ['agenda', 'requests', 'unscheduled', 'waitlist', 'handover'],
  hold: ['agenda', 'unscheduled', 'waitlist'],
  request: ['requests', 'urgency', 'redirections', 'waitlist', 'handover'],
  callback: ['callbacks', 'requests', 'handover'],
  reserve: ['agenda', 'unscheduled', 'handover'],
  'reserve-rule': ['agenda', 'unscheduled'],
  'unscheduled-settings': ['agenda', 'unscheduled'],
  'urgency-event': ['urgency', 'requests'],
  'urgency-card': ['urgency', 'handover'],
  'urgency-numbers': ['urgency'],
  patient: ['patients', 'agenda', 'requests', 'callbacks', 'redirections', 'waitlist', 'handover'],
  // Somebody looked: nothing has changed.
  'patient-page': [],
  'journal-reading': [],
  'journal-reading-entry': [],
  staff: ['people', 'handover'],
  seat: ['people'],
  seating: ['people'],
  practitioner: ['practice', 'agenda', 'people', 'refusals', 'unscheduled', 'waitlist', 'handover'],
  'appointment-type': ['practice', 'agenda', 'unscheduled', 'waitlist', 'handover'],
  'opening-hours': ['practice', 'agenda', 'unscheduled', 'waitlist', 'handover'],
  'opening-exception': ['practice', 'agenda', 'unscheduled', 'waitlist', 'handover'],
  exception: ['practice', 'agenda', 'unscheduled', 'waitlist', 'handover'],
  absence: ['practice', 'agenda', 'unscheduled', 'waitlist', 'handover'],
  text: ['texts', 'refusals'],
  'directory-entry': ['directory', 'redirections'],
  'directory-import': ['directory', 'redirections'],
  // A redirection that ends badly takes up a request, and says something of the entry.
  redirection: ['redirections', 'requests'],
  policy: ['refusals', 'handover'],
  'freed-slot': ['waitlist', 'agenda'],
  'waitlist-offer': ['waitlist', 'agenda'],
  'waitlist-entry': ['waitlist'],
  'waitlist-rules': ['waitlist'],
  'waitlist-settings': ['waitlist'],
  'place-facts': ['waitlist'],
  'given-places': ['waitlist'],
  criterion: ['waitlist'],
  handover: ['handover'],
  'retention-settings': ['privacy'],
  'return-batch': ['handover'],
  'return-line': ['handover'],
  house: ['practice', 'agenda', 'unscheduled', 'gate', 'waitlist', 'handover'],
};

/** The areas to ask again after a change, or null for all of them. `last` is the sequence number seen before. */
export const touchedAreas = (change: Change, last: number | null): readonly Area[] | null => {
  if (last !== null && change.seq > last + 1) return null;
  const areas = new Set<Area>();
  for (const entity of change.entities) {
    const touched = areasOf[entity];
    if (touched === undefined) return null;
    for (const area of touched) areas.add(area);
  }
  return [...areas];
};

/**
 * Keys are those of @orpc/tanstack-query: `[path, …]`, the area first in the path. A first answer that is still on its
 * way may be older than the change, and is not asked for again by itself: it is, once it has come.
 */
export const refresh = async (queryClient: QueryClient, areas: readonly Area[] | null): Promise<void> => {
  const touched = ({ queryKey }: Query): boolean => {
    if (areas === null) return true;
    const path = queryKey[0];
    if (!Array.isArray(path)) return false;
    return areas.includes(path[0]) || (path[0] === 'gate' && path[1] === 'undoable');
  };
  const early = queryClient
    .getQueryCache()
    .findAll({ predicate: touched, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  await queryClient.invalidateQueries({ predicate: touched });
  if (early.length > 0) await queryClient.invalidateQueries({ predicate: (query) => early.includes(query) });
};

interface LiveState {
  /** `lost`: the desk has not answered for a moment; what is on screen may be out of date. */
  readonly state: 'connecting' | 'live' | 'lost';
  /** What is saved now waits some seconds: a former agenda is being written. */
  readonly writesWait: boolean;
}

export const useLive = create<LiveState>()(() => ({ state: 'connecting', writesWait: false }));

const RETRY_MS = [300, 1_000, 2_000, 5_000] as const;

type Changes = (signal: AbortSignal) => Promise<AsyncIterable<Change>>;

/** Follows the feed until stopped, reconnecting by itself. @returns how to stop */
export const followChanges = (queryClient: QueryClient, changes: Changes): (() => void) => {
  const stop = new AbortController();
  const follow = async () => {
    let failures = 0;
    while (!stop.signal.aborted) {
      try {
        const feed = await changes(stop.signal);
        useLive.setState({ state: 'live', writesWait: false });
        // Also the first time: what was asked before the feed stood may have changed meanwhile.
        void refresh(queryClient, null);
        let last: number | null = null;
        for await (const change of feed) {
          failures = 0;
          void refresh(queryClient, touchedAreas(change, last));
          last = change.seq;
          if (change.writesWait !== undefined) useLive.setState({ writesWait: change.writesWait });
        }
      } catch {
        // What failed does not matter: nothing is lost by asking again, and a call that matters shows its own error.
      }
      if (stop.signal.aborted) return;
      useLive.setState({ state: 'lost' });
      await sleep(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 5_000, stop.signal);
    }
  };
  void follow();
  return () => stop.abort();
};

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
