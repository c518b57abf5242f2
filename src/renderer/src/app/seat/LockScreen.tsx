import { Button, FocusTrap, Portal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Staff } from '../../../../contract/people.ts';
import { api } from '../../api/query.ts';
import { clockText, dayText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { openUrgency } from '../../urgency/shown.ts';
import { pickByInitials } from '../gate/initials.ts';
import { useHouse, useNow } from '../now.ts';
import { useStation } from '../station.ts';
import { useCover } from './cover.ts';
import { PinForm } from './PinForm.tsx';
import { asksForPin, takeDesk, useSeating } from './take.ts';
import './lock.css';

/**
 * Over everything but the card of an urgency: the hour, the house, and a way back in. What was on the desk stays
 * underneath, half typed as it was, for whoever takes it.
 */
export const LockScreen = () => {
  const { locked, endSwitch, askedFor } = useStation();
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  const seating = useSeating();
  const house = useHouse();
  const now = useNow();
  const [typed, setTyped] = useState('');
  const [person, setPerson] = useState<Staff | null>(staff.find(({ id }) => id === askedFor) ?? null);
  useCover(locked ? null : endSwitch);
  // Whoever has left the house is not asked again.
  const present = staff.filter(({ active }) => active);
  const { named, possible } = pickByInitials(present, typed);

  const choose = (one: Staff): void => {
    if (asksForPin(seating, one.id)) setPerson(one);
    else void takeDesk(one.id, null);
  };
  const type = (value: string): void => {
    setTyped(value.toLocaleUpperCase('fr-FR'));
    const { picked } = pickByInitials(present, value);
    if (picked !== null && seating !== undefined) choose(picked);
  };
  // A quick hand types before the names are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list has come.
  useEffect(() => {
    if (typed !== '' && person === null) type(typed);
  }, [staff.length === 0, seating === undefined]);

  return (
    <Portal reuseTargetNode={false} className="pv-above-lock">
      <FocusTrap>
        <div
          className="lock"
          role="dialog"
          aria-modal="true"
          aria-label={locked ? 'Poste verrouillé' : 'Changer de personne'}
        >
          <p className="lock-clock">{clockText(now.minute)}</p>
          <p className="lock-day">{dayText(now.day, 'long')}</p>
          <h1>{house?.name ?? 'Parvis'}</h1>
          <p className="lock-say">
            {locked
              ? 'Poste verrouillé. Ce qui était en cours est gardé.'
              : person !== null && person.id === askedFor
                ? 'Cette réponse demande votre code, et n’est pas encore notée. Ce qui est en cours est gardé.'
                : 'Qui prend le poste ? Ce qui est en cours est gardé.'}
          </p>
          {person === null ? (
            <form
              className="pin"
              aria-label="Qui prend le poste"
              onSubmit={(event) => {
                event.preventDefault();
                if (named !== null) choose(named);
              }}
            >
              <TextInput
                label="Vos initiales"
                autoComplete="off"
                maxLength={4}
                value={typed}
                data-autofocus
                error={
                  typed !== '' && possible.length === 0 && staff.length > 0
                    ? 'Personne n’a ces initiales.'
                    : null
                }
                onChange={({ currentTarget: { value } }) => type(value)}
              />
              {locked ? null : (
                <Button variant="default" onClick={endSwitch} rightSection={<Kbd>Échap</Kbd>}>
                  Je reste au poste
                </Button>
              )}
            </form>
          ) : (
            <PinForm
              person={person}
              onBack={() => {
                setPerson(null);
                setTyped('');
              }}
            />
          )}
          <Button
            className="lock-urgency"
            color="red"
            variant="outline"
            onClick={() => openUrgency()}
            rightSection={<Kbd>F8</Kbd>}
          >
            Urgence
          </Button>
        </div>
      </FocusTrap>
    </Portal>
  );
};
