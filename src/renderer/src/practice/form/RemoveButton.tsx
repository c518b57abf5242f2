import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

/** No question asked: Ctrl+Z puts it back, and the top bar says so. */
export const RemoveButton = ({ busy, onClick }: { readonly busy: boolean; readonly onClick: () => void }) => (
  <Button variant="subtle" color="red" leftSection={<IconTrash size={16} />} loading={busy} onClick={onClick}>
    Retirer
  </Button>
);
