import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { DirectoryEntry } from '../../../../contract/directory.ts';
import type { DirectoryEntryId } from '../../../../contract/ids.ts';
import { api } from '../../api/query.ts';
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
  const [impatient, setImpatient] = useState(false);
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
  useEffect(() => {
    if (!impatient || !settled) return;
    setImpatient(false);
    if (active !== undefined) onChoose(active);
  }, [impatient, settled, active, onChoose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      setImpatient(true);
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
        id={`${id}-input`}
        ref={input}
        className="finder-input"
        type="text"
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={id}
        aria-activedescendant={active === undefined ? undefined : `${id}-${cursor.active}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="kiné vichy, pharma 03200, lemaire…"
        value={filter.text}
        onChange={(event) => {
          setFilter({ text: event.currentTarget.value });
          setImpatient(false);
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Filters />
      <p className="finder-status" role="status">
        {settled ? statusText(entries.length, found.data?.more === true) : ''}
      </p>
      <div ref={list} id={id} role="listbox" aria-label="Annuaire" className="finder-lines">
        {entries.map(({ entry, outcomes }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active line
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === cursor.active}
            className="pv-option"
            data-current={entry.id === current || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              cursor.setActive(index);
              onChoose(entry);
            }}
          >
            <EntryLine entry={entry} outcomes={outcomes} />
          </div>
        ))}
      </div>
    </section>
  );
};
