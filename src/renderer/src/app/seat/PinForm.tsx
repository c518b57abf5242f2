import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Staff } from '../../../../contract/people.ts';
import { errorText } from '../../api/error-text.ts';
import { ofPerson } from '../../people/names.ts';
import { PIN_FIELD, pinDigits } from '../../people/pin-field.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import { takeDesk } from './take.ts';

interface Props {
  readonly person: Staff;
  readonly onBack: () => void;
}

/** Her code, then Enter. */
export const PinForm = ({ person, onBack }: Props) => {
  const [pin, setPin] = useState('');
  const [forgotten, setForgotten] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: (typed: string) => takeDesk(person.id, typed),
    onError: () => {
      setPin('');
      field.current?.focus();
    },
  });
  useEffect(() => field.current?.focus(), []);
  const wrong = take.error === null ? null : errorText(take.error);
  if (forgotten) return <RecoverForm person={person} onBack={() => setForgotten(false)} />;
  return (
    <form
      className="pin"
      aria-label="Prendre le poste"
      onSubmit={(event) => {
        event.preventDefault();
        if (pin !== '' && !take.isPending) take.mutate(pin);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      <PasswordInput
        ref={field}
        label={`Code ${ofPerson(person.name)}`}
        {...PIN_FIELD}
        value={pin}
        error={wrong === null ? null : `${wrong.title}. ${wrong.body}`}
        onChange={({ currentTarget: { value } }) => setPin(pinDigits(value))}
      />
      <div className="pin-foot">
        <Button variant="default" onClick={onBack} rightSection={<Kbd>Échap</Kbd>}>
          Quelqu’un d’autre
        </Button>
        <Button type="submit" loading={take.isPending} rightSection={<Kbd>Entrée</Kbd>}>
          Prendre le poste
        </Button>
      </div>
      {person.role === 'coordinator' ? (
        <Button variant="subtle" onClick={() => setForgotten(true)}>
          Code oublié{'\u202f'}? Avec le code de récupération
        </Button>
      ) : null}
    </form>
  );
};
