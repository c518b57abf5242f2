import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { UrgencyNumbers } from '../../../../contract/urgency.ts';
import { client } from '../../api/client.ts';
import { FormCard } from '../../practice/form/FormCard.tsx';
import { useSave } from '../../practice/form/use-save.ts';

interface Props {
  readonly numbers: UrgencyNumbers;
  readonly onClose: () => void;
}

export const NumbersForm = ({ numbers, onClose }: Props) => {
  const form = useForm({ initialValues: { outOfHours: numbers.outOfHours } });
  const { save, saving, stale } = useSave({
    call: client.urgency.setNumbers,
    success: 'Numéro enregistré.',
    form,
    onSaved: onClose,
  });
  return (
    <FormCard
      title="Maison fermée"
      saving={saving}
      stale={stale}
      onClose={onClose}
      onSubmit={() => save({ version: numbers.version, outOfHours: form.values.outOfHours }, UrgencyNumbers)}
    >
      <TextInput
        label="Numéro du médecin de garde"
        description="15, 116 117 là où le département l’a choisi, ou le numéro local."
        {...form.getInputProps('outOfHours')}
      />
    </FormCard>
  );
};
