import { Button, CloseButton, TextInput } from '@mantine/core';
import type { PersonForm } from './use-person-form.ts';

const MOST = 6;

/** Any French or overseas spelling; the first is the one to ring first. */
export const PhonesField = ({ form }: { readonly form: PersonForm }) => {
  const { phones } = form.values;
  const change = (row: number, text: string) =>
    form.set(
      'phones',
      phones.map((phone, i) => (i === row ? text : phone)),
    );
  return (
    <fieldset className="phones">
      <legend className="pv-sr-only">Téléphones</legend>
      {phones.map((phone, row) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
          key={row}
          label={row === 0 ? 'Téléphone à appeler en premier' : `Autre téléphone ${row}`}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          placeholder="06 39 98 …"
          maxLength={30}
          value={phone}
          error={form.errors[`phones.${row}`]}
          onChange={(event) => change(row, event.currentTarget.value)}
          rightSection={
            phones.length === 1 ? null : (
              <CloseButton
                size="sm"
                tabIndex={-1}
                aria-label="Retirer ce numéro"
                onClick={() =>
                  form.set(
                    'phones',
                    phones.filter((_, i) => i !== row),
                  )
                }
              />
            )
          }
        />
      ))}
      {phones.length < MOST && phones.at(-1)?.trim() !== '' ? (
        <Button
          variant="subtle"
          size="compact-sm"
          className="phones-add"
          onClick={() => form.set('phones', [...phones, ''])}
        >
          Ajouter un numéro
        </Button>
      ) : null}
    </fieldset>
  );
};
