import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { DirectoryEntry } from '../../../../contract/directory.ts';
import type { DirectoryEntryId } from '../../../../contract/ids.ts';
import { api } from '../../api/query.ts';
import { boxOver, OptionList, useImpatience } from '../../ui/options.tsx';
import { useListCursor } from '../../ui/use-list.ts';
import { EntryLine } from './EntryLine.tsx';
import { Filters } from './Filters.tsx';
import { EVERYBODY, isNarrowed, setFilter, useFilter, wishesOf } from './filter.ts';
import '../../patients/list/list.css';

interface Props {
  readonly current: DirectoryEntryId | null;
  readonly onChoose: (entry: DirectoryEntry) => void;
}

const statusText = (count: number, more: boolean): string => {
  if (count === 0) return 'Personne ne correspond.';
  if (more) return `Plus de ${count} fiches : précisez le nom, la profession ou la commune.`;
  return count === 1 ? '1 fiche' : `${count} fiches`;
};

/** Search and filters, and what they find. ↓ ↑ walk, Enter opens, Échap empties. */
export const Finder = ({ current, onChoose }: Props) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const filter = useFilter();
  const found = useQuery(
    api.redirections.search.queryOptions({
      input: wishesOf(filter),
      staleTime: 5_000,
      placeholderData: (previous) => previous,
    }),
  );
  const entries = found.data?.entries ?? [];
  const settled = !found.isFetching && !found.isError;
  const cursor = useListCursor(entries.length);
  const active = entries[cursor.active]?.entry;

  useEffect(() => {
    if (current === null) input.current?.focus({ preventScroll: true });
  }, [current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line under the cursor stays in sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [cursor.active]);
  const impatience = useImpatience(settled, () => {
    if (active !== undefined) onChoose(active);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      impatience.wait();
    }
    if (event.key === 'Escape' && (filter.text !== '' || isNarrowed(filter))) {
      event.preventDefault();
      setFilter(EVERYBODY);
    }
  };

  return (
    <section className="directory-finder" aria-label="Chercher dans l’annuaire">
      <label className="pv-sr-only" htmlFor={`${id}-input`}>
        Nom, profession, commune, téléphone
      </label>
      <input
        {...boxOver(id, entries.length, cursor.active)}
        ref={input}
        className="finder-input"
        type="text"
        placeholder="kiné vichy, pharma 03200, lemaire…"
        value={filter.text}
        onChange={(event) => {
          setFilter({ text: event.currentTarget.value });
          impatience.forget();
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Filters />
      <p className="finder-status" role="status">
        {settled ? statusText(entries.length, found.data?.more === true) : ''}
      </p>
      <OptionList
        ref={list}
        id={id}
        label="Annuaire"
        className="finder-lines"
        items={entries}
        keyOf={({ entry }) => entry.id}
        active={cursor.active}
        isCurrent={({ entry }) => entry.id === current}
        onChoose={({ entry }, index) => {
          cursor.setActive(index);
          onChoose(entry);
        }}
      >
        {({ entry, outcomes }) => <EntryLine entry={entry} outcomes={outcomes} />}
      </OptionList>
    </section>
  );
};
