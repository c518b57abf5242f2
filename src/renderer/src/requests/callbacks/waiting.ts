/** Who is to be rung, and which messages a practitioner has not answered: one list, by due time. Pure. */
import type { Callback } from '../../../../contract/callbacks.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { type Instant, type LocalNow, localNow } from '../../../../contract/time.ts';

export type Waiting =
  | { readonly kind: 'callback'; readonly key: string; readonly row: Callback }
  /** The answer comes first: then the person is rung, or has had it already. */
  | { readonly kind: 'message'; readonly key: string; readonly row: DeskRequest };

export const callbackKey = (id: Callback['id']): string => `callback ${id}`;
export const messageKey = (id: DeskRequest['id']): string => `message ${id}`;

/** The earliest due first, so that late ones are on top; what is due together in the order in which it was asked. */
export const waitingLines = (
  callbacks: readonly Callback[],
  requests: readonly DeskRequest[],
): readonly Waiting[] =>
  [
    ...callbacks.map((row): Waiting => ({ kind: 'callback', key: callbackKey(row.id), row })),
    ...requests
      .filter(({ nature, closedAt }) => nature === 'message' && closedAt === null)
      .map((row): Waiting => ({ kind: 'message', key: messageKey(row.id), row })),
  ].sort((a, b) => a.row.due - b.row.due || a.row.openedAt - b.row.openedAt || a.row.id - b.row.id);

export interface WaitingGroup {
  readonly key: 'late' | 'today' | 'later';
  readonly label: string;
  readonly lines: readonly Waiting[];
}

/** Late, today, later; a group of nobody is not shown. */
export const waitingGroups = (
  lines: readonly Waiting[],
  instant: Instant,
  now: LocalNow,
  zone: string,
): readonly WaitingGroup[] => {
  const groupOf = ({ row }: Waiting): WaitingGroup['key'] =>
    row.due < instant ? 'late' : localNow(row.due, zone).day <= now.day ? 'today' : 'later';
  const groups = [
    { key: 'late', label: 'En retard' },
    { key: 'today', label: 'Aujourd’hui' },
    { key: 'later', label: 'Plus tard' },
  ] as const;
  return groups
    .map((group) => ({ ...group, lines: lines.filter((line) => groupOf(line) === group.key) }))
    .filter((group) => group.lines.length > 0);
};

/** What is still owed for a request that was just left or concluded: its message, or the call-back made from it. */
export const lineOfRequest = (lines: readonly Waiting[], id: DeskRequest['id']): Waiting | undefined =>
  lines.find((line) => (line.kind === 'message' ? line.row.id === id : line.row.requestId === id));
