import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Staff } from '../../../../contract/people.ts';
import { api } from '../../api/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Logo } from '../frame/Logo.tsx';
import { PinForm } from '../seat/PinForm.tsx';
import { asksForPin, useSeating } from '../seat/take.ts';
import { digitKey } from '../shortcuts/meant-key.ts';
import { useStation } from '../station.ts';
import { pickByInitials } from './initials.ts';
import './sit-down.css';

/** Nothing is written without an actor: who is at the desk comes first. */
export const SitDown = () => {
  const sit = useStation((state) => state.sit);
  const { data: staff = [], isSuccess: listed } = useQuery(api.people.list.queryOptions());
  const seating = useSeating();
  const isSuccess = listed && seating !== undefined;
  const [asked, setAsked] = useState<Staff | null>(null);
  const choose = useCallback(
    (one: Staff) => {
      if (asksForPin(seating, one.id)) setAsked(one);
      else sit(one.id);
    },
    [seating, sit],
  );
  const present = staff.filter(({ active }) => active);
  const typed = useRef('');
  const [shown, setShown] = useState('');
  useEffect(() => {
    // Her code is being typed: in a field of its own.
    if (asked !== null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const sign = digitKey(event) ?? (/^\p{L}$/u.test(event.key) ? event.key : null);
      if (event.key === 'Escape') typed.current = '';
      else if (event.key === 'Backspace') typed.current = typed.current.slice(0, -1);
      else if (sign !== null) typed.current += sign;
      else if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
      const { possible, picked, named } = pickByInitials(present, typed.current);
      const chosen = event.key === 'Enter' ? named : picked;
      if (chosen !== null && isSuccess) choose(chosen);
      if (possible.length === 0 && isSuccess) typed.current = '';
      setShown(typed.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [present, isSuccess, choose, asked]);
  // A quick hand types before the names are there: what was typed counts once they are.
  useEffect(() => {
    if (!isSuccess || asked !== null || typed.current === '') return;
    const { picked } = pickByInitials(present, typed.current);
    if (picked !== null) choose(picked);
  }, [present, isSuccess, choose, asked]);
  const { possible, named } = pickByInitials(present, shown);
  if (asked !== null)
    return (
      <main className="sit">
        <Logo size={52} />
        <PinForm
          person={asked}
          onBack={() => {
            typed.current = '';
            setShown('');
            setAsked(null);
          }}
        />
      </main>
    );
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
              onClick={() => choose(person)}
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
