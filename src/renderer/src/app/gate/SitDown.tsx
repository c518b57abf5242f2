import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Logo } from '../frame/Logo.tsx';
import { digitKey } from '../shortcuts/meant-key.ts';
import { useStation } from '../station.ts';
import { pickByInitials } from './initials.ts';
import './sit-down.css';

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
      const sign = digitKey(event) ?? (/^\p{L}$/u.test(event.key) ? event.key : null);
      if (event.key === 'Escape') typed.current = '';
      else if (event.key === 'Backspace') typed.current = typed.current.slice(0, -1);
      else if (sign !== null) typed.current += sign;
      else if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
      const { possible, picked, named } = pickByInitials(present, typed.current);
      const chosen = event.key === 'Enter' ? named : picked;
      if (chosen !== null) sit(chosen.id);
      if (possible.length === 0 && isSuccess) typed.current = '';
      setShown(typed.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [present, isSuccess, sit]);
  // A quick hand types before the names are there: what was typed counts once they are.
  useEffect(() => {
    if (!isSuccess || typed.current === '') return;
    const { picked } = pickByInitials(present, typed.current);
    if (picked !== null) sit(picked.id);
  }, [present, isSuccess, sit]);
  const { possible, named } = pickByInitials(present, shown);
  return (
    <main className="sit">
      <Logo size={52} />
      <h1>Qui est au poste{'\u202f'}?</h1>
      <p className="sit-hint" aria-live="polite">
        {shown === '' ? (
          'Tapez vos initiales, ou choisissez votre nom.'
        ) : (
          <>
            <b>{shown.toLocaleUpperCase('fr-FR')}</b>
            {named === null ? (
              '…'
            ) : (
              <>
                {'\u00a0'}: Entrée pour {named.name}, ou continuez
              </>
            )}
          </>
        )}
      </p>
      {isSuccess && present.length === 0 ? (
        <EmptyState title="Personne n’est encore inscrit">
          Le premier démarrage inscrit les personnes qui travaillent à l’accueil.
        </EmptyState>
      ) : null}
      <ul className="sit-list">
        {present.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              data-out={(shown !== '' && !possible.includes(person)) || undefined}
              onClick={() => sit(person.id)}
            >
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
