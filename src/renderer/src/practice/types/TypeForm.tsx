import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PractitionerId } from '../../../../contract/ids.ts';
import {
  type AppointmentType,
  AppointmentTypeDraft,
  type Practitioner,
  type SlotKind,
} from '../../../../contract/practice.ts';
import type { Profession } from '../../../../contract/professions.ts';
import { client } from '../../api/client.ts';
import { ColourField } from '../form/ColourField.tsx';
import { FormCard } from '../form/FormCard.tsx';
import { useSave } from '../form/use-save.ts';
import { fullName, kindChoices, kinds, professionChoices } from '../words.ts';

interface TypeFormProps {
  /** Null: a new one. */
  readonly type: AppointmentType | null;
  readonly types: readonly AppointmentType[];
  readonly practitioners: readonly Practitioner[];
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const OF_PROFESSION = 'profession:';
const OF_PRACTITIONER = 'practitioner:';

const newType = (types: readonly AppointmentType[], practitioners: readonly Practitioner[]) => ({
  profession: practitioners[0]?.profession ?? ('general-practitioner' as const),
  practitionerId: null,
  name: '',
  minutes: 15,
  colour: null,
  instruction: null,
  kind: 'regular' as const,
  active: true,
  position: Math.max(0, ...types.map(({ position }) => position)) + 1,
});

/** The contract's draft knows neither id nor version, and says so. */
const draftOf = ({ id: _, version: __, ...draft }: AppointmentType): AppointmentTypeDraft => draft;

export const TypeForm = ({ type, types, practitioners, onClose, onReload }: TypeFormProps) => {
  const form = useForm<AppointmentTypeDraft>({
    initialValues: type ? draftOf(type) : newType(types, practitioners),
  });
  const { save, saving, stale } = useSave({
    call: (draft: AppointmentTypeDraft) =>
      type
        ? client.practice.updateAppointmentType({ ...draft, id: type.id, version: type.version })
        : client.practice.addAppointmentType(draft),
    success: type ? 'Le motif est enregistré.' : 'Le motif est ajouté.',
    form,
    onSaved: onClose,
  });
  const { profession, practitionerId, kind } = form.values;
  return (
    <FormCard
      title={type ? type.name : 'Nouveau motif'}
      onSubmit={() => save(form.values, AppointmentTypeDraft)}
      onClose={onClose}
      saving={saving}
      stale={stale}
      onReload={onReload}
    >
      <div data-first>
        <TextInput label="Motif" withAsterisk {...form.getInputProps('name')} />
      </div>
      <Select
        label="Pour"
        searchable
        allowDeselect={false}
        data={[
          {
            group: 'Une profession',
            items: professionChoices.map((p) => ({ ...p, value: OF_PROFESSION + p.value })),
          },
          {
            group: 'Un seul praticien',
            items: practitioners.map((p) => ({ value: OF_PRACTITIONER + p.id, label: fullName(p) })),
          },
        ]}
        value={practitionerId === null ? OF_PROFESSION + profession : OF_PRACTITIONER + practitionerId}
        error={form.errors['profession']}
        data-path="profession"
        onChange={(value) => {
          if (value === null) return;
          const single = value.startsWith(OF_PRACTITIONER);
          const rest = value.slice((single ? OF_PRACTITIONER : OF_PROFESSION).length);
          form.setFieldValue('practitionerId', single ? (Number(rest) as PractitionerId) : null);
          form.setFieldValue('profession', single ? null : (rest as Profession));
        }}
      />
      <div className="set-pair">
        <NumberInput
          label="Durée"
          suffix=" min"
          min={5}
          max={480}
          step={5}
          {...form.getInputProps('minutes')}
          onChange={(minutes) => form.setFieldValue('minutes', Number(minutes))}
        />
        <Select
          label="Plages utilisées"
          data={kindChoices}
          allowDeselect={false}
          {...form.getInputProps('kind')}
          onChange={(value) => form.setFieldValue('kind', (value ?? 'regular') as SlotKind)}
        />
      </div>
      <p className="set-quiet">{kinds[kind].hint}</p>
      <Textarea
        label="Consigne affichée au rendez-vous"
        placeholder="Par exemple : apporter l’ordonnance et la carte Vitale"
        autosize
        minRows={2}
        {...form.getInputProps('instruction')}
        value={form.values.instruction ?? ''}
        onChange={({ currentTarget }) => form.setFieldValue('instruction', currentTarget.value || null)}
      />
      <ColourField
        label="Couleur"
        none="Celle du praticien"
        value={form.values.colour}
        onChange={(colour) => form.setFieldValue('colour', colour)}
      />
      {type ? (
        <Switch
          label="Proposé à la prise de rendez-vous"
          description="Retiré, il reste lisible sur les rendez-vous passés."
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      ) : null}
    </FormCard>
  );
};
