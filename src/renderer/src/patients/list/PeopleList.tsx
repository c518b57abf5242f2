import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PatientId } from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { api } from '../../api/query.ts';
import { boxOver, OptionList, useImpatience } from '../../ui/options.tsx';
import { useListCursor } from '../../ui/use-list.ts';
import { useRecent } from '../recent.ts';
import './list.css';

const LIMIT = 30;

interface Props {
  readonly current: PatientId | null;
  readonly onChoose: (person: PatientSummary) => void;
  /** Nobody fits what was typed: start somebody new from it. */
  readonly onNew: (text: string) => void;
}

const statusText = (count: number, more: boolean): string => {
  if (count === 0) return 'Personne ne correspond.';
  if (more) return `Plus de ${count} personnes : précisez le prénom, l’année ou le téléphone.`;
  return count === 1 ? '1 personne' : `${count} personnes`;
};

/** Search, and what it finds; before anything is typed, who was looked at last. ↓ ↑ walk, Enter opens. */
export const PeopleList = ({ current, onChoose, onNew }: Props) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const wanted = text.trim();
  const recentIds = useRecent((state) => state.ids);
  const found = useQuery(
    api.patients.search.queryOptions({
      input: { text: wanted, limit: LIMIT },
      enabled: wanted !== '',
      staleTime: 5_000,
      placeholderData: (previous) => previous,
    }),
  );
  const recent = useQuery(
    api.patients.summaries.queryOptions({
      input: { ids: [...recentIds] },
      enabled: wanted === '' && recentIds.length > 0,
      placeholderData: (previous) => previous,
    }),
  );
  const people =
    wanted === '' ? (recentIds.length === 0 ? [] : (recent.data ?? [])) : (found.data?.patients ?? []);
  const settled = wanted === '' || (!found.isFetching && !found.isError);
  const cursor = useListCursor(people.length);
  const active = people[cursor.active];

  useEffect(() => {
    if (current === null) input.current?.focus({ preventScroll: true });
  }, [current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line under the cursor stays in sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [cursor.active]);
  const impatience = useImpatience(settled, () => {
    if (active !== undefined) onChoose(active);
    else if (wanted !== '') onNew(wanted);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      impatience.wait();
    }
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      setText('');
    }
  };

  return (
    <section className="finder" aria-label="Rechercher un patient">
      <label className="pv-sr-only" htmlFor={`${id}-input`}>
        Nom, prénom, naissance ou téléphone
      </label>
      <input
        {...boxOver(id, people.length, cursor.active)}
        ref={input}
        className="finder-input"
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
      <p className="finder-status" role="status">
        {wanted === ''
          ? people.length > 0
            ? 'Vus récemment'
            : ''
          : settled
            ? statusText(people.length, found.data?.more === true)
            : ''}
      </p>
      <OptionList
        ref={list}
        id={id}
        label="Patients"
        className="finder-lines"
        items={people}
        keyOf={(person) => person.id}
        active={cursor.active}
        isCurrent={(person) => person.id === current}
        onChoose={(person, index) => {
          cursor.setActive(index);
          onChoose(person);
        }}
      >
        {(person) => <PersonLine person={person} />}
      </OptionList>
    </section>
  );
};
