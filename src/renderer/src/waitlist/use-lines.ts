/** The lines of one view, as the desk orders them, and the one that a link asked for even where it is closed. */
import { useQuery } from '@tanstack/react-query';
import type { WaitlistEntryId } from '../../../contract/ids.ts';
import type { WaitlistKind, WaitlistLine } from '../../../contract/waitlist.ts';
import { api } from '../api/query.ts';

interface Lines {
  /** Undefined: on their way. */
  readonly lines: readonly WaitlistLine[] | undefined;
  readonly error: Error | null;
}

export const useLines = (view: WaitlistKind | 'reconfirm', wanted: WaitlistEntryId | null): Lines => {
  const list = useQuery(
    api.waitlist.list.queryOptions({
      input: { kind: view === 'earlier' ? 'earlier' : 'registration' },
      enabled: view !== 'reconfirm',
    }),
  );
  const due = useQuery(api.waitlist.toReconfirm.queryOptions({ enabled: view === 'reconfirm' }));
  const query = view === 'reconfirm' ? due : list;
  const missing =
    wanted !== null && query.data !== undefined && !query.data.some(({ entry }) => entry.id === wanted);
  const one = useQuery(
    api.waitlist.get.queryOptions({ input: { id: wanted ?? (0 as never) }, enabled: missing }),
  );
  if (query.data === undefined) return { lines: undefined, error: query.error };
  // An entry of the other list, or of another view, is not drawn among these.
  const kept =
    missing && one.data?.entry.state === 'closed' && one.data.entry.kind === view ? [one.data] : [];
  return missing && one.isPending
    ? { lines: undefined, error: null }
    : { lines: [...query.data, ...kept], error: null };
};
