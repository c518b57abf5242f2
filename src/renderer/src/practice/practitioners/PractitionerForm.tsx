import { Autocomplete, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { nextColour } from '../../../../contract/palette.ts';
import { type Practitioner, PractitionerDraft } from '../../../../contract/practice.ts';
import { client } from '../../api/client.ts';
import { showNotice } from '../../app/notify.ts';
import { ColourField } from '../form/ColourField.tsx';
import { FormCard } from '../form/FormCard.tsx';
import { useSave } from '../form/use-save.ts';
import { fullName, professionChoices } from '../words.ts';
import { WithInitials } from './WithInitials.tsx';

interface PractitionerFormProps {
  /** Null: somebody new. */
  readonly practitioner: Practitioner | null;
  readonly others: readonly Practitioner[];
  readonly onClose: () => void;
  readonly onReload: () => void;
}

export const emptyPractitioner = (
  others: readonly { colour: string; position: number }[],
): PractitionerDraft => ({
  title: 'Dr',
  familyName: '',
  givenName: '',
  profession: 'general-practitioner',
  rpps: null,
  colour: nextColour(others.map(({ colour }) => colour)),
  step: 15,
  active: true,
  position: Math.max(0, ...others.map(({ position }) => position)) + 1,
});

const digits = (typed: string): string | null => typed.replace(/\s/g, '') || null;

export const PractitionerForm = ({ practitioner, others, onClose, onReload }: PractitionerFormProps) => {
  const form = useForm<PractitionerDraft>({ initialValues: practitioner ?? emptyPractitioner(others) });
  const [added, setAdded] = useState<Practitioner | null>(null);
  const { save, saving, stale } = useSave({
    call: (draft: PractitionerDraft) =>
      practitioner
        ? client.practice.updatePractitioner({ ...draft, id: practitioner.id, version: practitioner.version })
        : client.practice.addPractitioner(draft),
    success: practitioner ? 'La fiche est enregistrée.' : 'Le praticien est ajouté.',
    form,
    onSaved: (saved) => {
      if (saved.warnings.includes('rpps-check-digit'))
        showNotice(
          `Le numéro RPPS de ${fullName(saved.practitioner)} semble mal recopié : son dernier chiffre ne correspond pas aux autres. Il est enregistré tel quel.`,
        );
      if (practitioner) onClose();
      else setAdded(saved.practitioner);
    },
  });
  if (added) return <WithInitials practitioner={added} onClose={onClose} />;
  return (
    <FormCard
      title={practitioner ? fullName(practitioner) : 'Nouveau praticien'}
      onSubmit={() => save(form.values, PractitionerDraft)}
      onClose={onClose}
      saving={saving}
      stale={stale}
      onReload={onReload}
    >
      <div className="set-triple">
        <Autocomplete
          openOnFocus={false}
          label="Civilité"
          data={['Dr', 'Pr', 'Mme', 'M.']}
          {...form.getInputProps('title')}
        />
        <TextInput label="Prénom" {...form.getInputProps('givenName')} />
        <div data-first>
          <TextInput label="Nom" withAsterisk {...form.getInputProps('familyName')} />
        </div>
      </div>
      <Select
        label="Profession"
        data={professionChoices}
        searchable
        allowDeselect={false}
        {...form.getInputProps('profession')}
      />
      <div className="set-pair">
        <TextInput
          label="Numéro RPPS"
          placeholder="facultatif, 11 chiffres"
          inputMode="numeric"
          {...form.getInputProps('rpps')}
          value={form.values.rpps ?? ''}
          onChange={({ currentTarget }) => form.setFieldValue('rpps', digits(currentTarget.value))}
        />
        <NumberInput
          label="Pas de l’agenda"
          suffix=" min"
          min={5}
          max={120}
          step={5}
          {...form.getInputProps('step')}
          onChange={(step) => form.setFieldValue('step', Number(step))}
        />
      </div>
      <ColourField
        label="Couleur de sa colonne"
        value={form.values.colour}
        onChange={(colour) => form.setFieldValue('colour', colour ?? form.values.colour)}
      />
      {practitioner ? (
        <Switch
          label="Consulte dans la maison"
          description="Sinon sa colonne disparaît ; ses rendez-vous restent dans le journal et sur les fiches."
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      ) : null}
    </FormCard>
  );
};
