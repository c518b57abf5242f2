import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Staff } from '../../../../contract/people.ts';
import { api } from '../../api/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Logo } from '../frame/Logo.tsx';
import { useStation } from '../station.ts';
import './sit-down.css';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/** Whose initials were typed: as soon as only one person is left, there is nothing more to type. */
export const pickByInitials = (staff: readonly Staff[], typed: string): Staff | null => {
  const wanted = fold(typed);
  if (wanted === '') return null;
  const starting = staff.filter(({ initials }) => fold(initials).startsWith(wanted));
  return starting.length === 1
    ? (starting[0] ?? null)
    : (starting.find(({ initials }) => fold(initials) === wanted) ?? null);
};

/** Nothing is written without an actor: who is at the desk comes first. */
export const SitDown = () => {
  const sit = useStation((state) => state.sit);
  const { data: staff = [], isSuccess } = useQuery(api.people.list.queryOptions());
  const present = staff.filter(({ active }) => active);
  const typed = useRef('');
  const [shown, setShown] = useState('');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape' || event.key === 'Backspace') typed.current = '';
      else if (/^\p{L}$/u.test(event.key)) typed.current += event.key;
      else return;
      const picked = pickByInitials(present, typed.current);
      if (picked !== null) sit(picked.id);
      if (!present.some(({ initials }) => fold(initials).startsWith(fold(typed.current)))) typed.current = '';
      setShown(typed.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [present, sit]);
  return (
    <main className="sit">
      <Logo size={52} />
      <h1>Qui est au poste ?</h1>
      <p className="sit-hint" aria-live="polite">
        {shown === '' ? 'Tapez vos initiales, ou choisissez votre nom.' : fold(shown)}
      </p>
      {isSuccess && present.length === 0 ? (
        <EmptyState title="Personne n’est encore inscrit">
          Le premier démarrage inscrit les personnes qui travaillent à l’accueil.
        </EmptyState>
      ) : null}
      <ul className="sit-list">
        {present.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => sit(person.id)}>
              <span className="who-initials" aria-hidden="true">
                {person.initials}
              </span>
              {person.name}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
};
