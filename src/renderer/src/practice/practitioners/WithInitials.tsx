import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { initialsOf, StaffDraft } from '../../../../contract/people.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { client } from '../../api/client.ts';
import { FormCard } from '../form/FormCard.tsx';
import { useSave } from '../form/use-save.ts';
import { fullName } from '../words.ts';

interface WithInitialsProps {
  readonly practitioner: Practitioner;
  readonly onClose: () => void;
}

/** Right after a practitioner was added: her initials, so that her day is one tap away. Escape leaves it for later. */
export const WithInitials = ({ practitioner, onClose }: WithInitialsProps) => {
  const form = useForm<StaffDraft>({
    initialValues: {
      initials: initialsOf(fullName(practitioner)),
      name: fullName(practitioner),
      role: 'practitioner',
      practitionerId: practitioner.id,
      active: true,
    },
  });
  const { save, saving } = useSave({
    call: client.people.add,
    success: 'Ses initiales sont enregistrées.',
    form,
    onSaved: onClose,
  });
  return (
    <FormCard
      title={`Initiales de ${fullName(practitioner)}`}
      onSubmit={() => save(form.values, StaffDraft)}
      onClose={onClose}
      saving={saving}
    >
      <p className="set-quiet">
        Le praticien est ajouté. Avec ses initiales, il voit sa journée d’un geste, sans pouvoir toucher aux
        réglages.
      </p>
      <div data-first>
        <TextInput label="Initiales" maxLength={4} {...form.getInputProps('initials')} />
      </div>
    </FormCard>
  );
};
