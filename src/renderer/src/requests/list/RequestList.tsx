import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { resume, takeUp, useCall } from '../../agenda/booking/call.ts';
import type { Draft } from '../../agenda/booking/draft.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useListCursor } from '../../ui/use-list.ts';
import { useOwners } from '../owner.ts';
import { codesOf, natures } from '../words.ts';
import { type Filter, filtered, useRequestFilter } from './filter.ts';
import { RequestRow } from './RequestRow.tsx';

const NONE: readonly DeskRequest[] = [];
const setFilter = (change: Partial<Filter>): void => useRequestFilter.setState(change);

/** Open requests, the earliest due first. Letters narrow by nature; arrows walk; Enter takes up, C concludes. */
export const RequestList = () => {
  const query = useQuery(api.requests.pending.queryOptions());
  const filter = useRequestFilter();
  const unwritten = useCall((state) => state.unwritten);
  const holder = useRef<HTMLDivElement>(null);
  const panelOpen = usePanel((state) => state.content !== null);
  // The keyboard is in the list from the start, and comes back to it when the panel closes.
  useEffect(() => {
    if (query.isSuccess && !panelOpen) holder.current?.focus({ preventScroll: true });
  }, [query.isSuccess, panelOpen]);
  const owner = useRef<HTMLInputElement>(null);
  const { choices } = useOwners();
  const all = query.data ?? NONE;
  const shown = filtered(all, filter);
  const cursor = useListCursor(shown.length);
  const active = shown[cursor.active];

  const toggle = (nature: Filter['nature']) =>
    setFilter({ nature: filter.nature === nature ? null : nature });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTextField(event.target) || cursor.onKey(event)) return;
    const key = meantKey(event);
    const nature = codesOf(natures).find((one) => natures[one].key === key);
    if (nature !== undefined) toggle(nature);
    else if (key === 'q') owner.current?.focus();
    else if (key === 'Enter' && active !== undefined && !(event.target instanceof HTMLButtonElement))
      resume(active);
    else if (key === 'c' && active !== undefined) resume(active, null);
    else return;
    event.preventDefault();
  };

  const kept = unwritten.map((draft) => <Unwritten key={draft.key} draft={draft} />);
  if (query.isError)
    return (
      <div className="requests-list">
        {kept}
        <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>
      </div>
    );
  if (!query.isSuccess) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the keys of the list and of its filters
    <div ref={holder} tabIndex={-1} className="requests-list" onKeyDown={onKeyDown}>
      <div className="requests-filters">
        <ChipRow label="Nature" dense>
          {codesOf(natures).map((nature) => {
            const count = all.filter((request) => request.nature === nature).length;
            return (
              <Chip
                key={nature}
                shortcut={natures[nature].key}
                chosen={filter.nature === nature}
                onChoose={() => toggle(nature)}
              >
                {natures[nature].label} {count === 0 ? null : <small>{count}</small>}
              </Chip>
            );
          })}
        </ChipRow>
        <Select
          ref={owner}
          size="xs"
          w={210}
          searchable
          clearable
          selectFirstOptionOnChange
          aria-label="Suivies par"
          placeholder="Suivies par tous (Q)"
          clearButtonProps={{ 'aria-label': 'Suivies par tous' }}
          data={choices.map(({ key, label }) => ({ value: key, label }))}
          value={filter.owner}
          onChange={(value) => {
            setFilter({ owner: value });
            holder.current?.focus();
          }}
        />
      </div>
      {kept}
      {shown.length === 0 ? (
        <EmptyState
          title={all.length === 0 ? 'Toutes les demandes ont une réponse' : 'Aucune demande ne correspond'}
        >
          {all.length === 0
            ? 'Une demande commencée puis mise de côté attend ici, la plus pressée en premier.'
            : 'Enlevez un filtre pour voir les autres.'}
        </EmptyState>
      ) : (
        <ul aria-label="Demandes ouvertes">
          {shown.map((request, index) => (
            <RequestRow
              key={request.id}
              request={request}
              active={index === cursor.active}
              onPoint={() => cursor.setActive(index)}
            />
          ))}
        </ul>
      )}
    </div>
  );
};

/** The desk could not write it when it was put aside: here is the only place where it is. */
const Unwritten = ({ draft }: { readonly draft: Draft }) => (
  <Notice tone="red" title="Demande pas encore enregistrée">
    <span className="pv-name">{draft.patient?.displayName ?? 'Personne non précisée'}</span>{' '}
    <button type="button" className="requests-again" onClick={() => takeUp(draft)}>
      Reprendre et réessayer
    </button>
  </Notice>
);
