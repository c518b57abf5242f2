import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { api } from '../../api/query.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { PersonLine } from './PersonLine.tsx';

const LIMIT = 8;

interface Props {
  readonly onChoose: (person: PatientSummary) => void;
  /** Nobody fits what was typed: Enter, or the button, starts somebody new from it. */
  readonly onNobody?: (text: string) => void;
  /** Enter in the empty box: somebody who does not say who they are. */
  readonly onNameless?: () => void;
  readonly label?: string;
}

/** One box: names in any order, birth date or year, phone. Enter before the answer waits for it. */
export const PersonSearch = ({ onChoose, onNobody, onNameless, label = 'Qui appelle ?' }: Props) => {
  const id = useId();
  const input = useFocusOnMount<HTMLInputElement>();
  const [text, setText] = useState('');
  const [impatient, setImpatient] = useState(false);
  const wanted = text.trim();
  const { data, isFetching, isError } = useQuery(
    api.patients.search.queryOptions({
      input: { text: wanted, limit: LIMIT },
      enabled: wanted.length > 0,
      staleTime: 5_000,
      placeholderData: (previous) => previous,
    }),
  );
  const settled = wanted === '' || (!isFetching && !isError);
  const people = wanted === '' ? [] : (data?.patients ?? []);
  const cursor = useListCursor(people.length);
  const chosen = people[cursor.active];

  useEffect(() => {
    if (!impatient || !settled) return;
    setImpatient(false);
    if (chosen !== undefined) onChoose(chosen);
    else onNobody?.(wanted);
  }, [impatient, settled, chosen, onChoose, onNobody, wanted]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Enter' && wanted !== '') {
      event.preventDefault();
      setImpatient(true);
    }
    if (event.key === 'Enter' && wanted === '' && !event.repeat && onNameless !== undefined) {
      event.preventDefault();
      onNameless();
    }
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      setText('');
    }
  };

  return (
    <div className="person-search">
      <label htmlFor={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`}
        ref={input}
        type="text"
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls={id}
        aria-activedescendant={people.length > 0 ? `${id}-${cursor.active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="dup mar 1952, 12/03/52, 06 39…"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setImpatient(false);
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label="Personnes" className="person-list">
        {people.map((person, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active line
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === cursor.active}
            className="pv-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(person)}
          >
            <PersonLine person={person} />
          </div>
        ))}
      </div>
      <p className="person-none" role="status">
        {wanted === '' || !settled ? null : people.length === 0 ? (
          'Personne ne correspond. Essayez la date de naissance ou le téléphone.'
        ) : data?.more === true ? (
          'D’autres personnes correspondent : précisez le prénom ou l’année.'
        ) : (
          <span className="pv-sr-only">
            {people.length === 1 ? '1 personne trouvée' : `${people.length} personnes trouvées`}
          </span>
        )}
      </p>
      {onNobody !== undefined && wanted !== '' && settled && people.length === 0 ? (
        <Button variant="default" rightSection={<Kbd>Entrée</Kbd>} onClick={() => onNobody(wanted)}>
          Nouvelle personne
        </Button>
      ) : null}
    </div>
  );
};
