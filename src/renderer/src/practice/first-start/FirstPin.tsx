import { PasswordInput } from '@mantine/core';
import { ofPerson } from '../../people/names.ts';
import { PIN_FIELD, pinDigits } from '../../people/pin-field.ts';
import type { SetupForm } from './HouseStep.tsx';

/** Asked here, once, because until a référent has a code whoever types her initials is one. */
export const FirstPin = ({ form }: { readonly form: SetupForm }) => {
  const [first] = form.values.staff;
  const field = (path: 'pin' | 'again') => ({
    ...form.getInputProps(path),
    ...PIN_FIELD,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      form.setFieldValue(path, pinDigits(value)),
  });
  return (
    <fieldset className="fs-pin">
      <legend>Code {ofPerson(first?.name.trim() || 'la première personne')}, référent de la maison</legend>
      <p>
        Un référent donne leur code aux autres et règle la maison. Sans code, ses initiales suffisent à qui
        les connaît. Facultatif : il se donne aussi plus tard, dans Réglages › Équipe.
      </p>
      <div className="fs-pin-fields">
        <PasswordInput label="Code, de quatre à huit chiffres" {...field('pin')} />
        <PasswordInput label="Le même, encore une fois" {...field('again')} />
      </div>
    </fieldset>
  );
};
