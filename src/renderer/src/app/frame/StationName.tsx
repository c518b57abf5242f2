import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStation } from '../station.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export const StationName = ({ opened, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title="Nom de ce poste" size="sm" centered>
    <StationForm onDone={onClose} />
  </Modal>
);

const StationForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { station, rename } = useStation();
  const [name, setName] = useState(station);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rename(name);
        onDone();
      }}
    >
      <TextInput
        data-autofocus
        label="Nom"
        description="Le journal le garde à côté de chaque action faite d’ici."
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit">Enregistrer</Button>
      </Group>
    </form>
  );
};
