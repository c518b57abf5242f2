import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { OnList } from '../../../../contract/requests.ts';
import { startCall } from '../../agenda/booking/call.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useListCursor } from '../../ui/use-list.ts';
import { ListedRow } from './ListedRow.tsx';
import './lists.css';

const NONE: readonly OnList[] = [];
const LISTS = [
  { kind: 'registration', key: 'i', label: 'Inscription' },
  { kind: 'earlier', key: 'p', label: 'Plus tôt' },
] as const;

/** Whoever waits on a list, the longest first, until the lists have a screen of their own. Enter opens the person's call. */
export const OnLists = () => {
  const query = useQuery(api.requests.onLists.queryOptions());
  const [kind, setKind] = useState<OnList['list']['kind'] | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  const panelOpen = usePanel((state) => state.content !== null);
  // The keyboard is in the list from the start, and comes back to it when the panel closes.
  useEffect(() => {
    if (query.isSuccess && !panelOpen) holder.current?.focus({ preventScroll: true });
  }, [query.isSuccess, panelOpen]);
  const all = query.data ?? NONE;
  const shown = all.filter(({ list }) => kind === null || list.kind === kind);
  const cursor = useListCursor(shown.length);
  const active = shown[cursor.active];
  const toggle = (one: OnList['list']['kind']) => setKind(kind === one ? null : one);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (cursor.onKey(event)) return;
    const list = LISTS.find(({ key }) => key === meantKey(event));
    if (list !== undefined) toggle(list.kind);
    else if (event.key === 'Enter' && active !== undefined && !(event.target instanceof HTMLButtonElement))
      startCall(active.patient);
    else return;
    event.preventDefault();
  };

  if (query.isError)
    return <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>;
  if (!query.isSuccess) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the keys of the list and of its filters
    <div ref={holder} tabIndex={-1} className="requests-list" onKeyDown={onKeyDown}>
      <ChipRow label="Liste" dense>
        {LISTS.map((list) => {
          const count = all.filter((one) => one.list.kind === list.kind).length;
          return (
            <Chip
              key={list.kind}
              shortcut={list.key}
              chosen={kind === list.kind}
              onChoose={() => toggle(list.kind)}
            >
              {list.label} {count === 0 ? null : <small>{count}</small>}
            </Chip>
          );
        })}
      </ChipRow>
      {shown.length === 0 ? (
        <EmptyState title={all.length === 0 ? 'Personne n’attend sur une liste' : 'Personne sur cette liste'}>
          {all.length === 0
            ? 'Une demande conclue par « Liste » (C pendant l’appel, ou un refus) attend ici.'
            : 'Enlevez le filtre pour voir les autres.'}
        </EmptyState>
      ) : (
        <ul aria-label="Sur liste">
          {shown.map((one, index) => (
            <ListedRow
              key={one.requestId}
              one={one}
              active={index === cursor.active}
              onPoint={() => cursor.setActive(index)}
            />
          ))}
        </ul>
      )}
    </div>
  );
};
