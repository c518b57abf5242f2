import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { api } from '../../api/query.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { CommandHint } from '../shortcuts/CommandButton.tsx';
import { useCommand } from '../shortcuts/registry.ts';
import { choicesFor, type SearchChoice } from './choices.ts';
import { SearchResults } from './SearchResults.tsx';
import './search.css';

const LIMIT = 8;

/** The one search: people first, then commands and screens. Enter before the answer waits for it. */
export const SearchBox = () => {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const [impatient, setImpatient] = useState(false);
  const wanted = text.trim();
  const people = useQuery(
    api.patients.search.queryOptions({
      input: { text: wanted, limit: LIMIT },
      enabled: opened && wanted.length > 0,
      staleTime: 5_000,
    }),
  );
  const settled = wanted === '' || !people.isFetching;
  const choices = choicesFor(
    wanted,
    settled || people.data !== undefined ? (people.data?.patients ?? []) : [],
  );
  const cursor = useListCursor(choices.length);

  const close = () => {
    setOpened(false);
    setText('');
    setImpatient(false);
    cursor.setActive(0);
    input.current?.blur();
  };
  const choose = (choice: SearchChoice | undefined) => {
    if (choice === undefined) return;
    close();
    choice.run();
  };
  useCommand('search', () => {
    setOpened(true);
    input.current?.focus();
    input.current?.select();
  });

  if (impatient && settled) {
    setImpatient(false);
    const first = choices[cursor.active];
    if (first !== undefined) queueMicrotask(() => choose(first));
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (settled) choose(choices[cursor.active]);
      else setImpatient(true);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };

  return (
    <search className="search">
      <input
        ref={input}
        className="search-input"
        type="text"
        role="combobox"
        aria-label="Rechercher une personne ou une action"
        aria-expanded={opened}
        aria-controls={listId}
        aria-activedescendant={opened && choices.length > 0 ? `${listId}-${cursor.active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Nom, prénom, naissance, téléphone, action…"
        value={text}
        onFocus={() => setOpened(true)}
        onBlur={() => setOpened(false)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setImpatient(false);
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <CommandHint command="search" />
      {opened ? (
        <SearchResults
          id={listId}
          choices={choices}
          active={cursor.active}
          empty={wanted !== '' && settled}
          onChoose={choose}
        />
      ) : null}
    </search>
  );
};
