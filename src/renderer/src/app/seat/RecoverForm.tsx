import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Staff } from '../../../../contract/people.ts';
import { pinFault } from '../../../../contract/pin.ts';
import { errorText } from '../../api/error-text.ts';
import { PIN_FIELD, pinDigits } from '../../people/pin-field.ts';
import { fieldText } from '../../practice/form/field-text.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { recoverDesk } from './take.ts';

interface Props {
  readonly person: Staff;
  readonly onBack: () => void;
}

/** A référent who has forgotten her code chooses another by the house's recovery code. */
export const RecoverForm = ({ person, onBack }: Props) => {
  const [recoveryCode, setRecoveryCode] = useState('');
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const recover = useMutation({
    mutationFn: () => recoverDesk({ staffId: person.id, recoveryCode, pin }),
    onError: () => first.current?.focus(),
  });
  useEffect(() => first.current?.focus(), []);
  const refused = recover.error === null ? null : errorText(recover.error);
  return (
    <form
      className="pin"
      aria-label="Code oublié"
      onSubmit={(event) => {
        event.preventDefault();
        const code = pinFault(pin);
        setFault(code === null ? null : fieldText({ path: 'pin', code }));
        if (code === null && !recover.isPending) recover.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      <TextInput
        ref={first}
        label="Code de récupération de la maison"
        description="Imprimé au premier démarrage."
        autoComplete="off"
        value={recoveryCode}
        error={refused === null ? null : `${refused.title}. ${refused.body}`}
        onChange={({ currentTarget: { value } }) => setRecoveryCode(value)}
      />
      <PasswordInput
        label="Nouveau code, de quatre à huit chiffres"
        {...PIN_FIELD}
        value={pin}
        error={fault}
        onChange={({ currentTarget: { value } }) => setPin(pinDigits(value))}
      />
      <div className="pin-foot">
        <Button variant="default" onClick={onBack} rightSection={<Kbd>Échap</Kbd>}>
          Retour
        </Button>
        <Button type="submit" loading={recover.isPending} rightSection={<Kbd>Entrée</Kbd>}>
          Prendre le poste
        </Button>
      </div>
    </form>
  );
};
