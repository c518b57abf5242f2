import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { type DirectoryEntry, type DirectoryKind, DirectoryWishes } from '../../../contract/directory.ts';
import { api } from '../api/query.ts';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { useListCursor } from '../ui/use-list.ts';
import { WhomLine } from './WhomLine.tsx';
import './whom.css';

const LIMIT = 6;

interface Props {
  readonly label: string;
  /** Only structures of this kind. */
  readonly kind?: DirectoryKind;
  readonly error: string | null;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (entry: DirectoryEntry) => void;
  /** Enter on what no entry answers: it is a name of its own. */
  readonly onName: () => void;
}

/**
 * The directory by name, profession, competence, commune or phone; whoever answered badly of late comes last. Enter
 * before the answer waits for it; what nobody answers is kept as it was typed.
 */
export const EntrySearch = ({ label, kind, error, text, onText, onChoose, onName }: Props) => {
  const id = useId();
  const input = useFocusOnMount<HTMLInputElement>();
  const [impatient, setImpatient] = useState(false);
  const wanted = text.trim();
  const { data, isFetching, isError } = useQuery(
    api.redirections.search.queryOptions({
      input: DirectoryWishes.parse({ text: wanted, kind: kind ?? null, limit: LIMIT }),
      enabled: wanted.length > 0,
      staleTime: 5_000,
      placeholderData: (previous) => previous,
    }),
  );
  const settled = wanted === '' || !isFetching || isError;
  const found = wanted === '' || isError ? [] : (data?.entries ?? []);
  const cursor = useListCursor(found.length);
  const chosen = found[cursor.active]?.entry;

  useEffect(() => {
    if (!impatient || !settled) return;
    setImpatient(false);
    if (chosen === undefined) onName();
    else onChoose(chosen);
  }, [impatient, settled, chosen, onChoose, onName]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      onText('');
    }
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    // Ctrl+Entrée keeps the name as typed, though the directory knows others.
    if (wanted === '' || event.ctrlKey) onName();
    else setImpatient(true);
  };

  return (
    <div className="person-search">
      <label htmlFor={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`}
        ref={input}
        type="text"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${cursor.active}` : undefined}
        aria-autocomplete="list"
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : `${id}-error`}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder="nom, métier, commune…"
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setImpatient(false);
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error === null ? null : (
        <p id={`${id}-error`} className="pv-choice-error" role="alert">
          {error}
        </p>
      )}
      <div id={id} role="listbox" aria-label="Annuaire" className="person-list">
        {found.map(({ entry, outcomes }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active line
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === cursor.active}
            className="pv-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(entry)}
          >
            <WhomLine entry={entry} outcomes={outcomes} />
          </div>
        ))}
      </div>
      <p className="person-none" role="status">
        {wanted === '' || !settled
          ? null
          : found.length === 0
            ? 'Pas dans l’annuaire : Entrée garde ce nom tel quel.'
            : data?.more === true
              ? 'D’autres correspondent : précisez. Ctrl Entrée garde le nom tel quel.'
              : null}
      </p>
    </div>
  );
};
