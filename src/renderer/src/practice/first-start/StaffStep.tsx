import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { proposedInitials } from './draft.ts';
import { FirstPin } from './FirstPin.tsx';
import type { SetupForm } from './HouseStep.tsx';

export const StaffStep = ({ form }: { readonly form: SetupForm }) => {
  const people = form.values.staff;
  const add = () => {
    form.insertListItem('staff', { initials: '', name: '' });
    const path = `staff.${people.length}.name`;
    setTimeout(() => form.getInputNode(path)?.focus());
  };
  return (
    <section className="fs-step" aria-labelledby="fs-title">
      <h1 id="fs-title">Qui est à l’accueil ?</h1>
      <p className="fs-lead">
        Chacun signe ce qu’il fait par ses initiales. Les praticiens reçoivent les leurs d’eux-mêmes, pour
        voir leur journée.
      </p>
      <ul className="fs-lines">
        {people.map((person, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and keep their place.
          <li key={index} className="fs-line fs-line-person">
            <TextInput
              aria-label={`Prénom et nom, personne ${index + 1}`}
              placeholder="Prénom et nom"
              autoFocus={index === 0}
              {...form.getInputProps(`staff.${index}.name`)}
              onChange={({ currentTarget: { value } }) => {
                form.setFieldValue(`staff.${index}.name`, value);
                if (person.initials === proposedInitials(person.name))
                  form.setFieldValue(`staff.${index}.initials`, proposedInitials(value));
              }}
            />
            <TextInput
              aria-label={`Initiales, personne ${index + 1}`}
              placeholder="Initiales"
              maxLength={4}
              {...form.getInputProps(`staff.${index}.initials`)}
              onChange={({ currentTarget: { value } }) =>
                form.setFieldValue(`staff.${index}.initials`, value.toLocaleUpperCase('fr-FR'))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Retirer la personne ${index + 1}`}
              disabled={people.length === 1}
              onClick={() => form.removeListItem('staff', index)}
            >
              <IconX size={17} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add} className="fs-add">
        Ajouter une personne
      </Button>
      <FirstPin form={form} />
    </section>
  );
};
