import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId } from 'react';
import { type DirectoryEntry, type DirectoryKind, DirectoryWishes } from '../../../contract/directory.ts';
import { api } from '../api/query.ts';
import { boxOver, OptionList, useImpatience } from '../ui/options.tsx';
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

  const impatience = useImpatience(settled, () => {
    if (chosen === undefined) onName();
    else onChoose(chosen);
  });

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
    else impatience.wait();
  };

  return (
    <div className="person-search">
      <label htmlFor={`${id}-input`}>{label}</label>
      <input
        {...boxOver(id, found.length, cursor.active)}
        ref={input}
        type="text"
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : `${id}-error`}
        maxLength={200}
        placeholder="nom, métier, commune…"
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          impatience.forget();
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error === null ? null : (
        <p id={`${id}-error`} className="pv-choice-error" role="alert">
          {error}
        </p>
      )}
      <OptionList
        id={id}
        label="Annuaire"
        className="person-list"
        items={found}
        keyOf={({ entry }) => entry.id}
        active={cursor.active}
        onChoose={({ entry }) => onChoose(entry)}
      >
        {({ entry, outcomes }) => <WhomLine entry={entry} outcomes={outcomes} />}
      </OptionList>
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
