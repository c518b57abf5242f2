import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Region } from '../../../../contract/practice.ts';
import '../form/form.css';
import { regionChoices, regions, zoneChoices } from '../words.ts';
import type { SetupValues } from './draft.ts';

export type SetupForm = UseFormReturnType<SetupValues>;

export const HouseStep = ({ form }: { readonly form: SetupForm }) => (
  <section className="fs-step" aria-labelledby="fs-title">
    <h1 id="fs-title">Votre maison</h1>
    <p className="fs-lead">La région décide des jours fériés, et le fuseau de l’heure des rendez-vous.</p>
    <TextInput
      label="Nom de la maison"
      placeholder="Maison de santé des Tilleuls"
      withAsterisk
      data-autofocus
      autoFocus
      size="md"
      {...form.getInputProps('house.name')}
    />
    <div className="set-pair">
      <Select
        label="Région"
        data={regionChoices}
        allowDeselect={false}
        size="md"
        {...form.getInputProps('house.region')}
        onChange={(region) => {
          if (region === null) return;
          form.setFieldValue('house.region', region as Region);
          form.setFieldValue('house.zone', regions[region as Region].zone);
        }}
      />
      <Select
        label="Fuseau horaire"
        data={zoneChoices(form.values.house.zone)}
        allowDeselect={false}
        size="md"
        {...form.getInputProps('house.zone')}
      />
    </div>
  </section>
);
