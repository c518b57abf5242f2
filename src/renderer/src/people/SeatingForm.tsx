import { Button, NumberInput, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Seating } from '../../../contract/people.ts';
import { client } from '../api/client.ts';
import { askReferent } from '../api/errors/seat.ts';
import { useSave } from '../practice/form/use-save.ts';

interface Props {
  readonly seating: Seating;
  /** A référent sits here. */
  readonly mine: boolean;
}

/** What the house asks of whoever takes the desk. */
export const SeatingForm = ({ seating, mine }: Props) => {
  const form = useForm({
    initialValues: { lockMinutes: seating.lockMinutes, pinRequired: seating.pinRequired },
  });
  const { save, saving } = useSave({
    call: client.people.saveSeating,
    success: 'C’est enregistré.',
    form,
  });
  return (
    <form
      className="people-seating set-form"
      aria-label="Poste partagé"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save({ version: seating.version, ...form.values });
      }}
    >
      <h3>Poste partagé</h3>
      {mine ? null : <p className="set-quiet">{askReferent()}</p>}
      <NumberInput
        label="Verrouiller après"
        description="Sans touche ni souris, le poste de qui a un code se verrouille. Vide : jamais."
        suffix=" min"
        min={1}
        max={120}
        disabled={!mine}
        {...form.getInputProps('lockMinutes')}
        value={form.values.lockMinutes ?? ''}
        onChange={(minutes) => form.setFieldValue('lockMinutes', minutes === '' ? null : Number(minutes))}
      />
      <Switch
        label="Demander un code à chacun"
        description="Qui n’en a pas ne pourra plus prendre le poste avant qu’un référent lui en donne un."
        disabled={!mine}
        {...form.getInputProps('pinRequired', { type: 'checkbox' })}
      />
      {mine ? (
        <Button type="submit" loading={saving}>
          Enregistrer
        </Button>
      ) : null}
    </form>
  );
};
