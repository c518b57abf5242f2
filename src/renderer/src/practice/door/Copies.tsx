import { Button, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenFailure } from '../../../../contract/gate.ts';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { CopyChoice } from '../backups/CopyChoice.tsx';
import { momentText } from '../backups/copy-words.ts';

type Copy = NonNullable<OpenFailure['copies']>[number];

/** Enough to go back behind the trouble; the others are in the folder. */
const SHOWN = 7;

/**
 * The copies that could take the place of the file. Two steps: what was typed since the copy has to be typed again, so
 * a single click must not decide it.
 */
export const Copies = ({
  copies,
  onOpen,
}: {
  readonly copies: readonly Copy[];
  readonly onOpen: () => void;
}) => {
  const [chosen, setChosen] = useState(copies[0]?.file ?? '');
  const [sure, setSure] = useState(false);
  const restore = useMutation({
    mutationFn: (file: string) => client.gate.restore({ file }),
    onSettled: onOpen,
  });
  const refused = restore.error === null ? null : errorText(restore.error);
  const at = copies.find(({ file }) => file === chosen)?.at;
  return (
    <section className="fs-form" aria-labelledby="fs-copies">
      <Title order={2} size="h4" mt="lg" id="fs-copies">
        Remettre une sauvegarde en place
      </Title>
      <p>
        Le fichier actuel est mis de côté, jamais effacé. Ce qui a été saisi après la sauvegarde est à
        refaire.
      </p>
      <CopyChoice
        label="Sauvegardes utilisables"
        copies={copies.slice(0, SHOWN)}
        value={chosen}
        onChange={(file) => {
          setChosen(file);
          setSure(false);
        }}
      />
      {refused !== null && (
        <p role="alert">
          {refused.title}. {refused.body}
        </p>
      )}
      <footer className="fs-foot">
        <Button
          variant={sure ? 'filled' : 'default'}
          leftSection={<IconHistory size={17} />}
          loading={restore.isPending}
          onClick={() => (sure ? restore.mutate(chosen) : setSure(true))}
        >
          {sure && at !== undefined
            ? `Oui, revenir au ${momentText(at)}`
            : 'Remettre cette sauvegarde en place…'}
        </Button>
      </footer>
    </section>
  );
};
