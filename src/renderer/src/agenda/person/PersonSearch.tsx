import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { api } from '../../api/query.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { boxOver, OptionList, useImpatience } from '../../ui/options.tsx';
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

  const impatience = useImpatience(settled, () => {
    if (chosen !== undefined) onChoose(chosen);
    else onNobody?.(wanted);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Enter' && wanted !== '') {
      event.preventDefault();
      impatience.wait();
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
        {...boxOver(id, people.length, cursor.active)}
        ref={input}
        type="text"
        placeholder="dup mar 1952, 12/03/52, 06 39…"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          impatience.forget();
          cursor.setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <OptionList
        id={id}
        label="Personnes"
        className="person-list"
        items={people}
        keyOf={(person) => person.id}
        active={cursor.active}
        onChoose={onChoose}
      >
        {(person) => <PersonLine person={person} />}
      </OptionList>
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
